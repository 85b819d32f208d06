import { websiteRef } from '../../../shared/settings.ts';
import { mailTextRef, mailTextsTyped, saveMailTextsInput } from '../../../shared/status-mail-texts.ts';
import { procedure, router } from '../trpc.ts';
import { lookAtMailTexts, readMailTexts, returnToBuiltInTexts, saveMailTexts } from './mail-texts-service.ts';

/** Website Settings - Settings Webshop: what order status e-mails say around the changes. */
export const mailTextsRouter = router({
  texts: procedure
    .input(websiteRef)
    .query(({ ctx, input }) => readMailTexts(ctx.session.company().db, input.websiteId)),
  /** While typing: stores nothing. */
  look: procedure.input(mailTextsTyped).query(({ ctx, input }) => lookAtMailTexts(ctx.session.company().db, input)),
  save: procedure
    .input(saveMailTextsInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => saveMailTexts(tx, context, input))),
  useBuiltIn: procedure
    .input(mailTextRef)
    .mutation(({ ctx, input }) =>
      ctx.session.company().command((tx, context) => returnToBuiltInTexts(tx, context, input)),
    ),
});
