import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { isAbsolute } from 'node:path';
import { AppError } from '../../../shared/errors.ts';

/** Checks that files can be stored in a folder now. @throws AppError 'folder-not-usable' */
export async function requireUsableFolder(folder: string): Promise<void> {
  try {
    if (!isAbsolute(folder)) throw new Error('A folder is named from its root');
    if (!(await stat(folder)).isDirectory()) throw new Error('A file is no folder');
    await access(folder, constants.W_OK);
  } catch (cause) {
    throw new AppError('folder-not-usable', { folder }, { cause });
  }
}
