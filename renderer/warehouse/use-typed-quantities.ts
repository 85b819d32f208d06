import { useRef, useState } from 'react';
import { formatQuantity } from '../ui/format.ts';
import { parseQuantity } from '../ui/parse.ts';
import { type QuantityLine, shownQuantities, type TypedSoFar } from './shown-quantities.ts';

const untouched: TypedSoFar = { typed: {}, isCounting: false };

/**
 * Quantities that stand in a form until it is confirmed. They begin with what is expected; the first scan sets every line
 * that no person touched to 0, so that only what was scanned or typed goes, and `fillIn` takes that back. Lines that are read
 * again meanwhile, since somebody else changed the order, keep what was typed and scanned.
 */
export function useTypedQuantities(lines: readonly QuantityLine[]) {
  const [soFar, setSoFar] = useState(untouched);
  // A scan may come before the one before is drawn.
  const now = useRef(soFar);
  const set = (next: TypedSoFar) => {
    now.current = next;
    setSoFar(next);
  };
  const texts = shownQuantities(lines, soFar);
  return {
    texts,
    isCounting: soFar.isCounting,
    milliOf: (lineId: number) => parseQuantity(texts[lineId] ?? '') ?? 0,
    type: (lineId: number, text: string) => {
      set({ ...now.current, typed: { ...now.current.typed, [lineId]: text } });
    },
    /** What a scan counts on: 0 where counting begins with it. */
    countedMilli: (line: QuantityLine) => {
      const { typed, isCounting } = now.current;
      if (!isCounting && typed[line.id] === undefined) return 0;
      return parseQuantity(shownQuantities([line], now.current)[line.id] ?? '') ?? 0;
    },
    count: (lineId: number, countedMilli: number) => {
      set({ isCounting: true, typed: { ...now.current.typed, [lineId]: formatQuantity(countedMilli) } });
    },
    fillIn: () => set(untouched),
  };
}
