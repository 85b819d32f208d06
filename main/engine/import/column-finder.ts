import type { DateOrder, DecimalSign, Evidence, FoundColumn } from '../../../shared/import.ts';
import { dateEvidence } from './read-date.ts';
import { decimalEvidence } from './read-number.ts';

const samplesKept = 3;
const longestSample = 60;

// A quick look first: a million rows have ten million cells
const couldBeDate = /^\d{1,2}[/-]\d/;
const couldBeNumber = /^[-+−–]?\d[^a-z]*[.,]/i;

type Writable<Way extends string> = { -readonly [Key in keyof Evidence<Way>]: number };

/** Collects what the cells of one column show, over the whole file. */
export class ColumnFinder {
  private readonly samples: string[] = [];
  private readonly dates: Writable<DateOrder> = { 'day-first': 0, 'month-first': 0, either: 0 };
  private readonly decimals: Writable<DecimalSign> = { comma: 0, point: 0, either: 0 };

  add(cell: string): void {
    const text = cell.trim();
    if (text === '') return;
    if (this.samples.length < samplesKept) this.samples.push(text.slice(0, longestSample));
    // Longer ones are texts; most columns hold nothing else
    if (text.length > 30) return;
    if (couldBeDate.test(text)) {
      const date = dateEvidence(text);
      if (date !== null) this.dates[date] += 1;
    } else if (couldBeNumber.test(text)) {
      const decimal = decimalEvidence(text);
      if (decimal !== null) this.decimals[decimal] += 1;
    }
  }

  found(): Pick<FoundColumn, 'samples' | 'dates' | 'decimals'> {
    return { samples: this.samples, dates: this.dates, decimals: this.decimals };
  }
}
