import { readFileSync } from 'node:fs';

/** Whether a process runs: one that has ended may stand in Linux's list until its parent has asked how. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || !/\) [ZX] [^)]*$/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}
