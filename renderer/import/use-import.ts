import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type {
  ImportKind,
  ImportPreview,
  ImportProgress,
  ImportReport,
  InspectEvent,
  InspectedFile,
  InspectImportInput,
  PreviewEvent,
  PreviewImportInput,
  RunImportEvent,
} from '../../shared/import.ts';
import { api } from '../ui/api.ts';
import { useNotices } from '../ui/notices.tsx';
import { t } from '../ui/texts.ts';
import type { ColumnChoice } from './decide-reading.ts';

export type ImportStep =
  | { readonly step: 'file' }
  | { readonly step: 'columns'; readonly file: InspectedFile }
  | { readonly step: 'preview'; readonly file: InspectedFile; readonly preview: ImportPreview }
  | { readonly step: 'done'; readonly report: ImportReport };

/** What the person chose in the second step; kept when he comes back to it. */
export type ImportMapping = {
  readonly columns: readonly ColumnChoice[];
  /** Of which website orders with a web order no. are; null for ordinary orders, undefined while it is open. */
  readonly websiteId: number | null | undefined;
  readonly purchasesAre: 'transferred' | 'draft';
};

export type ImportWork = Pick<ImportProgress, 'phase' | 'done' | 'of'>;

type Events<Event> = {
  readonly onData: (event: Event) => void;
  readonly onError: (error: unknown) => void;
  readonly onComplete: () => void;
};
type Subscription = { readonly unsubscribe: () => void };

export type ImportControl = {
  readonly kind: ImportKind;
  readonly setKind: (kind: ImportKind) => void;
  readonly at: ImportStep;
  /** Long work under way; null otherwise. */
  readonly work: ImportWork | null;
  readonly error: unknown;
  readonly dismissError: () => void;
  readonly path: string;
  readonly mapping: ImportMapping;
  readonly setMapping: (change: Partial<ImportMapping>) => void;
  readonly read: (input: Omit<InspectImportInput, 'kind'>) => void;
  readonly check: (input: Omit<PreviewImportInput, 'importId' | 'kind'>) => void;
  readonly run: (leaveFaulty: boolean) => void;
  readonly cancel: () => void;
  readonly back: () => void;
  readonly again: () => void;
};

const nothingChosen: ImportMapping = { columns: [], websiteId: undefined, purchasesAre: 'transferred' };

/** The way through an import. Leaving it stops what is under way, and nothing of that is imported. */
export function useImport(): ImportControl {
  const client = useQueryClient();
  const [kind, setKind] = useState<ImportKind>('products');
  const [at, setAt] = useState<ImportStep>({ step: 'file' });
  const [path, setPath] = useState('');
  const [mapping, setWholeMapping] = useState<ImportMapping>(nothingChosen);
  const [error, setError] = useState<unknown>(null);
  const { work, follow, cancel } = useLongWork(setError);
  const importId = useDiscardWhenLeft();

  const setMapping = (change: Partial<ImportMapping>) => setWholeMapping((before) => ({ ...before, ...change }));
  const read: ImportControl['read'] = (input) => {
    setPath(input.path);
    follow<InspectEvent>(
      (events) => api.imports.inspect.subscribe({ ...input, kind }, events),
      'reading',
      (event) => {
        if (event.kind !== 'inspected') return;
        importId.current = event.file.importId;
        setMapping({ columns: event.file.columns.map(({ field }) => ({ field, dateOrder: null, decimalSign: null })) });
        setAt({ step: 'columns', file: event.file });
      },
    );
  };
  const check: ImportControl['check'] = (input) => {
    if (at.step !== 'columns') return;
    const { file } = at;
    const question = { ...input, kind, importId: file.importId };
    follow<PreviewEvent>(
      (events) => api.imports.preview.subscribe(question, events),
      'checking',
      (event) => {
        if (event.kind === 'previewed') setAt({ step: 'preview', file, preview: event.preview });
      },
    );
  };
  const run: ImportControl['run'] = (leaveFaulty) => {
    if (at.step !== 'preview') return;
    const question = { importId: at.file.importId, leaveFaulty };
    follow<RunImportEvent>(
      (events) => api.imports.run.subscribe(question, events),
      'storing',
      (event) => {
        if (event.kind !== 'imported') return;
        importId.current = null;
        setAt({ step: 'done', report: event.report });
        void client.invalidateQueries();
      },
    );
  };
  const again = () => {
    setError(null);
    setAt({ step: 'file' });
  };
  const back = () => {
    setError(null);
    setAt(at.step === 'preview' ? { step: 'columns', file: at.file } : { step: 'file' });
  };
  const dismissError = () => setError(null);
  return {
    kind,
    setKind,
    at,
    work,
    error,
    dismissError,
    path,
    mapping,
    setMapping,
    read,
    check,
    run,
    cancel,
    back,
    again,
  };
}

/** One piece of long work at a time, with how far it is. */
function useLongWork(setError: (error: unknown) => void) {
  const { notifyFailure } = useNotices();
  const [work, setWork] = useState<ImportWork | null>(null);
  const listening = useRef<{ readonly subscription: Subscription; readonly phase: ImportWork['phase'] } | null>(null);
  useEffect(
    () => () => {
      if (listening.current === null) return;
      listening.current.subscription.unsubscribe();
      if (listening.current.phase === 'storing') notifyFailure(t('import:progress.stopped'));
      listening.current = null;
    },
    [notifyFailure],
  );
  const end = useCallback(() => {
    listening.current = null;
    setWork(null);
  }, []);
  const follow = <Event extends { readonly kind: string }>(
    subscribe: (events: Events<Event>) => Subscription,
    phase: ImportWork['phase'],
    onEvent: (event: Exclude<Event, ImportProgress>) => void,
  ) => {
    listening.current?.subscription.unsubscribe();
    setError(null);
    setWork({ phase, done: 0, of: 1 });
    const subscription = subscribe({
      onData: (event) => {
        if (isProgress(event)) setWork(event);
        else onEvent(event as Exclude<Event, ImportProgress>);
      },
      onError: (error) => {
        setError(error);
        end();
      },
      onComplete: end,
    });
    listening.current = { subscription, phase };
  };
  const cancel = () => {
    listening.current?.subscription.unsubscribe();
    end();
  };
  return { work, follow, cancel };
}

function isProgress(event: { readonly kind: string }): event is ImportProgress {
  return event.kind === 'progress';
}

/** What the engine keeps of a file is let go of with the page. */
function useDiscardWhenLeft() {
  const importId = useRef<number | null>(null);
  useEffect(
    () => () => {
      if (importId.current !== null) api.imports.discard.mutate({ importId: importId.current }).catch(() => {});
    },
    [],
  );
  return importId;
}
