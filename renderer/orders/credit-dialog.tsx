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
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { CreditPreview, PreviewCreditInput } from '../../shared/order-window.ts';
import type { OrderTotals, OrderView } from '../../shared/sales-orders.ts';
import { api } from '../ui/api.ts';
import { FailureMessage, FailureState } from '../ui/failure-message.tsx';
import { formatMoney, formatQuantity } from '../ui/format.ts';
import { useNotices } from '../ui/notices.tsx';
import { QuantityCell } from '../ui/quantity-cell.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
import { Waiting } from '../ui/waiting.tsx';
import { chosenLines, creditProblem, type TypedQuantities, typedFor } from './credit-choice.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '640px', width: '90vw' },
  content: { display: 'flex', flexDirection: 'column', gap: '8px', paddingBottom: '8px' },
  checks: { display: 'flex', flexDirection: 'column', marginLeft: '-8px' },
  amount: { margin: 0, minHeight: '20px', fontVariantNumeric: 'tabular-nums' },
  sum: { fontWeight: tokens.fontWeightSemibold },
});

type Props = { readonly order: OrderView; readonly onClose: () => void };

/** Credit: takes back what was invoiced, per line in whole or in part, with the amount before it is done. */
export function CreditDialog({ order, onClose }: Props) {
  const styles = useStyles();
  const { notify } = useNotices();
  const [typed, setTyped] = useState<TypedQuantities>(new Map());
  const [creditFreight, setCreditFreight] = useState(true);
  const [returnToStock, setReturnToStock] = useState(false);
  const creditable = useRead(['invoicing', 'creditable', order.id], () =>
    api.invoicing.previewCredit.query({ orderId: order.id }),
  );
  const lines = creditable.data === undefined ? null : chosenLines(creditable.data.lines, typed);
  const choice = { orderId: order.id, lines: lines ?? [], creditFreight, returnToStock };
  const amounts = useAmounts(lines === null || lines.length === 0 ? null : choice);
  const credit = useCommand(() => api.invoicing.credit.mutate({ ...choice, orderVersion: order.version }));
  const onCredit = () =>
    credit.mutate(undefined, {
      onSuccess: ({ creditNoteNo }) => {
        notify(t('orders:action.credited', { creditNoteNo }));
        onClose();
      },
    });
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('orders:question.credit', { invoiceNo: order.invoiceNo ?? '' })}</DialogTitle>
          <DialogContent className={styles.content}>
            {creditable.error && !creditable.data ? (
              <FailureState error={creditable.error} onRetry={() => void creditable.refetch()} />
            ) : creditable.data ? (
              <>
                <Lines creditable={creditable.data} typed={typed} onType={setTyped} />
                <div className={styles.checks}>
                  {creditable.data.freightMinor > 0 ? (
                    <Checkbox
                      label={t('order-window:credit.freight', {
                        amount: formatMoney(creditable.data.freightMinor, order.currency),
                      })}
                      checked={creditFreight}
                      onChange={(_event, { checked }) => setCreditFreight(checked === true)}
                    />
                  ) : null}
                  <Checkbox
                    label={t('orders:question.returnToStock')}
                    checked={returnToStock}
                    onChange={(_event, { checked }) => setReturnToStock(checked === true)}
                  />
                </div>
                <Amount totals={amounts} currency={order.currency} />
                {order.isWebOrder ? <span>{t('orders:question.customerHears')}</span> : null}
              </>
            ) : (
              <Waiting label={t('orders:page.reading')} size="small" />
            )}
            {credit.error ? <FailureMessage error={credit.error} /> : null}
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabled={credit.isPending || amounts === null} onClick={onCredit}>
              {t('orders:question.confirmCredit')}
            </Button>
            <Button onClick={onClose}>{t('orders:question.notNow')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

/** What the choice comes to; the last amount stays while the next is reckoned. Null where nothing is chosen. */
function useAmounts(choice: PreviewCreditInput | null): OrderTotals | null {
  const amounts = useRead(['invoicing', 'creditAmounts', choice], async () =>
    choice === null ? null : (await api.invoicing.previewCredit.query(choice)).totals,
  );
  return choice === null ? null : (amounts.data ?? null);
}

type LinesProps = {
  readonly creditable: CreditPreview;
  readonly typed: TypedQuantities;
  readonly onType: (typed: TypedQuantities) => void;
};

function Lines({ creditable, typed, onType }: LinesProps) {
  return (
    <SmallTable
      label={t('orders:lines.title')}
      rows={creditable.lines}
      rowKey={(line) => line.lineId}
      rowLabel={(line) => line.description}
      columns={[
        {
          id: 'description',
          header: t('orders:lines.description'),
          width: 'wide',
          cell: (line) => line.description,
        },
        {
          id: 'most',
          header: t('order-window:credit.invoiced'),
          align: 'end',
          cell: (line) => formatQuantity(line.mostMilli),
        },
        {
          id: 'credit',
          header: t('order-window:credit.quantity'),
          align: 'end',
          width: '92px',
          cell: (line) => (
            <QuantityCell
              label={t('order-window:credit.quantityOf', { product: line.description })}
              column="credit"
              text={typedFor(typed, line)}
              problem={creditProblem(typedFor(typed, line), line)}
              onChange={(text) => onType(new Map(typed).set(line.lineId, text))}
            />
          ),
        },
      ]}
    />
  );
}

function Amount({ totals, currency }: { readonly totals: OrderTotals | null; readonly currency: string }) {
  const styles = useStyles();
  return (
    <p className={styles.amount} aria-live="polite">
      {totals === null ? (
        t('order-window:credit.nothingChosen')
      ) : (
        <>
          {t('order-window:credit.net', { amount: formatMoney(-totals.netMinor, currency) })}
          {' · '}
          {t('order-window:credit.vat', { amount: formatMoney(-totals.vatMinor, currency) })}
          {' · '}
          <span className={styles.sum}>
            {t('order-window:credit.total', { amount: formatMoney(-totals.totalMinor, currency) })}
          </span>
        </>
      )}
    </p>
  );
}
