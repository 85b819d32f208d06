import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';

/** Sends one edit made on a version of the record; answers the version after it. */
type Send<Patch> = (patch: Patch, id: number, version: number) => Promise<number>;

/**
 * Saves edits of one record one after the other, each on the version the one before made: leaving two fields in quick succession
 * is no conflict with oneself. Afterwards all that is shown is read again. `send` must not change from render to render.
 */
export function useVersionedEdit<Patch>(
  record: { readonly id: number; readonly version: number } | undefined,
  send: Send<Patch>,
): (patch: Patch) => Promise<void> {
  const client = useQueryClient();
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const known = useRef({ id: 0, version: 0 });
  if (record && (record.id !== known.current.id || record.version > known.current.version)) {
    known.current = { id: record.id, version: record.version };
  }
  const id = record?.id;
  return useCallback(
    (patch) => {
      if (id === undefined) return Promise.reject(new Error('The record is not there yet'));
      const edit = queue.current.then(async () => {
        try {
          const version = await send(patch, id, known.current.version);
          if (known.current.id === id) known.current = { id, version };
        } finally {
          await client.invalidateQueries();
        }
      });
      queue.current = edit.catch(() => undefined);
      return edit;
    },
    [client, id, send],
  );
}
