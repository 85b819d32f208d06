/**
 * Plays the main job of the demo company in the terminal: `node demo/headless.ts [--json]`. Real files, keychain, mail
 * server and website; exit code 0 only if all of it happened.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSession } from '../main/engine/create-session.ts';
import { readWebsite } from '../main/engine/settings/website-store.ts';
import { AppError } from '../shared/errors.ts';
import { createDemoCompany } from './demo-company.ts';
import { forgetKeys } from './demo-keys.ts';
import { startDemoServices } from './demo-services.ts';
import { type MainJobOutcome, playMainJob } from './main-job.ts';

const websiteId = 1;

async function playInNewFolder(say: (step: string) => void): Promise<MainJobOutcome> {
  const folder = await mkdtemp(join(tmpdir(), 'orderbud-demo-'));
  const session = createSession();
  try {
    const { db } = await createDemoCompany(session, join(folder, 'demo.orderbud'));
    say('The demo company is made: 40 products, 25 customers, 60 orders');
    const { publicId } = readWebsite(db, websiteId);
    try {
      const services = await startDemoServices(session, folder);
      try {
        say(`Its shop is at ${services.shopUrl}, its mails are caught on this machine`);
        return await playMainJob(session, services, say);
      } finally {
        await services.close();
      }
    } finally {
      await forgetKeys(session.secrets, publicId);
    }
  } finally {
    session.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function main(args: readonly string[]): Promise<void> {
  const startedAt = performance.now();
  const { report, faults } = await playInNewFolder((step) => console.log(step));
  for (const fault of faults) console.error(`Did not happen: ${fault}`);
  const ms = Math.round(performance.now() - startedAt);
  if (faults.length === 0) console.log(`All of it happened, in ${(ms / 1000).toFixed(1)} s`);
  if (args.includes('--json')) console.log(JSON.stringify({ ...report, ms }));
  process.exitCode = faults.length === 0 ? 0 : 1;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof AppError ? `Did not happen: ${error.code} ${JSON.stringify(error.details)}` : error);
  process.exitCode = 1;
});
