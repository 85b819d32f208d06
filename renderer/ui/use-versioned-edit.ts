import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { createEditQueue } from './edit-queue.ts';
import { useUndo } from './undo.tsx';
import type { VersionKind } from './undo-log.ts';

type Versioned = { readonly id: number; readonly version: number };

/** Sends one edit made on a version of the record; answers the version after it. */
type Send<Patch> = (patch: Patch, id: number, version: number) => Promise<number>;

/** The edit that takes another one back, and what it is called; null for an edit that cannot be taken back. */
export type Inverse<Patch> = { readonly label: string; readonly patch: Patch };

/**
 * Saves edits of one record one after the other, each on the version the one before made: leaving two fields in quick succession
 * is no conflict with oneself. Afterwards all that is shown is read again. `send` and `inverse` must not change from render to
 * render.
 *
 * @param inverse makes of the record as it stood the edit that takes a patch back, which Edit - Undo then offers
 */
export function useVersionedEdit<Patch, Edited extends Versioned>(
  record: Edited | undefined,
  send: Send<Patch>,
  inverse?: (record: Edited, patch: Patch) => Inverse<Patch> | null,
): (patch: Patch) => Promise<void> {
  const client = useQueryClient();
  const { remember, kindOf } = useUndo();
  const queue = useRef<ReturnType<typeof createEditQueue> | null>(null);
  queue.current ??= createEditQueue();
  const enqueue = queue.current;
  const known = useRef({ id: 0, version: 0 });
  const shown = useRef(record);
  shown.current = record;
  if (record && (record.id !== known.current.id || record.version > known.current.version)) {
    known.current = { id: record.id, version: record.version };
  }
  const id = record?.id;
  return useCallback(
    (patch) => {
      if (id === undefined) return Promise.reject(new Error('The record is not there yet'));
      return enqueue(id, known.current.version, async (before) => {
        const back = shown.current?.id === id ? (inverse?.(shown.current, patch) ?? null) : null;
        try {
          const version = await send(patch, id, before);
          if (known.current.id === id) known.current = { id, version };
          if (back !== null && version > before)
            remember(stepFor({ send, kind: kindOf(send) }, back, { id, before, after: version }));
          return version;
        } finally {
          await client.invalidateQueries();
        }
      });
    },
    [client, id, enqueue, send, inverse, remember, kindOf],
  );
}

function stepFor<Patch>(
  { send, kind }: { readonly send: Send<Patch>; readonly kind: VersionKind },
  { label, patch }: Inverse<Patch>,
  { id, before, after }: { readonly id: number; readonly before: number; readonly after: number },
) {
  const { name, aliases } = kind;
  return {
    label,
    record: `${name} ${id}`,
    undo: async () => {
      const version = await send(patch, id, aliases.standsAt(id, after));
      aliases.note(id, before, version);
    },
  };
}
