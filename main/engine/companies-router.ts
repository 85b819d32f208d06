import { z } from 'zod';
import type { CompanyState } from '../../shared/companies.ts';
import { get } from './db/database.ts';
import { closeDemo, openDemo, resumeDemo } from './demo-host.ts';
import { recentCompanies, rememberCompany } from './recent-companies.ts';
import type { EngineSession } from './session.ts';
import { procedure, router } from './trpc.ts';

/** File - New, Open, Close; the demo company of the start screen. */
export const companiesRouter = router({
  state: procedure.query(({ ctx }): CompanyState => stateOf(ctx.session)),
  create: procedure
    .input(z.object({ path: z.string().min(1), name: z.string().trim().min(1).max(200) }))
    .mutation(async ({ ctx, input }) => {
      await ctx.session.create(input.path, { name: input.name });
      await closeDemo();
      rememberCompany(input.path);
      return stateOf(ctx.session);
    }),
  open: procedure
    .input(z.object({ path: z.string().min(1), takeOver: z.boolean().default(false) }))
    .mutation(async ({ ctx, input }) => {
      await ctx.session.open(input.path, input.takeOver);
      await resumeDemo(ctx.session);
      rememberCompany(input.path);
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
  backUp: procedure.input(z.object({ path: z.string().min(1) })).mutation(async ({ ctx, input }) => {
    await ctx.session.company().db.backup(input.path);
  }),
});

function stateOf(session: EngineSession): CompanyState {
  if (!session.isOpen()) return { kind: 'none', recent: recentCompanies() };
  const { db, path } = session.company();
  type Row = { name: string; isDemo: number; currency: string; language: string; timeZone: string };
  const row = get<Row>(db, 'SELECT name, is_demo AS isDemo, currency, language, time_zone AS timeZone FROM company');
  if (row === undefined) throw new Error('A company file without a company');
  return { kind: 'open', path, ...row, isDemo: row.isDemo === 1 };
}
