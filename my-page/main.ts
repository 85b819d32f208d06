import { apiKeyScopes } from './api/api-key-store.ts';
import { readMailServer } from './mail/mail-server.ts';
import { createMyPage, type MyPageOptions } from './server.ts';
import { readSecret, readWholeNumber, SettingError } from './site/environment.ts';
import { shortestKey } from './site/secret-box.ts';
import { wordsForStartError } from './site/start-error.ts';

const usage = `My page: the customers' portal of a webshop.

  node my-page/main.ts                            start
  node my-page/main.ts --create-key desktop       make a key for Orderbud and print it once
  node my-page/main.ts --create-key storefront    make a key for a webshop that places orders
  node my-page/main.ts --list-keys                show all keys, but not the keys themselves
  node my-page/main.ts --revoke-key <id>          end a key at once
  node my-page/main.ts --remove-second-factor <e-mail>
                                                  for a customer who lost phone and recovery codes: the password
                                                  alone opens the account again

Environment:
  MY_PAGE_STORE        SQLite file with the data (default my-page.sqlite)
  DATABASE_URL         a PostgreSQL database instead: postgres://user:password@host:5432/database
  MY_PAGE_DATABASE_CONNECTIONS
                       connections to PostgreSQL at most (default 10)
  PORT, HOST           where to listen (default 8080 on 127.0.0.1)
  MY_PAGE_PUBLIC_URL   the address customers use, for example https://my.shop.example
  MY_PAGE_BEHIND_PROXY 1 when a reverse proxy sets X-Forwarded-For
  MY_PAGE_SECRET_KEY   seals secrets in the store, at least 32 characters (openssl rand -base64 32)
  MY_PAGE_FORMER_SECRET_KEY
                       the key before it, while it is being replaced

  MY_PAGE_SMTP_URL           mail server for mails about accounts: smtps://host or smtp://host:587 (with STARTTLS);
                             without it they stay queued
  MY_PAGE_SMTP_USER          user name there
  MY_PAGE_SMTP_PASSWORD      its password, or MY_PAGE_SMTP_PASSWORD_FILE, a file that holds it
  MY_PAGE_MAIL_FROM          who mails come from where the shop has not said: My shop <shop@shop.example>`;

async function main(args: readonly string[]): Promise<void> {
  const [command, argument] = args;
  if (command === undefined) return start(readPlace());
  if (command === '--list-keys') return listKeys(readPlace());
  if (command === '--revoke-key' && argument !== undefined) return revokeKey(readPlace(), argument);
  if (command === '--remove-second-factor' && argument !== undefined) return takeSecondFactor(readPlace(), argument);
  const scope = apiKeyScopes.find((known) => known === argument);
  if (command !== '--create-key' || !scope) {
    console.log(usage);
    process.exitCode = command === '--help' ? 0 : 2;
    return;
  }
  const place = readPlace();
  const myPage = await createMyPage(place);
  console.log(await myPage.createApiKey(scope));
  console.error(`This ${scope} key is shown this once. It is valid for ${nameOf(place)}.`);
  await myPage.close();
}

type Place = Pick<MyPageOptions, 'storePath' | 'databaseUrl' | 'databaseConnections'>;

function readPlace(): Place {
  const databaseUrl = readSecret(process.env, 'DATABASE_URL');
  if (databaseUrl === undefined) return { storePath: process.env.MY_PAGE_STORE || 'my-page.sqlite' };
  return { databaseUrl, databaseConnections: readWholeNumber(process.env, 'MY_PAGE_DATABASE_CONNECTIONS') };
}

/** What a person calls the store: no password in it. */
function nameOf({ storePath, databaseUrl }: Place): string {
  return storePath ?? `the database ${/([^/?]*)(?:\?.*)?$/.exec(databaseUrl ?? '')?.[1] ?? ''}`;
}

async function listKeys(place: Place): Promise<void> {
  const myPage = await createMyPage(place);
  for (const { id, scope, createdAt, revokedAt } of await myPage.listApiKeys()) {
    console.log(
      [id, scope.padEnd(10), `made ${createdAt}`, revokedAt === null ? 'in use' : `revoked ${revokedAt}`].join('  '),
    );
  }
  await myPage.close();
}

async function revokeKey(place: Place, id: string): Promise<void> {
  const myPage = await createMyPage(place);
  const isRevoked = await myPage.revokeApiKey(id);
  await myPage.close();
  console.log(isRevoked ? `Key ${id} is revoked.` : `No key in use has the id ${id}. --list-keys shows them.`);
  if (!isRevoked) process.exitCode = 1;
}

async function takeSecondFactor(place: Place, email: string): Promise<void> {
  const myPage = await createMyPage(place);
  const outcome = await myPage.removeSecondFactor(email);
  await myPage.close();
  console.log(secondFactorWords[outcome]);
  if (outcome !== 'removed') process.exitCode = 1;
}

const secondFactorWords = {
  removed: 'The second factor is removed. The account is logged out everywhere and logs in with its password alone.',
  'has-none': 'This account has no second factor.',
  'no-account': 'No account has this e-mail address.',
} as const;

/** @throws SettingError when somebody could guess it. */
function readKey(name: 'MY_PAGE_SECRET_KEY' | 'MY_PAGE_FORMER_SECRET_KEY'): string | undefined {
  const key = readSecret(process.env, name);
  if (key !== undefined && key.length < shortestKey) {
    throw new SettingError(`${name} has fewer than ${shortestKey} characters. Make one with: openssl rand -base64 32`);
  }
  return key;
}

async function start(place: Place): Promise<void> {
  const { HOST, PORT, MY_PAGE_PUBLIC_URL, MY_PAGE_BEHIND_PROXY } = process.env;
  const myPage = await createMyPage({
    ...place,
    host: HOST,
    port: Number(PORT ?? 8080),
    publicUrl: MY_PAGE_PUBLIC_URL,
    trustProxy: MY_PAGE_BEHIND_PROXY === '1',
    secretKey: readKey('MY_PAGE_SECRET_KEY'),
    formerSecretKey: readKey('MY_PAGE_FORMER_SECRET_KEY'),
    mailServer: readMailServer(process.env),
    logTo: process.stderr,
  });
  const heard = myPage.localUrl === myPage.url ? '' : ` (listens at ${myPage.localUrl})`;
  console.log(`My page runs at ${myPage.url}${heard}, its data is in ${nameOf(place)}. Ctrl+C stops it.`);
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

try {
  await main(process.argv.slice(2));
} catch (error) {
  const words = wordsForStartError(error, Boolean(process.env.DATABASE_URL || process.env.DATABASE_URL_FILE));
  if (words === null) throw error;
  console.error(`My page cannot start: ${words}`);
  process.exitCode = 1;
}
