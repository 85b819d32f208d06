import type { FileKind } from '../../shared/bridge.ts';
import type { MadeFile } from '../../shared/mails.ts';
import { shell } from '../ui/bridge.ts';
import { errorTextOf } from '../ui/failure.ts';
import { useNotices } from '../ui/notices.tsx';
import { useCommand } from '../ui/queries.ts';
import { t } from '../ui/texts.ts';

/** Asks where a file that the engine makes is to be saved, and says what became of it. */
export function useSaveFile(title: string, kind: FileKind, make: () => Promise<MadeFile>) {
  const { notify, notifyFailure } = useNotices();
  const command = useCommand(async () => {
    const { name, bytes } = await make();
    const result = await shell.saveBytes({ title, suggestedName: name, kinds: [kind], bytes });
    if (result.kind === 'saved') notify(t('e-commerce:csv.saved', { file: result.path.split(/[\\/]/).at(-1) ?? name }));
    if (result.kind === 'failed') notifyFailure(t('e-commerce:csv.notSaved', { title, reason: result.reason }));
  });
  return {
    isPending: command.isPending,
    save: () => command.mutate(undefined, { onError: (error) => notifyFailure(errorTextOf(error).what) }),
  };
}
