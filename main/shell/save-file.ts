import { type BrowserWindow, dialog } from 'electron';
import type { SaveFileRequest, SaveFileResult } from '../../shared/bridge.ts';
import { writeWhole } from './write-whole.ts';

/** Asks where to save a file and writes it there, all or nothing. */
export async function saveFile(
  owner: BrowserWindow,
  { title, suggestedName, kinds }: SaveFileRequest,
  content: Uint8Array | string,
): Promise<SaveFileResult> {
  const chosen = await dialog.showSaveDialog(owner, {
    title,
    defaultPath: suggestedName,
    filters: kinds.map(({ name, extensions }) => ({ name, extensions: [...extensions] })),
  });
  if (chosen.canceled || chosen.filePath === '') return { kind: 'cancelled' };
  try {
    await writeWhole(chosen.filePath, content);
    return { kind: 'saved', path: chosen.filePath };
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}
