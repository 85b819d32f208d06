import type { CommandContext } from './context.ts';
import type { WriteTx } from './database.ts';

class RolledBack extends Error {}

type Command = <Result>(work: (tx: WriteTx, context: CommandContext) => Result) => Result;

/**
 * Does `work` as a command and takes all of it back, whatever happens: answers what would be, and leaves the company as it is.
 * @throws what `work` and the command throw, such as AppError 'import-in-progress' while a long transaction holds the company
 */
export function tryOut<Result>(command: Command, work: (tx: WriteTx, context: CommandContext) => Result): Result {
  const outcome: { done?: { readonly result: Result } } = {};
  try {
    command((tx, context) => {
      outcome.done = { result: work(tx, context) };
      throw new RolledBack();
    });
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error;
  }
  if (outcome.done === undefined) throw new Error('Nothing was tried out');
  return outcome.done.result;
}
