import { useRef, useState } from 'react';
import { formatQuantity } from '../ui/format.ts';
import { parseQuantity } from '../ui/parse.ts';

type Line = { readonly id: number; readonly firstMilli: number; readonly isScannable: boolean };
type Texts = Readonly<Record<number, string>>;

/**
 * Quantities that stand in a form until it is confirmed. They begin with what is expected; the first scan sets every line
 * that no person touched to 0, so that only what was scanned or typed goes, and `fillIn` takes that back.
 */
export function useTypedQuantities(lines: readonly Line[]) {
  const expected = () => Object.fromEntries(lines.map((line) => [line.id, formatQuantity(line.firstMilli)]));
  const [texts, setTexts] = useState<Texts>(expected);
  const [isCounting, setIsCounting] = useState(false);
  // A scan may come before the one before is drawn.
  const now = useRef({ texts, isCounting, touched: new Set<number>() });
  const set = (next: Texts) => {
    now.current.texts = next;
    setTexts(next);
  };
  const count = (isOn: boolean) => {
    now.current.isCounting = isOn;
    setIsCounting(isOn);
  };
  const zero = formatQuantity(0);
  return {
    texts,
    isCounting,
    milliOf: (lineId: number) => parseQuantity(texts[lineId] ?? '') ?? 0,
    type: (lineId: number, text: string) => {
      now.current.touched.add(lineId);
      set({ ...now.current.texts, [lineId]: text });
    },
    /** What a scan counts on: 0 where counting begins with it. */
    countedMilli: (line: Line) => {
      const isFresh = !now.current.isCounting && !now.current.touched.has(line.id);
      return isFresh ? 0 : (parseQuantity(now.current.texts[line.id] ?? '') ?? 0);
    },
    count: (lineId: number, countedMilli: number) => {
      const untouched = now.current.isCounting
        ? []
        : lines.filter((line) => line.isScannable && !now.current.touched.has(line.id));
      const begun = Object.fromEntries(untouched.map((line) => [line.id, zero]));
      count(true);
      set({ ...now.current.texts, ...begun, [lineId]: formatQuantity(countedMilli) });
    },
    fillIn: () => {
      now.current.touched.clear();
      count(false);
      set(expected());
    },
  };
}
