import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  makeStyles,
  Select,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { PurchaseLineView, PurchaseView } from '../../shared/purchasing.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { formatQuantity } from '../ui/format.ts';
import { parseQuantity } from '../ui/parse.ts';
import { QuantityCell } from '../ui/quantity-cell.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '720px', width: '90vw' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '8px' },
});

function openMilli(line: PurchaseLineView): number {
  return Math.max(0, line.orderedMilli - line.receivedMilli);
}

function problemOf(text: string, most: number): string | null {
  const milli = parseQuantity(text);
  if (milli === null) return t('common:wrong.quantity', { example: formatQuantity(500) });
  return milli > most ? t('purchasing:receive.tooMany', { quantity: formatQuantity(most) }) : null;
}

/** Receive: what came of a purchase order, in part or whole. */
export function ReceiveDialog({
  purchase,
  onClose,
}: {
  readonly purchase: PurchaseView;
  readonly onClose: () => void;
}) {
  const styles = useStyles();
  const lines = purchase.lines.filter((line) => openMilli(line) > 0);
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>(() =>
    Object.fromEntries(lines.map((line) => [line.id, formatQuantity(openMilli(line))])),
  );
  const [warehouseId, setWarehouseId] = useState<number | null>(null);
  const warehouses = useRead(['warehouse', 'warehouses'], () => api.warehouse.warehouses.query());
  const receive = useCommand(() =>
    api.purchasing.receive.mutate({
      purchaseOrderId: purchase.id,
      purchaseVersion: purchase.version,
      ...(warehouseId === null ? {} : { warehouseId }),
      lines: lines.map((line) => ({
        purchaseLineId: line.id,
        quantityMilli: parseQuantity(typed[line.id] ?? '') ?? 0,
      })),
    }),
  );
  const hasProblem = lines.some((line) => problemOf(typed[line.id] ?? '', openMilli(line)) !== null);
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t('purchasing:receive.title', { purchaseNo: purchase.purchaseNo })}</DialogTitle>
          <DialogContent className={styles.content}>
            {receive.error ? <FailureMessage error={receive.error} /> : null}
            <SmallTable
              label={t('purchasing:receive.lines')}
              rows={lines}
              rowKey={(line) => line.id}
              rowLabel={(line) => line.productName}
              columns={[
                { id: 'productNo', header: t('purchasing:receive.productNo'), cell: (line) => line.productNo },
                { id: 'name', header: t('purchasing:receive.name'), width: 'wide', cell: (line) => line.productName },
                {
                  id: 'open',
                  header: t('purchasing:receive.toCome'),
                  align: 'end',
                  cell: (line) => formatQuantity(openMilli(line)),
                },
                {
                  id: 'received',
                  header: t('purchasing:receive.received'),
                  width: '112px',
                  align: 'end',
                  cell: (line) => (
                    <QuantityCell
                      label={t('purchasing:receive.receivedOf', { product: line.productName })}
                      column="received"
                      text={typed[line.id] ?? ''}
                      problem={problemOf(typed[line.id] ?? '', openMilli(line))}
                      onChange={(text) => setTyped((before) => ({ ...before, [line.id]: text }))}
                    />
                  ),
                },
              ]}
            />
            {(warehouses.data?.length ?? 0) > 1 ? (
              <Field label={t('purchasing:receive.warehouse')}>
                <Select
                  value={String(warehouseId ?? warehouses.data?.[0]?.id ?? '')}
                  onChange={(_event, { value }) => setWarehouseId(Number(value))}
                >
                  {warehouses.data?.map((warehouse) => (
                    <option key={warehouse.id} value={warehouse.id}>
                      {warehouse.name}
                    </option>
                  ))}
                </Select>
              </Field>
            ) : null}
          </DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              disabled={hasProblem || receive.isPending}
              onClick={() => receive.mutate(undefined, { onSuccess: onClose })}
            >
              {t('purchasing:receive.confirm')}
            </Button>
            <Button onClick={onClose}>{t('purchasing:receive.notNow')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
