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
        notify(`Credit note ${creditNoteNo} made`);
        onClose();
      },
    });
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Credit invoice {order.invoiceNo}?</DialogTitle>
          <DialogContent className={styles.content}>
            <span>
              A credit note is made for all that was invoiced and not credited before.
              {order.isWebOrder ? ' The customer hears of it with the next Get Website Data.' : ''}
            </span>
            {order.freightMinor > 0 ? (
              <Checkbox
                label="Credit the freight too"
                checked={creditFreight}
                onChange={(_event, { checked }) => setCreditFreight(checked === true)}
              />
            ) : null}
            <Checkbox
              label="Put the delivered goods back into stock"
              checked={returnToStock}
              onChange={(_event, { checked }) => setReturnToStock(checked === true)}
            />
            {credit.error ? <FailureMessage error={credit.error} /> : null}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabled={credit.isPending} onClick={onCredit}>
              Make credit note
            </Button>
            <Button onClick={onClose}>Not now</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
