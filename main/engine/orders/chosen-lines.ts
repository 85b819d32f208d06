import { AppError } from '../../../shared/errors.ts';
import type { LineRecord } from './order-record.ts';

/**
 * The lines that an input names, each with its quantity.
 * @throws AppError 'not-found' for a line that the order has not (or no more), 'bad-input' for one named twice
 */
export function chosenLines(
  lines: readonly LineRecord[],
  chosen: readonly { readonly lineId: number; readonly quantityMilli: number }[],
): readonly { readonly line: LineRecord; readonly quantityMilli: number }[] {
  if (new Set(chosen.map(({ lineId }) => lineId)).size !== chosen.length) {
    throw new AppError('bad-input', { field: 'lines', reason: 'twice' });
  }
  return chosen.map(({ lineId, quantityMilli }) => {
    const line = lines.find(({ id, isRemoved }) => id === lineId && !isRemoved);
    if (line === undefined) throw new AppError('not-found', { lineId });
    return { line, quantityMilli };
  });
}
