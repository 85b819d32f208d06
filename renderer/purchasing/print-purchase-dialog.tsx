import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import type { PurchaseView } from '../../shared/purchasing.ts';
import { t } from '../ui/texts.ts';
import type { PrintHow } from '../ui/use-printing.ts';

const useStyles = makeStyles({ button: { whiteSpace: 'nowrap' } });

type Props = {
  readonly purchase: PurchaseView;
  readonly onPrint: (how: PrintHow) => void;
  readonly onClose: () => void;
};

/** Asked once the purchase order is transferred; the transfer stands whatever is chosen here. */
export function PrintPurchaseDialog({ purchase, onPrint, onClose }: Props) {
  const styles = useStyles();
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('purchasing:paper.ask', { purchaseNo: purchase.purchaseNo })}</DialogTitle>
          <DialogContent>{t('purchasing:paper.isPurchased', { supplier: purchase.supplierName })}</DialogContent>
          <DialogActions>
            <Button appearance="primary" className={styles.button} onClick={() => onPrint('printer')}>
              {t('purchasing:paper.print')}
            </Button>
            <Button className={styles.button} onClick={() => onPrint('pdf')}>
              {t('common:print.saveAsPdf')}
            </Button>
            <Button className={styles.button} onClick={onClose}>
              {t('purchasing:paper.notNow')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
