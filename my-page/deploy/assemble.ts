import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';

/**
 * Copies My page and the packages that it needs, and nothing of the desktop program, into a new folder:
 *
 *   npm ci --omit=dev && node my-page/deploy/assemble.ts /opt/orderbud-my-page
 *
 * What it needs is read from its own imports, from the names of packages that it loads when it first uses them, and from what
 * those packages say that they depend on.
 */
const repo = resolve(import.meta.dirname, '..', '..');
const sources = ['my-page', join('shared', 'my-page')];

type Manifest = Readonly<
  Record<'dependencies' | 'optionalDependencies' | 'peerDependencies', Readonly<Record<string, string>> | undefined>
>;

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
}

/** The packages that the sources import or name in a text, by name. */
function usedPackages(): ReadonlySet<string> {
  const files = sources.flatMap((folder) =>
    readdirSync(join(repo, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(repo, folder, name)),
  );
  const names = new Set<string>();
  const ours = Object.keys(readManifest(repo).dependencies ?? {});
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    for (const name of ours) if (text.includes(`'${name}'`) || text.includes(`'${name}/`)) names.add(name);
    for (const [, specifier = ''] of text.matchAll(/^(?:import|export)\b[^'"]*? from '([^'.][^']*)'/gms)) {
      const name = specifier
        .split('/')
        .slice(0, specifier.startsWith('@') ? 2 : 1)
        .join('/');
      if (!specifier.startsWith('node:') && !builtinModules.includes(name)) names.add(name);
    }
  }
  return names;
}

/** Where a package lies that one in `from` asks for, as Node finds it; null where it is not installed. */
function findPackage(name: string, from: string): string | null {
  for (let folder = from; ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', name);
    if (existsSync(join(found, 'package.json'))) return found;
    if (folder === repo || folder === dirname(folder)) return null;
  }
}

/** All package folders that are needed. @throws Error when one is not installed */
function neededFolders(): ReadonlySet<string> {
  const folders = new Set<string>();
  const add = (name: string, from: string, isOptional: boolean): void => {
    const folder = findPackage(name, from);
    if (folder === null && !isOptional) throw new Error(`${name} is not installed: npm ci --omit=dev`);
    if (folder === null || folders.has(folder)) return;
    folders.add(folder);
    const { dependencies, optionalDependencies, peerDependencies } = readManifest(folder);
    const optional = { ...optionalDependencies, ...peerDependencies };
    for (const dependency of Object.keys(dependencies ?? {})) add(dependency, folder, dependency in optional);
    for (const dependency of Object.keys(optional)) add(dependency, folder, true);
  };
  for (const name of usedPackages()) add(name, repo, false);
  return folders;
}

function assemble(target: string): void {
  if (existsSync(target) && readdirSync(target).length > 0) throw new Error(`${target} is not empty`);
  mkdirSync(target, { recursive: true });
  for (const folder of sources) cpSync(join(repo, folder), join(target, folder), { recursive: true });
  for (const folder of neededFolders()) {
    const isOwn = (path: string): boolean => !relative(folder, path).split(/[\\/]/).includes('node_modules');
    cpSync(folder, join(target, relative(repo, folder)), { recursive: true, filter: isOwn });
  }
  writeFileSync(join(target, 'package.json'), `${JSON.stringify({ type: 'module', private: true })}\n`);
}

const [target] = process.argv.slice(2);
if (target === undefined) {
  console.error('Usage: node my-page/deploy/assemble.ts <new folder>');
  process.exitCode = 2;
} else {
  assemble(resolve(target));
}
