/**
 * Starts the demo company's services alone, for work on My page and the shop: `node demo/start.ts [folder]`. The folder
 * keeps the company, the site and the caught mails; Ctrl+C stops.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createSession } from '../main/engine/create-session.ts';
import { createDemoCompany } from './demo-company.ts';
import { startDemoServices } from './demo-services.ts';

const folder = resolve(process.argv[2] ?? 'demo-company');
mkdirSync(folder, { recursive: true });
const session = createSession();
const path = join(folder, 'demo.orderbud');
if (existsSync(path)) await session.open(path);
else await createDemoCompany(session, path);
const services = await startDemoServices(session, folder);
console.log(`Shop     ${services.shopUrl}`);
console.log(`My page  ${services.myPageUrl}  (${services.login.email}, ${services.login.password})`);
console.log(`Company  ${path}`);
console.log(`Mails    ${join(folder, 'mails')}`);

const stop = () => {
  services.close().then(
    () => {
      session.close();
      process.exit(0);
    },
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
};
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
