import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Rolldown } from 'vite';

export type KilledProgram = {
  readonly path: string;
  /** Tells program texts apart: what was played on one says nothing of another. */
  readonly textHash: string;
};

const repo = join(import.meta.dirname, '..', '..');
let built: Promise<KilledProgram> | undefined;

/**
 * killed-run.ts with all of the program that it needs in one file, made once per process: read from its sources it would take
 * longer to start than to run.
 */
export function killedProgram(): Promise<KilledProgram> {
  built ??= buildOnce();
  return built;
}

async function buildOnce(): Promise<KilledProgram> {
  const chunks = await bundle();
  const hash = createHash('sha256');
  for (const { fileName, code } of chunks) hash.update(fileName).update(code);
  const textHash = hash.digest('hex').slice(0, 12);
  // Within the repo, so that native modules are found
  const parent = join(repo, 'test-results', 'faults');
  const folder = join(parent, `program-${textHash}`);
  if (!existsSync(folder)) writeAtOnce(folder, chunks);
  return { path: join(folder, 'killed-run.cjs'), textHash };
}

async function bundle(): Promise<readonly Rolldown.OutputChunk[]> {
  const built = await build({
    configFile: false,
    root: repo,
    logLevel: 'warn',
    ssr: { noExternal: true, external: ['better-sqlite3', 'keytar', '@node-rs/argon2'] },
    build: {
      ssr: true,
      target: 'node24',
      write: false,
      minify: false,
      rolldownOptions: {
        input: {
          'killed-run': join(import.meta.dirname, 'killed-run.ts'),
          'check-thread': join(repo, 'main', 'engine', 'db', 'check-thread.ts'),
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  });
  if (!('output' in built)) throw new Error('One build is made');
  return built.output.filter((file) => file.type === 'chunk');
}

/** Another process may be writing the same. */
function writeAtOnce(folder: string, chunks: readonly Rolldown.OutputChunk[]): void {
  mkdirSync(join(folder, '..'), { recursive: true });
  const draft = mkdtempSync(`${folder}-draft-`);
  for (const { fileName, code } of chunks) writeFileSync(join(draft, fileName), code);
  try {
    renameSync(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    rmSync(draft, { recursive: true, force: true });
  }
}
