import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Radio,
  RadioGroup,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { ReservationView } from '../../shared/purchasing.ts';
import { api } from '../ui/api.ts';
import { FailureMessage, FailureState } from '../ui/failure-message.tsx';
import { formatDate, formatQuantity } from '../ui/format.ts';
import { useCommand, useRead } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '640px', width: '90vw' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '8px' },
  quiet: { color: tokens.colorNeutralForeground2, margin: 0 },
  told: { margin: 0 },
});

type Props = {
  readonly orderId: number;
  readonly line: { readonly id: number };
  readonly onClose: () => void;
};

/** Reservation: which purchase a sales order line waits for, and which date its customer goes by then. */
export function ReservationDialog({ orderId, line, onClose }: Props) {
  const styles = useStyles();
  const input = { orderId, lineId: line.id };
  const query = useRead(['purchasing', 'reservation', orderId, line.id], () => api.purchasing.reservation.query(input));
  // Shown once it is read: whatever had the focus while it was read would be gone then, and Esc would no longer reach the dialog
  if (query.isPending) return null;
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface className={styles.surface}>
        {query.data ? (
          <Reservation orderId={orderId} view={query.data} onClose={onClose} />
        ) : (
          <DialogBody>
            <DialogTitle>{t('purchasing:reservation.title')}</DialogTitle>
            <DialogContent>
              <FailureState error={query.error} onRetry={() => void query.refetch()} />
            </DialogContent>
            <DialogActions>
              <Button onClick={onClose}>{t('common:button.cancel')}</Button>
            </DialogActions>
          </DialogBody>
        )}
      </DialogSurface>
    </Dialog>
  );
}

type ReservationProps = {
  readonly orderId: number;
  readonly view: ReservationView;
  readonly onClose: () => void;
};

function Reservation({ orderId, view, onClose }: ReservationProps) {
  const styles = useStyles();
  const [chosen, setChosen] = useState<number | null>(view.purchaseLineId);
  const reserve = useCommand(() =>
    api.purchasing.reserve.mutate({
      orderId,
      orderVersion: view.orderVersion,
      lineId: view.lineId,
      purchaseLineId: chosen,
    }),
  );
  const would = view.purchases.find(({ purchaseLineId }) => purchaseLineId === chosen)?.wouldBe;
  return (
    <DialogBody>
      <DialogTitle>{t('purchasing:reservation.of', { product: view.description })}</DialogTitle>
      <DialogContent className={styles.content}>
        {reserve.error ? <FailureMessage error={reserve.error} /> : null}
        <p className={styles.quiet}>
          {t('purchasing:reservation.waits', { quantity: formatQuantity(view.remainingMilli), unit: view.unit })}
        </p>
        {view.purchases.length === 0 ? <p className={styles.quiet}>{t('purchasing:reservation.none')}</p> : null}
        <RadioGroup
          aria-label={t('purchasing:reservation.choose')}
          value={String(chosen ?? '')}
          onChange={(_event, { value }) => setChosen(value === '' ? null : Number(value))}
        >
          <Radio value="" label={t('purchasing:reservation.noReservation')} />
          {view.purchases.map((purchase) => (
            <Radio
              key={purchase.purchaseLineId}
              value={String(purchase.purchaseLineId)}
              label={
                <>
                  <div>
                    {t('purchasing:reservation.purchase', {
                      purchaseNo: purchase.purchaseNo,
                      supplier: purchase.supplierName,
                    })}
                  </div>
                  <div className={styles.quiet}>
                    {t('purchasing:reservation.figures', {
                      open: formatQuantity(purchase.openMilli),
                      reserved: formatQuantity(purchase.reservedMilli),
                      date: dateWords(purchase.deliveryDate),
                    })}
                  </div>
                </>
              }
            />
          ))}
        </RadioGroup>
        <p className={styles.told} role="status">
          {toldWords(would ?? view.withoutReservation)}
        </p>
      </DialogContent>
      <DialogActions>
        <Button
          appearance="primary"
          disabled={reserve.isPending || chosen === view.purchaseLineId}
          onClick={() => reserve.mutate(undefined, { onSuccess: onClose })}
        >
          {t(chosen === null ? 'purchasing:reservation.giveUp' : 'purchasing:reservation.reserve')}
        </Button>
        <Button onClick={onClose}>{t('common:button.cancel')}</Button>
      </DialogActions>
    </DialogBody>
  );
}

function dateWords(date: string | null): string {
  return date === null ? t('purchasing:reservation.noDate') : formatDate(date);
}

function toldWords({ date, source }: ReservationView['withoutReservation']): string {
  if (date === null || source === 'none') return t('purchasing:reservation.toldNone');
  return t('purchasing:reservation.told', { date: formatDate(date), source: t(`orders:dateSource.${source}`) });
}
