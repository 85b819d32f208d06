import type { FileKind } from '../../shared/bridge.ts';
import type { MadeFile } from '../../shared/mails.ts';
import { shell } from './bridge.ts';
import { errorTextOf } from './failure.ts';
import { useNotices } from './notices.tsx';
import { useCommand } from './queries.ts';
import { t } from './texts.ts';

/** Makes a file, asks where it is to be saved, and says what became of it. */
export function useSaveFile(title: string, kind: FileKind, make: () => Promise<MadeFile>) {
  const { notify, notifyFailure } = useNotices();
  const command = useCommand(async () => {
    const { name, bytes } = await make();
    const result = await shell.saveBytes({ title, suggestedName: name, kinds: [kind], bytes });
    if (result.kind === 'saved') notify(t('common:file.saved', { file: result.path.split(/[\\/]/).at(-1) ?? name }));
    if (result.kind === 'failed') notifyFailure(t('common:file.notSaved', { title, reason: result.reason }));
  });
  return {
    isPending: command.isPending,
    save: () => command.mutate(undefined, { onError: (error) => notifyFailure(errorTextOf(error).what) }),
  };
}
