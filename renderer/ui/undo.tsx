import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { errorTextOf, failureOf } from './failure.ts';
import { useNotices } from './notices.tsx';
import { t } from './texts.ts';
import {
  createVersionKinds,
  NoLongerFits,
  type UndoStep,
  type VersionKind,
  withoutRecord,
  withoutStep,
  withStep,
} from './undo-log.ts';

export type Undo = {
  /** Notes a change that was just stored. */
  readonly remember: (step: UndoStep) => void;
  /** Takes the last change of this window back, if there is one. */
  readonly undoLast: () => void;
  /** What `undoLast` takes back; null when there is nothing. */
  readonly last: UndoStep | null;
  /** Of the records that `send` edits: how versions of this company were taken back. */
  readonly kindOf: (send: object) => VersionKind;
};

const UndoContext = createContext<Undo | null>(null);

type Props = {
  /** Rises when another company is open, or the same one restored: its versions and ids mean something else. */
  readonly companies: number;
  readonly children: ReactNode;
};

/** Remembers the last changes of this window, as long as one company is open. */
export function UndoProvider({ companies, children }: Props) {
  const client = useQueryClient();
  const { notify, notifyFailure } = useNotices();
  const log = useRef<readonly UndoStep[]>([]);
  const [last, setLast] = useState<UndoStep | null>(null);
  const isBusy = useRef(false);
  const keep = useCallback((next: readonly UndoStep[]) => {
    log.current = next;
    setLast(next.at(-1) ?? null);
  }, []);
  const kinds = useRef({ of: companies, kindOf: createVersionKinds() });
  const kindOf = useCallback((send: object) => kinds.current.kindOf(send), []);
  useEffect(() => {
    if (kinds.current.of === companies) return;
    kinds.current = { of: companies, kindOf: createVersionKinds() };
    keep([]);
  }, [companies, keep]);
  const remember = useCallback((step: UndoStep) => keep(withStep(log.current, step)), [keep]);

  const takeBack = useCallback(
    async (step: UndoStep) => {
      const { label, record } = step;
      try {
        await step.undo();
        keep(withoutStep(log.current, step));
        notify(t('common:undo.done', { label }));
      } catch (error) {
        keep(withoutRecord(log.current, record));
        const fits = !(error instanceof NoLongerFits) && !failureOf(error).code.endsWith('-changed-meanwhile');
        notifyFailure(
          fits
            ? t('common:undo.failed', { label, what: errorTextOf(error).what })
            : t('common:undo.noLongerFits', { label }),
        );
      } finally {
        await client.invalidateQueries();
      }
    },
    [client, keep, notify, notifyFailure],
  );
  const undoLast = useCallback(() => {
    const step = log.current.at(-1);
    if (step === undefined || isBusy.current) return;
    isBusy.current = true;
    void takeBack(step).finally(() => {
      isBusy.current = false;
    });
  }, [takeBack]);

  const undo = useMemo(() => ({ remember, undoLast, last, kindOf }), [remember, undoLast, last, kindOf]);
  return <UndoContext value={undo}>{children}</UndoContext>;
}

export function useUndo(): Undo {
  const undo = useContext(UndoContext);
  if (undo === null) throw new Error('useUndo stands outside UndoProvider');
  return undo;
}
