import {
  importRef,
  inspectImportInput,
  listFaultsInput,
  previewImportInput,
  runImportInput,
  saveFaultsInput,
} from '../../../shared/import.ts';
import { requireChosen } from '../chosen-paths.ts';
import { procedure, router } from '../trpc.ts';
import { inspectFile } from './inspect-service.ts';
import { previewImport } from './preview-service.ts';
import { runImport } from './run-import-service.ts';
import { saveFaults } from './save-faults-client.ts';
import { dropStaged, requireStaged } from './staged-import.ts';
import { listFaults } from './staging-store.ts';

/** File - Import. Letting go of a subscription cancels what it does and leaves nothing of it. */
export const importRouter = router({
  inspect: procedure.input(inspectImportInput).subscription(async function* ({ ctx, input }) {
    requireChosen(ctx, 'read', input.path);
    yield* inspectFile(ctx.session.company(), input);
  }),
  preview: procedure.input(previewImportInput).subscription(async function* ({ ctx, input }) {
    const company = ctx.session.company();
    yield* previewImport(company.db, requireStaged(company, input.importId), input);
  }),
  faults: procedure.input(listFaultsInput).query(({ ctx, input: { importId, cursor, limit } }) => {
    const { rows } = requireStaged(ctx.session.company(), importId);
    const after = cursor ?? 0;
    const found = listFaults(rows, after, limit);
    return { rows: found, nextCursor: found.length === limit ? after + limit : null };
  }),
  /** Writes the rows that would not be imported, as they are in the file, with the reason as a further column. */
  saveFaults: procedure.input(saveFaultsInput).mutation(({ ctx, input }) => {
    requireChosen(ctx, 'write', input.path);
    return saveFaults(requireStaged(ctx.session.company(), input.importId), input);
  }),
  run: procedure.input(runImportInput).subscription(async function* ({ ctx, input }) {
    const company = ctx.session.company();
    const staged = requireStaged(company, input.importId);
    yield* runImport(company, { staged, leaveFaulty: input.leaveFaulty, effects: ctx.session.effects });
    dropStaged(company, input.importId);
  }),
  /** The window has left: what was read is forgotten. */
  discard: procedure.input(importRef).mutation(({ ctx, input }) => {
    if (ctx.session.isOpen()) dropStaged(ctx.session.company(), input.importId);
  }),
});
