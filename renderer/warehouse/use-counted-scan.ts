import { readScan, readScannedProduct, type ScanLine, type ScanOutcome } from '../../shared/scan.ts';
import { useNavigation } from '../frame/place-context.tsx';
import { api } from '../ui/api.ts';
import { formatQuantity } from '../ui/format.ts';
import type { ScanCue } from '../ui/scan-field.tsx';
import { t } from '../ui/texts.ts';
import { nameOf, placeOf, severalCue, unknownCue } from './scan-cues.ts';

type Counting = {
  /** The lines as they stand when the scan is read, not as they were drawn. */
  readonly lines: () => readonly ScanLine[];
  readonly nameOfLine: (lineId: number) => string;
  readonly count: (lineId: number, countedMilli: number) => void;
  /** Another order or purchase order was scanned; false: it is the one shown. */
  readonly isOther: (thing: { readonly kind: 'order' | 'purchase'; readonly id: number }) => boolean;
};

/** Scans that count the lines of one order or purchase order; whatever does not count says why. */
export function useCountedScan({
  lines,
  nameOfLine,
  count,
  isOther,
}: Counting): (text: string) => Promise<ScanCue | null> {
  const { open } = useNavigation();
  const tell = (outcome: ScanOutcome): ScanCue | null => {
    if (outcome.kind === 'counted') {
      count(outcome.lineId, outcome.countedMilli);
      const most = lines().find(({ lineId }) => lineId === outcome.lineId)?.mostMilli ?? outcome.countedMilli;
      const quantities = { counted: formatQuantity(outcome.countedMilli), most: formatQuantity(most) };
      return {
        tone: 'counted',
        text: t('warehouse:scan.counted', { product: nameOfLine(outcome.lineId), ...quantities }),
      };
    }
    if (outcome.kind !== 'full') return null;
    const line = lines().find(({ lineId }) => lineId === outcome.lineId);
    const most = formatQuantity(line?.mostMilli ?? 0);
    return { tone: 'wrong', text: t('warehouse:scan.full', { product: nameOfLine(outcome.lineId), most }) };
  };
  return async (text) => {
    const here = tell(readScan(text, lines()));
    if (here) return here;
    const found = await api.warehouse.findByScan.query({ text });
    if (found.kind === 'unknown') return unknownCue(text);
    if (found.kind === 'several') return severalCue(text, found.found, (thing) => open(placeOf(thing)));
    if (found.kind === 'product') {
      const counted = tell(readScannedProduct(found.productId, lines()));
      return counted ?? { tone: 'wrong', text: t('warehouse:scan.notOnList', { product: nameOf(found) }) };
    }
    const id = found.kind === 'order' ? found.orderId : found.purchaseOrderId;
    if (!isOther({ kind: found.kind, id })) return null;
    return {
      tone: 'wrong',
      text: t('warehouse:scan.other', { what: nameOf(found) }),
      choices: [{ label: t('warehouse:scan.openOther'), onChoose: () => open(placeOf(found)) }],
    };
  };
}
