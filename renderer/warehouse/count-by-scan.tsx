import { Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { StockRow } from '../../shared/warehouse.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { formatQuantity } from '../ui/format.ts';
import { parseQuantity } from '../ui/parse.ts';
import { useCommand } from '../ui/queries.ts';
import { type ScanCue, ScanField } from '../ui/scan-field.tsx';
import { t } from '../ui/texts.ts';
import { nameOf, placeOf, severalCue, unknownCue } from './scan-cues.ts';

const useStyles = makeStyles({
  both: { display: 'flex', flexDirection: 'column', gap: '8px' },
  counted: { display: 'flex', alignItems: 'start', gap: '12px', flexWrap: 'wrap' },
  number: { width: '200px', '& .fui-Input': { minWidth: 0 } },
  hint: { color: tokens.colorNeutralForeground2, marginTop: '28px' },
});

type Props = { readonly warehouseId: number; readonly onCounted: (productId: number) => void };

function stockIn(row: StockRow, warehouseId: number): number {
  return row.warehouses.find((place) => place.warehouseId === warehouseId)?.stockMilli ?? 0;
}

/** Counting with a scanner: scan a product, type what was counted, Enter, scan the next. */
export function CountByScan({ warehouseId, onCounted }: Props) {
  const styles = useStyles();
  const field = useRef<HTMLInputElement>(null);
  const { product, choose, scan } = useScannedProduct();
  const [before, setBefore] = useState<string | null>(null);
  const onDone = (row: StockRow, countedMilli: number) => {
    const quantities = { from: formatQuantity(stockIn(row, warehouseId)), to: formatQuantity(countedMilli) };
    setBefore(t('warehouse:stockTaking.done', { product: row.name, ...quantities }));
    onCounted(row.productId);
    choose(null);
    field.current?.focus();
  };
  return (
    <div className={styles.both}>
      <ScanField
        label={t('warehouse:stockTaking.scan')}
        placeholder={t('warehouse:stockTaking.scan')}
        field={field}
        onScan={async (text) => {
          setBefore(null);
          return scan(text);
        }}
      />
      {before === null ? null : <span role="status">{before}</span>}
      {product ? (
        <Count
          key={product.productId}
          product={product}
          warehouseId={warehouseId}
          onDone={(countedMilli) => onDone(product, countedMilli)}
          onLeave={() => {
            choose(null);
            field.current?.focus();
          }}
        />
      ) : null}
    </div>
  );
}

function useScannedProduct() {
  const { open } = useNavigation();
  const [product, choose] = useState<StockRow | null>(null);
  const show = async (productId: number, productNo: string): Promise<ScanCue | null> => {
    const { rows } = await api.warehouse.stock.query({ search: productNo, limit: 500 });
    const row = rows.find((each) => each.productId === productId) ?? null;
    choose(row);
    return row ? null : { tone: 'wrong', text: t('warehouse:stockTaking.notStockItem', { productNo }) };
  };
  const scan = async (text: string): Promise<ScanCue | null> => {
    choose(null);
    const found = await api.warehouse.findByScan.query({ text });
    if (found.kind === 'unknown') return unknownCue(text);
    if (found.kind === 'product') return show(found.productId, found.productNo);
    if (found.kind === 'several') {
      // Only products are counted here, so a purchase order of the same number is not meant.
      const products = found.found.filter((thing) => thing.kind === 'product');
      const [only, another] = products;
      if (only && !another) return show(only.productId, only.productNo);
      return severalCue(text, products.length > 0 ? products : found.found, (thing) =>
        thing.kind === 'product' ? void show(thing.productId, thing.productNo) : open(placeOf(thing)),
      );
    }
    return { tone: 'wrong', text: t('warehouse:scan.other', { what: nameOf(found) }) };
  };
  return { product, choose, scan };
}

type CountProps = {
  readonly product: StockRow;
  readonly warehouseId: number;
  readonly onDone: (countedMilli: number) => void;
  readonly onLeave: () => void;
};

function Count({ product, warehouseId, onDone, onLeave }: CountProps) {
  const styles = useStyles();
  const box = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const count = useCommand((countedMilli: number) =>
    api.warehouse.countStock.mutate({ productId: product.productId, warehouseId, countedMilli }),
  );
  useEffect(() => box.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onLeave();
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const countedMilli = text.trim() === '' ? null : parseQuantity(text);
    if (countedMilli === null) {
      setProblem(t('warehouse:stockTaking.notAQuantity', { example: formatQuantity(500) }));
      return;
    }
    count.mutate(countedMilli, { onSuccess: () => onDone(countedMilli) });
  };
  return (
    <div className={styles.counted}>
      <Field
        className={styles.number}
        label={t('warehouse:stockTaking.countedOf', { product: product.name })}
        {...(problem ? { validationMessage: problem } : {})}
      >
        <Input
          input={{ ref: box }}
          value={text}
          contentAfter={product.unit}
          onChange={(_event, { value }) => {
            setText(value);
            setProblem(null);
          }}
          onKeyDown={onKeyDown}
        />
      </Field>
      <span className={styles.hint}>
        {t('warehouse:stockTaking.stood', { quantity: formatQuantity(stockIn(product, warehouseId)) })}
      </span>
      {count.error ? <FailureMessage error={count.error} onDismiss={count.reset} /> : null}
    </div>
  );
}
