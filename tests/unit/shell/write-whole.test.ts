import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeWhole } from '../../../main/shell/write-whole.ts';

async function emptyFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'orderbud-write-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('a file is replaced whole, and nothing else is left beside it', async () => {
  const folder = await emptyFolder();
  const path = join(folder, 'report.csv');
  await writeFile(path, 'a much longer text that stood there before');
  await writeWhole(path, '\ufeffnew');
  expect(await readFile(path)).toEqual(Buffer.from('\ufeffnew', 'utf8'));
  expect(await readdir(folder)).toEqual(['report.csv']);
});

test('what cannot be written leaves what was there, and no half file', async () => {
  const folder = await emptyFolder();
  const path = join(folder, 'taken');
  await mkdir(join(path, 'in use'), { recursive: true });
  await expect(writeWhole(path, 'new')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['taken']);
  await expect(writeWhole(join(folder, 'missing', 'report.csv'), 'new')).rejects.toThrow(/ENOENT/);
});
