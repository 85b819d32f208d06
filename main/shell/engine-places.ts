import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import { app } from 'electron';
import type { EngineWay } from './engine-way.ts';

/** The engine's built file. A plain Node cannot read Electron's archive, so it gets the copy beside it. */
export function engineFile(way: EngineWay): string {
  const root = way === 'plain-node' ? outsideArchive(app.getAppPath()) : app.getAppPath();
  return join(root, 'out', 'main', 'engine.cjs');
}

/**
 * The Node 24 for an engine that cannot run inside this Electron: named by ORDERBUD_NODE, packed beside the program, or of the
 * checkout. @throws Error when there is none
 */
export function findPlainNode(): string {
  const program = process.platform === 'win32' ? 'node.exe' : 'node';
  const candidates = [
    process.env.ORDERBUD_NODE,
    join(process.resourcesPath, 'node', program),
    join(app.getAppPath(), 'node_modules', '.bin', program),
  ];
  const found = candidates.find((candidate) => candidate !== undefined && existsSync(candidate));
  if (found === undefined) throw new Error('No Node 24 for the engine: set ORDERBUD_NODE to one.');
  return found;
}

function outsideArchive(path: string): string {
  return path.endsWith(`${sep}app.asar`) ? `${path}.unpacked` : path;
}
