import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** What is checked out, for evidence: the commit, `+` behind it where the program or its tests were changed since. */
export function presentCommit(): string {
  const cwd = join(import.meta.dirname, '..', '..');
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd, encoding: 'utf8' }).trim();
  const isChanged = git('status', '--porcelain', '--', ':!docs', ':!bench/baseline.json') !== '';
  return git('rev-parse', '--short=10', 'HEAD') + (isChanged ? '+' : '');
}
