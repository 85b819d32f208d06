import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ask = promisify(execFile);
const pdfPrinter = '/usr/share/ppd/cupsfilters/Generic-PDF_Printer-PDF.ppd';

/** Whether this computer has Debian's CUPS, and root's right to run a server of its own. */
export function canPrint(): boolean {
  const programs = ['cupsd', 'lpadmin', 'lpstat', 'pdftotext'];
  const areThere = programs.every((name) => spawnSync('which', [name]).status === 0);
  return process.platform === 'linux' && areThere && existsSync(pdfPrinter) && process.getuid?.() === 0;
}

/** A print server of its own with one printer, which keeps its paper in a file. */
export type PrintQueue = {
  readonly printer: string;
  /** What a program needs in its environment to print here. */
  readonly env: Readonly<Record<string, string>>;
  /** Text of everything printed so far, page by page; waits until the queue is empty. */
  readonly printedPages: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** Starts CUPS on a socket in a folder of its own; the computer's own printers are not touched. */
export async function startPrintQueue(): Promise<PrintQueue> {
  const folder = await mkdtemp(join(tmpdir(), 'orderbud-cups-'));
  const socket = join(folder, 'cups.sock');
  const paper = join(folder, 'paper.pdf');
  const env = { CUPS_SERVER: socket };
  await writeSettings(folder, socket);
  const server = spawn('cupsd', ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')], {
    stdio: 'ignore',
  });
  const close = async () => {
    server.kill();
    await new Promise((resolve) => server.once('exit', resolve));
    await rm(folder, { recursive: true, force: true });
  };
  const printer = 'Paper';
  const cups = (program: string, args: readonly string[]) => ask(program, args, { env: { ...process.env, ...env } });
  await until(async () => (await cups('lpstat', ['-r'])).stdout.includes('is running'));
  await cups('lpadmin', ['-p', printer, '-v', `file://${paper}`, '-P', pdfPrinter, '-E']);
  const printedPages = async () => {
    await until(async () => (await cups('lpstat', ['-o'])).stdout.trim() === '' && existsSync(paper));
    const { stdout } = await ask('pdftotext', ['-layout', paper, '-']);
    return stdout.split('\f').slice(0, -1);
  };
  return { printer, env, printedPages, close };
}

async function writeSettings(folder: string, socket: string): Promise<void> {
  const places = { ServerRoot: 'root', StateDir: 'state', CacheDir: 'cache', RequestRoot: 'requests', TempDir: 'temp' };
  for (const name of Object.values(places)) await mkdir(join(folder, name));
  // CUPS turns pages as a user of its own, who has to get in.
  await chmod(folder, 0o755);
  await chmod(join(folder, places.TempDir), 0o1777);
  const files = [
    ...Object.entries(places).map(([name, place]) => `${name} ${join(folder, place)}`),
    ...['ErrorLog', 'AccessLog', 'PageLog'].map((name) => `${name} ${join(folder, name)}`),
    'FileDevice Yes',
  ];
  const open = ['Order allow,deny', 'Allow all'];
  const rules = ['<Location />', ...open, '</Location>', '<Policy default>', '<Limit All>', ...open];
  const server = [`Listen ${socket}`, 'Browsing Off', 'WebInterface No', 'DefaultAuthType None', ...rules];
  await writeFile(join(folder, 'cups-files.conf'), `${files.join('\n')}\n`);
  await writeFile(join(folder, 'cupsd.conf'), `${[...server, '</Limit>', '</Policy>'].join('\n')}\n`);
}

/** Asks again until it is so; a print server tells nobody when it is done. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  const giveUpAt = performance.now() + 20_000;
  while (performance.now() < giveUpAt) {
    if (await isSo().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The print server did not come to it within 20 seconds');
}
