import { apiKeyScopes } from './api/api-key-store.ts';
import { readMailServer } from './mail/mail-server.ts';
import { createMyPage } from './server.ts';
import { SettingsError } from './site/settings-error.ts';

const usage = `My page: the customers' portal of a webshop.

  node my-page/main.ts                            start
  node my-page/main.ts --create-key desktop       make a key for Orderbud and print it once
  node my-page/main.ts --create-key storefront    make a key for a webshop that places orders
  node my-page/main.ts --list-keys                show all keys, but not the keys themselves
  node my-page/main.ts --revoke-key <id>          end a key at once

Environment:
  MY_PAGE_STORE        file with the data (default my-page.sqlite)
  PORT, HOST           where to listen (default 8080 on 127.0.0.1)
  MY_PAGE_PUBLIC_URL   the address customers use, for example https://my.shop.example
  MY_PAGE_BEHIND_PROXY 1 when a reverse proxy sets X-Forwarded-For

  MY_PAGE_SMTP_URL           mail server for mails about accounts: smtps://host or smtp://host:587 (with STARTTLS);
                             without it they stay queued
  MY_PAGE_SMTP_USER          user name there
  MY_PAGE_SMTP_PASSWORD      its password, or MY_PAGE_SMTP_PASSWORD_FILE, a file that holds it
  MY_PAGE_MAIL_FROM          who mails come from where the shop has not said: My shop <shop@shop.example>`;

async function main(args: readonly string[]): Promise<void> {
  const [command, argument] = args;
  const storePath = process.env.MY_PAGE_STORE ?? 'my-page.sqlite';
  if (command === undefined) return start(storePath);
  if (command === '--list-keys') return listKeys(storePath);
  if (command === '--revoke-key' && argument !== undefined) return revokeKey(storePath, argument);
  const scope = apiKeyScopes.find((known) => known === argument);
  if (command !== '--create-key' || !scope) {
    console.log(usage);
    process.exitCode = command === '--help' ? 0 : 2;
    return;
  }
  const myPage = await createMyPage({ storePath });
  console.log(await myPage.createApiKey(scope));
  console.error(`This ${scope} key is shown this once. It is valid for ${storePath}.`);
  await myPage.close();
}

async function listKeys(storePath: string): Promise<void> {
  const myPage = await createMyPage({ storePath });
  for (const { id, scope, createdAt, revokedAt } of await myPage.listApiKeys()) {
    console.log(
      [id, scope.padEnd(10), `made ${createdAt}`, revokedAt === null ? 'in use' : `revoked ${revokedAt}`].join('  '),
    );
  }
  await myPage.close();
}

async function revokeKey(storePath: string, id: string): Promise<void> {
  const myPage = await createMyPage({ storePath });
  const isRevoked = await myPage.revokeApiKey(id);
  await myPage.close();
  console.log(isRevoked ? `Key ${id} is revoked.` : `No key in use has the id ${id}. --list-keys shows them.`);
  if (!isRevoked) process.exitCode = 1;
}

async function start(storePath: string): Promise<void> {
  const { HOST, PORT, MY_PAGE_PUBLIC_URL, MY_PAGE_BEHIND_PROXY } = process.env;
  const myPage = await createMyPage({
    storePath,
    host: HOST,
    port: Number(PORT ?? 8080),
    publicUrl: MY_PAGE_PUBLIC_URL,
    trustProxy: MY_PAGE_BEHIND_PROXY === '1',
    mailServer: readMailServer(process.env),
    logTo: process.stderr,
  });
  const heard = myPage.localUrl === myPage.url ? '' : ` (listens at ${myPage.localUrl})`;
  console.log(`My page runs at ${myPage.url}${heard}, its data is in ${storePath}. Ctrl+C stops it.`);
  const stop = (): void => {
    console.log('My page stops when the requests under way have ended.');
    myPage.close().catch((error: unknown) => {
      console.error(error);
      process.exitCode = 1;
    });
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** What a person can act on, in plain words; anything else is a bug and keeps its stack. */
function wordsFor(error: unknown): string | null {
  if (error instanceof SettingsError) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return 'another program listens on this port. Stop it, or set PORT to another one.';
    case 'EACCES':
      return 'this user may not listen on this port, or not write the store. Set PORT above 1023, and check the folder.';
    case 'ENOENT':
    case 'SQLITE_CANTOPEN':
      return 'the folder of MY_PAGE_STORE does not exist or cannot be written.';
    case 'SQLITE_NOTADB':
      return 'the file of MY_PAGE_STORE is not a My page store.';
    default:
      return null;
  }
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  const words = wordsFor(error);
  if (words === null) throw error;
  console.error(`My page cannot start: ${words}`);
  process.exitCode = 1;
}
