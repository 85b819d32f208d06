import { spawnSync } from 'node:child_process';

/** `npm run faults -- --long` tries everything; `npm test` a slice of it that stands for the rest. */
export const isLong = process.env.ORDERBUD_FAULTS === 'long';

/** All in the long run, else those that are chosen. */
export function sliceOf<Case>(all: readonly Case[], isChosen: (one: Case) => boolean): readonly Case[] {
  return isLong ? all : all.filter(isChosen);
}

/** A disk of one's own is mounted without anybody's leave only where the system has user name spaces. */
export const canMount = spawnSync('unshare', ['-Urm', 'true']).status === 0;
