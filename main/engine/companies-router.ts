import {
  type BackupEvent,
  type CompanyState,
  companyFileRef,
  newCompanyInput,
  openCompanyInput,
  restoreInput,
} from '../../shared/companies.ts';
import { requireChosen } from './chosen-paths.ts';
import { backUpTo, listBackups } from './db/backup-service.ts';
import { get } from './db/database.ts';
import { whenSound } from './db/file-check.ts';
import { lookAtBackup } from './db/look-at-backup-service.ts';
import { closeDemo, demoPath, openDemo, resumeDemo } from './demo-host.ts';
import { forgetCompany, isRecentCompany, recentCompanies, rememberCompany } from './recent-companies.ts';
import type { EngineSession } from './session.ts';
import { writeSupportBundle } from './support-bundle-service.ts';
import { type EngineContext, procedure, router } from './trpc.ts';
import { EventQueue } from './website-data/event-queue.ts';
import { requireNoRun } from './website-data/running-company.ts';

/** File - New, Open, Back up, Restore, Close; the demo company of the start screen; Help - Support bundle. */
export const companiesRouter = router({
  state: procedure.query(({ ctx }): CompanyState => stateOf(ctx.session)),
  recent: procedure.query(() => recentCompanies()),
  forget: procedure.input(companyFileRef).mutation(({ input }) => forgetCompany(input.path)),
  create: procedure.input(newCompanyInput).mutation(async ({ ctx, input }) => {
    requireChosen(ctx, 'write', input.path);
    await ctx.session.create(input.path, { name: input.name });
    await closeDemo();
    rememberCompany(input.path, ctx.session.now());
    return stateOf(ctx.session);
  }),
  open: procedure.input(openCompanyInput).mutation(async ({ ctx, input }) => {
    requireCompany(ctx, input.path);
    await ctx.session.open(input.path, input.takeOver);
    await resumeDemo(ctx.session);
    rememberCompany(input.path, ctx.session.now());
    return stateOf(ctx.session);
  }),
  openDemo: procedure.mutation(async ({ ctx }) => {
    await openDemo(ctx.session);
    return stateOf(ctx.session);
  }),
  close: procedure.mutation(async ({ ctx }) => {
    await closeDemo();
    ctx.session.close();
    return stateOf(ctx.session);
  }),
  /** Copies the open company to a place that the person chose, and tells how far it is. */
  backUp: procedure.input(companyFileRef).subscription(async function* ({ ctx, input }): AsyncGenerator<BackupEvent> {
    requireChosen(ctx, 'write', input.path);
    const events = new EventQueue<BackupEvent>();
    const company = ctx.session.company();
    const copy = () => backUpTo(company, input.path, (done, of) => events.push({ kind: 'progress', done, of }));
    whenSound(company.db)
      .then(copy)
      .then(
        () => {
          events.push({ kind: 'finished', path: input.path });
          events.end();
        },
        (error: unknown) => events.fail(error),
      );
    yield* events;
  }),
  /** Backups beside the open company, or beside one that cannot be opened. */
  backups: procedure.input(companyFileRef.partial()).query(({ ctx, input: { path } }) => {
    const { session } = ctx;
    const backups = listBackups(path === undefined ? session.company().path : requireCompany(ctx, path));
    for (const backup of backups) session.listedBackups.add(backup.path);
    return backups;
  }),
  lookAtBackup: procedure.input(companyFileRef).query(({ ctx, input }) => lookAtBackup(requireBackup(ctx, input.path))),
  restore: procedure.input(restoreInput).mutation(async ({ ctx, input }) => {
    const { session } = ctx;
    if (session.isOpen()) requireNoRun(session.company());
    const companyPath =
      input.companyPath === undefined ? session.company().path : requireCompany(ctx, input.companyPath);
    requireBackup(ctx, input.backupPath);
    const { keptAside } = await session.restore({ companyPath, backupPath: input.backupPath });
    await resumeDemo(session);
    rememberCompany(companyPath, session.now());
    return { keptAside, state: stateOf(session) };
  }),
  /** The text of the support bundle, to be read before it is saved. */
  supportBundle: procedure.query(({ ctx }) => writeSupportBundle(ctx.session)),
});

/** A company file that was chosen, or that is known: open, opened lately, or the demo. @throws AppError 'path-not-chosen' */
function requireCompany(context: EngineContext, path: string): string {
  const { session } = context;
  const isKnown = (session.isOpen() && session.company().path === path) || path === demoPath() || isRecentCompany(path);
  return requireChosen(context, 'read', path, isKnown);
}

/** A backup that was chosen or listed. @throws AppError 'path-not-chosen' */
function requireBackup(context: EngineContext, path: string): string {
  return requireChosen(context, 'read', path, context.session.listedBackups.has(path));
}

function stateOf(session: EngineSession): CompanyState {
  if (!session.isOpen()) return { kind: 'none', damagedPath: session.foundDamaged() };
  const { db, path } = session.company();
  type Row = { name: string; isDemo: number; currency: string; language: string; timeZone: string };
  const row = get<Row>(db, 'SELECT name, is_demo AS isDemo, currency, language, time_zone AS timeZone FROM company');
  if (row === undefined) throw new Error('A company file without a company');
  return { kind: 'open', path, ...row, isDemo: row.isDemo === 1 };
}
