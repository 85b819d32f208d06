import { createVersionAliases } from './undo-log.ts';

/** Sends an edit that was made on a version of a record; answers the version after it. */
type SendOn = (version: number) => Promise<number>;

/**
 * Edits of records, one after the other, each on the version that the person saw when making it, moved on by the edits before it
 * in this queue and by nobody else's: what another window stored while an edit waited here is never stored over unasked.
 */
export function createEditQueue(): (id: number, seen: number, send: SendOn) => Promise<void> {
  const own = createVersionAliases();
  let last: Promise<unknown> = Promise.resolve();
  return (id, seen, send) => {
    const edit = last.then(async () => {
      const before = own.standsAt(id, seen);
      const after = await send(before);
      if (after > before) own.note(id, before, after);
    });
    last = edit.catch(() => undefined);
    return edit;
  };
}
