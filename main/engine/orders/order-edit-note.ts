import type { SqlValue } from '../db/database.ts';

/** One edit as the log keeps it: plain values, no names or texts that a person wrote. */
export type OrderEditNote = {
  readonly what: string;
  readonly lineId?: number;
  readonly from?: SqlValue;
  readonly to?: SqlValue;
};
