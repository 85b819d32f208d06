import type { ImapFlow } from 'imapflow';
import { AppError } from '../../../shared/errors.ts';
import { isReportType } from './bounce-in.ts';
import { readMimePart } from './mime-part.ts';
import { type ImapError, returnBoxProblem } from './return-box-failure.ts';
import type { ReadFrom } from './return-box-position.ts';
import {
  type ReturnBoxLimits,
  type ReturnBoxSettings,
  returnBoxTls,
  usualReturnBoxLimits,
} from './return-box-settings.ts';

/** A return box that stands open, to be read only: nothing in it is flagged, moved or deleted. */
export type ReturnBox = {
  readonly uidValidity: string;
  /** What the next message will be numbered; 0 where the server does not say. */
  readonly nextUid: number;
  /** Numbers of the messages from there on, ascending. @throws AppError of a ReturnBoxProblem */
  readonly listUids: (from: ReadFrom) => Promise<readonly number[]>;
  /** Those of the messages that can be bounces, told by one line of their header. @throws AppError of a ReturnBoxProblem */
  readonly findReports: (uids: readonly number[]) => Promise<readonly number[]>;
  /** The beginning of a message; null when it is gone. @throws AppError of a ReturnBoxProblem */
  readonly readSource: (uid: number) => Promise<Buffer | null>;
  readonly close: () => Promise<void>;
};

export type ReturnBoxOptions = {
  readonly limits?: ReturnBoxLimits | undefined;
  /** Ends the conversation at once. */
  readonly signal?: AbortSignal | undefined;
};

/**
 * Connects, encrypts, logs in and opens the folder. The password is used for this and kept nowhere.
 * @throws AppError 'return-box-unreachable', 'return-box-tls-failed', 'return-box-login-refused' or
 * 'return-box-folder-missing'; details hold the host
 */
export async function openReturnBox(
  settings: ReturnBoxSettings,
  password: string,
  { limits = usualReturnBoxLimits, signal }: ReturnBoxOptions = {},
): Promise<ReturnBox> {
  const client = await clientFor(settings, password, limits);
  const end = () => client.close();
  signal?.addEventListener('abort', end, { once: true });
  const ask = <Answer>(step: Question['step'], question: () => Promise<Answer>) =>
    answerWithin(
      client,
      { host: settings.host, step, waitMs: step === 'open' ? limits.openMs : limits.answerMs },
      question,
    );
  try {
    if (signal?.aborted === true) throw new AppError('return-box-unreachable', { host: settings.host });
    await ask('open', () => client.connect());
    const folder = await ask('folder', () => client.mailboxOpen(settings.folder, { readOnly: true }));
    return {
      uidValidity: String(folder.uidValidity),
      nextUid: folder.uidNext ?? 0,
      listUids: async (from) => (folder.exists === 0 ? [] : ask('read', () => uidsFrom(client, from))),
      findReports: (uids) => ask('read', () => reportsAmong(client, uids)),
      readSource: (uid) => ask('read', () => beginningOf(client, uid, limits.mostBytes)),
      close: async () => {
        signal?.removeEventListener('abort', end);
        const goodBye = answerWithin(client, { host: settings.host, step: 'read', waitMs: quitMs }, () =>
          client.logout(),
        );
        // What was read is read, however the server says good-bye
        await goodBye.catch(() => client.close());
      },
    };
  } catch (error) {
    signal?.removeEventListener('abort', end);
    client.close();
    throw error;
  }
}

/** Loaded by the first box that is read: most shops have none, and the program starts sooner. */
async function clientFor(settings: ReturnBoxSettings, password: string, limits: ReturnBoxLimits): Promise<ImapFlow> {
  const tlsChoice = returnBoxTls(settings);
  if (tlsChoice === null) throw new AppError('return-box-tls-failed', { host: settings.host });
  const { ImapFlow } = await import('imapflow');
  const client = new ImapFlow({
    ...tlsChoice,
    host: settings.host,
    port: settings.port,
    auth: { user: settings.user, pass: password },
    // What the library would write down holds addresses
    logger: false,
    disableAutoIdle: true,
    disableCompression: true,
    connectionTimeout: limits.openMs,
    greetingTimeout: limits.openMs,
    socketTimeout: limits.answerMs,
    maxLiteralSize: limits.mostBytes * 2,
    maxLineLength: longestLine,
  });
  // An EventEmitter without it throws; the command under way hears of the error too
  client.on('error', () => {});
  return client;
}

const longestLine = 4_194_304;
const quitMs = 2_000;

type Question = { readonly host: string; readonly step: 'open' | 'folder' | 'read'; readonly waitMs: number };

/** One question to the server; one that it does not answer in time ends the conversation. */
async function answerWithin<Answer>(
  client: ImapFlow,
  { host, step, waitMs }: Question,
  question: () => Promise<Answer>,
) {
  const timer = setTimeout(() => client.close(), waitMs);
  try {
    return await question();
  } catch (error) {
    // The library's error is not kept: it can hold the command, and with it names and addresses
    throw new AppError(returnBoxProblem(error as ImapError, step), { host });
  } finally {
    clearTimeout(timer);
  }
}

async function uidsFrom(client: ImapFlow, from: ReadFrom): Promise<readonly number[]> {
  const query = 'since' in from ? { since: from.since } : { uid: `${from.afterUid + 1}:*` };
  const found = await client.search(query, { uid: true });
  if (found === false || found === undefined) throw Object.assign(new Error('No answer to SEARCH'), { code: 'SEARCH' });
  // `n:*` names the last message even where its number is below n (RFC 3501 6.4.8)
  const firstUid = 'since' in from ? 1 : from.afterUid + 1;
  return found.filter((uid) => uid >= firstUid);
}

async function reportsAmong(client: ImapFlow, uids: readonly number[]): Promise<readonly number[]> {
  const heads = await client.fetchAll([...uids], { uid: true, headers: ['content-type'] }, { uid: true });
  return heads
    .filter(({ headers }) => isReportType(readMimePart(headers ?? Buffer.alloc(0)).headers.get('content-type')))
    .map(({ uid }) => uid)
    .sort((one, other) => one - other);
}

async function beginningOf(client: ImapFlow, uid: number, mostBytes: number): Promise<Buffer | null> {
  const [message] = await client.fetchAll(
    [uid],
    { uid: true, source: { start: 0, maxLength: mostBytes } },
    { uid: true },
  );
  return message?.source?.subarray(0, mostBytes) ?? null;
}
