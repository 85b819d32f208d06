import { useCallback, useRef } from 'react';
import { useUndo } from './undo.tsx';
import { NoLongerFits } from './undo-log.ts';

type Parts<Record, Patch> = {
  /** As `useUndo` knows the record: `contact 12`. */
  readonly record: string;
  /** As it is shown now. */
  readonly shown: Record | undefined;
  readonly read: () => Promise<Record>;
  readonly send: (patch: Patch) => Promise<unknown>;
  /** What a field of the record is called, with the record's name; null for what is not taken back. */
  readonly labelOf: (field: string) => string | null;
};

/**
 * Stores patches of a record that has no version, and remembers how to take them back: only while its fields still are as the
 * patch left them.
 */
export function useUndoablePatch<Record extends object, Patch extends object>(
  parts: Parts<Record, Patch>,
): (patch: Patch) => Promise<void> {
  const { remember } = useUndo();
  const latest = useRef(parts);
  latest.current = parts;
  return useCallback(
    async (patch) => {
      const { record, shown, read, send, labelOf } = latest.current;
      const fields = Object.keys(patch);
      const before = shown === undefined ? null : fieldsOf(shown, fields);
      await send(patch);
      const labels = fields.map(labelOf);
      const label = labels.filter((each) => each !== null).join(', ');
      if (before === null || label === '' || labels.includes(null)) return;
      const after = JSON.stringify(fieldsOf(await read(), fields));
      if (after === JSON.stringify(before)) return;
      remember({
        label,
        record,
        undo: async () => {
          if (JSON.stringify(fieldsOf(await read(), fields)) !== after) throw new NoLongerFits();
          await send(before as Patch);
        },
      });
    },
    [remember],
  );
}

function fieldsOf(record: object, fields: readonly string[]): object {
  return Object.fromEntries(fields.map((field) => [field, Reflect.get(record, field)]));
}
