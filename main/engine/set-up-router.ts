import { z } from 'zod';
import { type SetUpState, type SetUpStep, setUpSteps } from '../../shared/set-up.ts';
import type { EngineSession } from './session.ts';
import { readSetUpFacts, type SetUpFacts, writeSetUpChoice } from './set-up-store.ts';
import { procedure, router } from './trpc.ts';
import { findMissingSecrets } from './website-data/missing-secrets-service.ts';
import { listWebsites, missingSettings } from './website-data/website-store.ts';

/** The set-up of a new company: what is left, and what staff leave out on purpose. */
export const setUpRouter = router({
  state: procedure.query(({ ctx }) => readSetUp(ctx.session)),
  choose: procedure
    .input(z.object({ isImportSkipped: z.boolean().optional(), isDismissed: z.boolean().optional() }))
    .mutation(({ ctx, input }) => ctx.session.company().command((tx) => writeSetUpChoice(tx, input))),
});

/** Where the set-up stands, read from what is filled in and from the keychain. */
async function readSetUp(session: EngineSession): Promise<SetUpState> {
  const { db } = session.company();
  const facts = readSetUpFacts(db);
  const website = listWebsites(db).find((each) => each.id === facts.websiteId);
  const secrets = await findMissingSecrets(session);
  // A keychain that cannot be asked, or a new computer's that lacks something, says so elsewhere; a company that has run is set up
  const missingSecrets = secrets.websites.find((each) => each.websiteId === facts.websiteId)?.missing ?? [];
  const missing = new Set<string>([
    ...(website === undefined ? ['sender', 'mail-server'] : missingSettings(website)),
    ...(facts.hasRun ? [] : missingSecrets),
  ]);
  return {
    left: stepsLeft(facts, missing),
    isDismissed: facts.isDismissed,
    isImportSkipped: facts.isImportSkipped,
    websiteId: facts.websiteId,
    counts: { products: facts.products, contacts: facts.contacts, ordersNoted: facts.ordersNoted },
  };
}

function stepsLeft(facts: SetUpFacts, missing: ReadonlySet<string>): readonly SetUpStep[] {
  const isImported = facts.products + facts.contacts + facts.orders > 0;
  const isDone: Readonly<Record<SetUpStep, boolean>> = {
    company: facts.hasCompany,
    website: facts.hasWebsite && !missing.has('website-key'),
    mail: !['sender', 'mail-server', 'mail-password', 'mail-sign-in'].some((each) => missing.has(each)),
    import: isImported || facts.isImportSkipped,
    'first-run': facts.hasRun,
  };
  return setUpSteps.filter((step) => !isDone[step]);
}
