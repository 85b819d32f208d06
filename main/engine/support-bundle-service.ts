import { closeSync, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { arch, cpus, homedir, hostname, platform, release, totalmem, userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import packageDescription from '../../package.json' with { type: 'json' };
import { schemaVersion } from './db/migrate.ts';
import { userDataFolder } from './recent-companies.ts';
import type { EngineSession, OpenCompany } from './session.ts';
import { countsOfReport, maskRow, scrubLogLine, type Whereabouts } from './support-bundle.ts';
import { countMails, countRows, readLastRuns, readSettingsRows } from './support-bundle-store.ts';

/** Texts of settings that name nobody and no place. */
const plainColumns = new Set([
  'currency',
  'language',
  'time_zone',
  'ready_for_invoicing_by',
  'picked_by',
  'password_mode',
  'approval',
  'smtp_security',
  'smtp_preset',
  'smtp_auth',
  'oauth_provider',
  'return_security',
]);
const runsShown = 20;
const longestLogBytes = 200_000;

/**
 * Help - Support bundle: what those who mend the program need, as readable JSON. Holds no secret and nothing about
 * customers: settings are masked unless they name nobody, runs are counts and codes, the log quotes nothing.
 */
export function writeSupportBundle(session: EngineSession): string {
  const company = session.isOpen() ? session.company() : null;
  const bundle = {
    madeAt: session.now().toISOString(),
    program: { orderbud: packageDescription.version, ...versions() },
    system: describeSystem(),
    company: company === null ? null : describeCompany(company),
    log: readLogEnd(company),
  };
  return JSON.stringify(bundle, null, 2);
}

function versions(): Readonly<Record<string, string>> {
  const { node, electron, v8 } = process.versions;
  return { node, v8, ...(electron === undefined ? {} : { electron }) };
}

function describeSystem(): Readonly<Record<string, unknown>> {
  const { locale, timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return {
    platform: platform(),
    release: release(),
    architecture: arch(),
    processors: cpus().length,
    memoryMegabytes: Math.round(totalmem() / 1_048_576),
    locale,
    timeZone,
  };
}

function describeCompany({ db, path }: OpenCompany): Readonly<Record<string, unknown>> {
  const { company, websites } = readSettingsRows(db);
  return {
    schemaVersion: schemaVersion(db),
    fileBytes: statSync(path, { throwIfNoEntry: false })?.size ?? 0,
    rows: countRows(db),
    mails: countMails(db),
    settings: maskRow(company, plainColumns),
    websites: websites.map((website) => maskRow(website, plainColumns)),
    runs: readLastRuns(db, runsShown).map(({ websites: reports, ...run }) => ({
      ...run,
      websites: reports.map(countsOfReport),
    })),
  };
}

/** The newest lines of the engine's log. */
function readLogEnd(company: OpenCompany | null): readonly unknown[] {
  const where: Whereabouts = {
    folders: [...(company === null ? [] : [company.path, dirname(company.path)]), userDataFolder(), homedir()],
    names: [userInfo().username, hostname()],
  };
  return readEnd(join(userDataFolder(), 'logs', 'engine.log'))
    .split('\n')
    .flatMap((line) => parseLine(scrubLogLine(line, where)));
}

/** A line cut in two by the beginning of what was read is left out. */
function parseLine(line: string): readonly unknown[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}

function readEnd(path: string): string {
  if (statSync(path, { throwIfNoEntry: false }) === undefined) return '';
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    const length = Math.min(size, longestLogBytes);
    const bytes = Buffer.alloc(length);
    readSync(file, bytes, 0, length, size - length);
    return bytes.toString('utf8');
  } finally {
    closeSync(file);
  }
}
