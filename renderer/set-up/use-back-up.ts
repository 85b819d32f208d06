import { useCallback, useState } from 'react';
import { api } from '../ui/api.ts';

export type BackUpProgress = { readonly done: number; readonly of: number };

/** Copies the open company to a place; tells how far it is while it goes on. */
export function useBackUp(): {
  readonly progress: BackUpProgress | null;
  readonly backUp: (path: string) => Promise<void>;
} {
  const [progress, setProgress] = useState<BackUpProgress | null>(null);
  const backUp = useCallback(
    (path: string) =>
      new Promise<void>((resolve, reject) => {
        setProgress({ done: 0, of: 1 });
        const end = (finish: () => void) => {
          setProgress(null);
          finish();
        };
        api.companies.backUp.subscribe(
          { path },
          {
            onData: (event) => {
              if (event.kind === 'progress') setProgress({ done: event.done, of: event.of });
            },
            onError: (error) => end(() => reject(error)),
            onComplete: () => end(resolve),
          },
        );
      }),
    [],
  );
  return { progress, backUp };
}
