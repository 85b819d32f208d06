/**
 * Checks who imports whom (docs/architecture.md, "Folders"): `node tools/check-layers.ts` fails with one line per forbidden
 * import.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface SourceFile {
  /** From the repo's root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

interface Import {
  /** A path from the repo's root, or a package's name. */
  readonly target: string;
  readonly isRelative: boolean;
  readonly isTypeOnly: boolean;
  /** `import('...')`: loaded when it is called. */
  readonly isDynamic: boolean;
}

/** Folders of the engine, top first; those of one line may meet in any way only one line down. */
const engineLayers: readonly (readonly string[])[] = [
  ['website-data'],
  ['website', 'my-page', 'outbox'],
  ['mail'],
  ['ledger'],
  ['rules'],
  ['import'],
  ['warehouse', 'purchasing', 'invoicing'],
  ['orders', 'products', 'contacts'],
  ['documents', 'settings', 'secrets'],
  ['logging'],
  ['db'],
];

/** Files beside the engine's folders that every router needs: the tRPC builder, the check of paths, the session's type, what is set in motion upwards. */
const engineFloor = new Set(['trpc.ts', 'chosen-paths.ts', 'effects.ts']);
/** The one file that may load demo/, so that a company that is no demo never does. */
const demoHost = 'main/engine/demo-host.ts';
/** Of these the folders may know the type only. */
const engineTypesOnly = new Set(['session.ts']);

const folders = ['main', 'preload', 'renderer', 'shared', 'my-page', 'demo', 'tests', 'bench', 'tools'];

/** Lists what is forbidden, one line each; empty when all imports go the right way. */
export function findLayerFaults(files: readonly SourceFile[]): readonly string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap((imported) => {
      const fault = faultOf(file.path, imported);
      return fault === null ? [] : [`${file.path} imports ${imported.target}: ${fault}`];
    }),
  );
}

function faultOf(from: string, imported: Import): string | null {
  if (from.startsWith('main/engine/')) return engineFault(from, imported);
  if (from.startsWith('main/shell/')) return shellFault(imported);
  if (from.startsWith('renderer/')) return rendererFault(imported);
  if (from.startsWith('preload/')) return preloadFault(imported);
  if (from.startsWith('shared/')) return sharedFault(from, imported);
  if (from.startsWith('my-page/')) return myPageFault(imported);
  return imported.target === 'electron' && !from.startsWith('tests/')
    ? 'only the shell and the preload know Electron'
    : null;
}

function engineFault(from: string, { target, isRelative, isTypeOnly, isDynamic }: Import): string | null {
  if (!isRelative) return target === 'electron' ? 'the engine knows no Electron' : null;
  if (isIn(target, 'shared') || target === 'package.json') return null;
  if (from === demoHost && isDynamic && isIn(target, 'demo')) return null;
  if (!isIn(target, 'main/engine')) return 'the engine imports from itself and shared/ only';
  const fromLayer = layerOf(from);
  if (fromLayer === null) return null;
  const toLayer = layerOf(target);
  if (toLayer === null) return floorFault(target, isTypeOnly);
  if (folderOf(from) === folderOf(target) || toLayer > fromLayer) return null;
  return toLayer === fromLayer ? 'folders of one line meet one line up' : 'imports go downwards only';
}

function floorFault(target: string, isTypeOnly: boolean): string | null {
  const file = target.slice('main/engine/'.length);
  if (engineFloor.has(file)) return null;
  if (engineTypesOnly.has(file)) return isTypeOnly ? null : 'the folders know its type only';
  return 'imports go downwards only';
}

function shellFault({ target, isRelative }: Import): string | null {
  if (!isRelative || isIn(target, 'shared') || isIn(target, 'main/shell')) return null;
  return 'the shell holds no business rule: it imports from itself and shared/ only';
}

function rendererFault({ target, isRelative, isTypeOnly }: Import): string | null {
  if (!isRelative) {
    return target === 'electron' || target.startsWith('node:') ? 'the window has no Node and no Electron' : null;
  }
  if (isIn(target, 'shared/my-page') && !isTypeOnly) return 'the protocol of My page is for Node';
  if (isIn(target, 'renderer') || isIn(target, 'shared')) return null;
  return target === 'main/engine/api.ts' && isTypeOnly ? null : 'the window knows shared/ and the type of the API only';
}

function preloadFault({ target, isRelative }: Import): string | null {
  if (!isRelative) return target === 'electron' ? null : 'the bridge is one file without dependencies';
  return isIn(target, 'shared') ? null : 'the bridge imports from shared/ only';
}

/** What desktop and My page share may hash: both its users run under Node, and the window may not import it. */
function sharedFault(from: string, { target, isRelative }: Import): string | null {
  const isHashing = target === 'node:crypto' && isIn(from, 'shared/my-page');
  if (!isRelative) return target === 'zod' || isHashing ? null : 'shared/ imports zod only';
  if (isIn(from, 'shared/my-page') && !isIn(target, 'shared/my-page'))
    return 'My page is deployed without the rest of shared/';
  return isIn(target, 'shared') ? null : 'shared/ imports from itself only';
}

function myPageFault({ target, isRelative }: Import): string | null {
  if (!isRelative) return target === 'electron' ? 'My page is a web server' : null;
  return isIn(target, 'my-page') || isIn(target, 'shared/my-page') ? null : 'My page shares only shared/my-page';
}

/** The number of a path's line in the engine, 0 at the top; null for files beside the folders. */
function layerOf(path: string): number | null {
  const folder = folderOf(path);
  const layer = engineLayers.findIndex((names) => folder !== null && names.includes(folder));
  return layer === -1 ? null : layer;
}

function folderOf(path: string): string | null {
  const parts = path.split('/');
  return parts.length > 3 ? (parts[2] ?? null) : null;
}

function isIn(path: string, folder: string): boolean {
  return path.startsWith(`${folder}/`);
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?([^'";]*?)\s*from\s*'([^']+)'|(?:^|\n)\s*import\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;

function importsOf(file: SourceFile): readonly Import[] {
  return [...file.text.matchAll(importPattern)].map((match) => {
    const [, typeKeyword, names = '', from, bare, dynamic] = match;
    const specifier = from ?? bare ?? dynamic ?? '';
    const isRelative = specifier.startsWith('.');
    return {
      target: isRelative ? posix.join(posix.dirname(file.path), specifier) : specifier,
      isRelative,
      isTypeOnly: typeKeyword !== undefined || areAllTypes(names),
      isDynamic: dynamic !== undefined,
    };
  });
}

/** `{ type A, type B }` brings no code in. */
function areAllTypes(names: string): boolean {
  const inner = /^\{([^}]*)\}$/.exec(names.trim())?.[1];
  if (inner === undefined) return false;
  const parts = inner.split(',').filter((part) => part.trim() !== '');
  return parts.length > 0 && parts.every((part) => /^\s*type\s/.test(part));
}

/** All sources of the repo. */
export function readSources(root: string): readonly SourceFile[] {
  const present = folders.filter((folder) => existsSync(join(root, folder)));
  return present.flatMap((folder) => {
    const entries = readdirSync(join(root, folder), { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => {
        const file = join(entry.parentPath, entry.name);
        return { path: relative(root, file).split(sep).join('/'), text: readFileSync(file, 'utf8') };
      });
  });
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const files = readSources(dirname(import.meta.dirname));
  const faults = findLayerFaults(files);
  for (const fault of faults) console.error(fault);
  console.log(`${files.length} files, ${faults.length} forbidden imports`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
