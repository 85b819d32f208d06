import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Link,
  makeStyles,
  Select,
  tokens,
} from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { PurchaseLineView, PurchaseView } from '../../shared/purchasing.ts';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { formatQuantity } from '../ui/format.ts';
import { parseQuantity } from '../ui/parse.ts';
import { QuantityCell } from '../ui/quantity-cell.tsx';
import { useCommand, useRead } from '../ui/queries.ts';
import { ScanField } from '../ui/scan-field.tsx';
import { SmallTable } from '../ui/small-table.tsx';
import { t } from '../ui/texts.ts';
import { useCountedScan } from '../warehouse/use-counted-scan.ts';
import { useTypedQuantities } from '../warehouse/use-typed-quantities.ts';

const useStyles = makeStyles({
  surface: { maxWidth: '760px', width: '90vw' },
  content: { display: 'flex', flexDirection: 'column', gap: '12px', paddingBottom: '8px' },
  note: { margin: 0, color: tokens.colorNeutralForeground2 },
});

type Way = 'receive' | 'return';
type Props = {
  readonly purchase: PurchaseView;
  /** Into stock, or back to the supplier. */
  readonly way: Way;
  readonly onClose: () => void;
  /** Goods were booked; of these products. */
  readonly onBooked?: (productIds: readonly number[]) => void;
};

function mostOf(line: PurchaseLineView, way: Way): number {
  return way === 'receive' ? Math.max(0, line.orderedMilli - line.receivedMilli) : line.receivedMilli;
}

function problemOf(text: string, most: number, way: Way): string | null {
  const milli = parseQuantity(text);
  if (milli === null) return t('common:wrong.quantity', { example: formatQuantity(500) });
  return milli > most ? t(`purchasing:${way}.tooMany`, { quantity: formatQuantity(most) }) : null;
}

/** Register Receive/Return: what came of a purchase order, or goes back, per line, in part or whole; scans count a line up. */
export function MoveGoodsDialog({ purchase, way, onClose, onBooked }: Props) {
  const styles = useStyles();
  const lines = purchase.lines.filter((line) => mostOf(line, way) > 0);
  const { quantities, scan } = useScannedGoods(purchase, lines, way);
  const [warehouseId, setWarehouseId] = useState<number | null>(null);
  const [isReplaced, setIsReplaced] = useState(false);
  const warehouses = useRead(['warehouse', 'warehouses'], () => api.warehouse.warehouses.query());
  const book = useCommand(async () => {
    const input = {
      purchaseOrderId: purchase.id,
      purchaseVersion: purchase.version,
      ...(warehouseId === null ? {} : { warehouseId }),
      lines: lines.map((line) => ({ purchaseLineId: line.id, quantityMilli: quantities.milliOf(line.id) })),
    };
    await (way === 'receive'
      ? api.purchasing.receive.mutate(input)
      : api.purchasing.returnGoods.mutate({ ...input, isReplaced }));
  });
  const problemOn = (line: PurchaseLineView) => problemOf(quantities.texts[line.id] ?? '', mostOf(line, way), way);
  const isNothing = lines.every((line) => quantities.milliOf(line.id) === 0);
  const onBook = () =>
    book.mutate(undefined, {
      onSuccess: () => {
        onBooked?.(lines.filter((line) => quantities.milliOf(line.id) > 0).map((line) => line.productId));
        onClose();
      },
    });
  return (
    <Dialog open onOpenChange={(_event, { open }) => open || onClose()}>
      <DialogSurface className={styles.surface}>
        <DialogBody>
          <DialogTitle>{t(`purchasing:${way}.title`, { purchaseNo: purchase.purchaseNo })}</DialogTitle>
          <DialogContent className={styles.content}>
            {book.error ? <FailureMessage error={book.error} /> : null}
            <ScanField
              label={t('purchasing:receive.scan')}
              placeholder={t('purchasing:receive.scanWhat')}
              onScan={scan}
            />
            <SmallTable
              label={t(`purchasing:${way}.lines`)}
              rows={lines}
              rowKey={(line) => line.id}
              rowLabel={(line) => line.productName}
              columns={[
                { id: 'productNo', header: t('purchasing:receive.productNo'), cell: (line) => line.productNo },
                { id: 'name', header: t('purchasing:receive.name'), width: 'wide', cell: (line) => line.productName },
                {
                  id: 'most',
                  header: t(`purchasing:${way}.most`),
                  align: 'end',
                  cell: (line) => formatQuantity(mostOf(line, way)),
                },
                {
                  id: 'moved',
                  header: t(`purchasing:${way}.moved`),
                  width: '112px',
                  align: 'end',
                  cell: (line) => (
                    <QuantityCell
                      label={t(`purchasing:${way}.movedOf`, { product: line.productName })}
                      column="moved"
                      text={quantities.texts[line.id] ?? ''}
                      problem={problemOn(line)}
                      onChange={(text) => quantities.type(line.id, text)}
                    />
                  ),
                },
              ]}
            />
            {quantities.isCounting && way === 'receive' ? (
              <p className={styles.note}>
                {t('purchasing:receive.counting')}{' '}
                <Link as="button" onClick={quantities.fillIn}>
                  {t('purchasing:receive.fillIn')}
                </Link>
              </p>
            ) : null}
            {way === 'return' ? (
              <Checkbox
                label={t('purchasing:return.isReplaced')}
                checked={isReplaced}
                onChange={(_event, { checked }) => setIsReplaced(checked === true)}
              />
            ) : null}
            {(warehouses.data?.length ?? 0) > 1 ? (
              <Field label={t(`purchasing:${way}.warehouse`)}>
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
              disabled={isNothing || lines.some((line) => problemOn(line) !== null) || book.isPending}
              onClick={onBook}
            >
              {t(`purchasing:${way}.confirm`)}
            </Button>
            <Button onClick={onClose}>{t('purchasing:receive.notNow')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function useScannedGoods(purchase: PurchaseView, lines: readonly PurchaseLineView[], way: Way) {
  // What comes is expected whole; what goes back is not.
  const toScan = lines.map((line) => ({
    id: line.id,
    firstMilli: way === 'receive' ? mostOf(line, way) : 0,
    isScannable: true,
  }));
  const quantities = useTypedQuantities(toScan);
  const latest = useRef(quantities);
  latest.current = quantities;
  const scan = useCountedScan({
    lines: () =>
      lines.map((line, index) => ({
        lineId: line.id,
        productId: line.productId,
        productNo: line.productNo,
        countedMilli: latest.current.countedMilli(toScan[index] ?? { id: line.id, firstMilli: 0, isScannable: true }),
        mostMilli: mostOf(line, way),
      })),
    nameOfLine: (lineId) => lines.find(({ id }) => id === lineId)?.productName ?? '',
    count: (lineId, milli) => latest.current.count(lineId, milli),
    isOther: ({ kind, id }) => !(kind === 'purchase' && id === purchase.id),
  });
  return { quantities, scan };
}
