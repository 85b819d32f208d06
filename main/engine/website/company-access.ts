import type { CommandContext } from '../db/context.ts';
import type { ReadDb, WriteTx } from '../db/database.ts';

/** What a service that works over many transactions needs of the open company. */
export type CompanyAccess = {
  readonly db: ReadDb;
  /** Does all of `work` or none of it. */
  readonly command: <Result>(work: (tx: WriteTx, context: CommandContext) => Result) => Result;
};
