import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { OrderView } from '../../shared/sales-orders.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { useNotices } from '../ui/notices.tsx';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';
import { sentences } from './order-questions.ts';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: '8px', paddingBottom: '8px' },
});

/** Credit: takes back all that was invoiced and not credited yet. */
export function CreditDialog({ order, onClose }: { readonly order: OrderView; readonly onClose: () => void }) {
  const styles = useStyles();
  const { notify } = useNotices();
  const [creditFreight, setCreditFreight] = useState(true);
  const [returnToStock, setReturnToStock] = useState(false);
  const credit = useCommand(() =>
    api.invoicing.credit.mutate({
      orderId: order.id,
      orderVersion: order.version,
      creditFreight,
      returnToStock,
    }),
  );
  const onCredit = () =>
    credit.mutate(undefined, {
      onSuccess: ({ creditNoteNo }) => {
        notify(t('orders:action.credited', { creditNoteNo }));
        onClose();
      },
    });
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('orders:question.credit', { invoiceNo: order.invoiceNo ?? '' })}</DialogTitle>
          <DialogContent className={styles.content}>
            <span>
              {sentences(t('orders:question.creditsAll'), order.isWebOrder && t('orders:question.customerHears'))}
            </span>
            {order.freightMinor > 0 ? (
              <Checkbox
                label={t('orders:question.creditFreight')}
                checked={creditFreight}
                onChange={(_event, { checked }) => setCreditFreight(checked === true)}
              />
            ) : null}
            <Checkbox
              label={t('orders:question.returnToStock')}
              checked={returnToStock}
              onChange={(_event, { checked }) => setReturnToStock(checked === true)}
            />
            {credit.error ? <FailureMessage error={credit.error} /> : null}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabled={credit.isPending} onClick={onCredit}>
              {t('orders:question.confirmCredit')}
            </Button>
            <Button onClick={onClose}>{t('orders:question.notNow')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
