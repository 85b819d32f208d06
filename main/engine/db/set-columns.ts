import { AppError } from '../../../shared/errors.ts';
import { get, run, type SqlRow, type SqlValue, type WriteTx } from './database.ts';

/** A column that got another value. */
export type ChangedColumn = { readonly column: string; readonly from: SqlValue; readonly to: SqlValue };
/** New values by column; undefined leaves a column as it is. Column names come from code, never from an input. */
export type NewValues = Readonly<Record<string, SqlValue | undefined>>;

/**
 * Writes the columns of one row that differ and names them. A column that keeps its value is not in the statement, for
 * the triggers that find changed orders fire on a column that is written, whether it changes or not.
 *
 * @throws AppError 'not-found' when the table has no such row
 */
export function setColumns(tx: WriteTx, table: string, id: number, values: NewValues): readonly ChangedColumn[] {
  const present = get<SqlRow>(tx, `SELECT * FROM ${table} WHERE id = @id`, { id });
  if (present === undefined) throw new AppError('not-found', { table, id });
  const changed: ChangedColumn[] = [];
  for (const [column, to] of Object.entries(values)) {
    const from = present[column];
    if (from === undefined) throw new Error(`${table} has no column ${column}`);
    if (to !== undefined && to !== from) changed.push({ column, from, to });
  }
  if (changed.length === 0) return changed;
  const assignments = changed.map(({ column }) => `${column} = @${column}`).join(', ');
  const parameters = Object.fromEntries(changed.map(({ column, to }) => [column, to]));
  run(tx, `UPDATE ${table} SET ${assignments} WHERE id = @id`, { ...parameters, id });
  return changed;
}

/** A flag as SQL holds it; undefined stays undefined. */
export function flag(value: boolean): 0 | 1;
export function flag(value: boolean | undefined): 0 | 1 | undefined;
export function flag(value: boolean | undefined): 0 | 1 | undefined {
  if (value === undefined) return undefined;
  return value ? 1 : 0;
}
