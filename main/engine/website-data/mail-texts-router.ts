import { websiteRef } from '../../../shared/settings.ts';
import {
  addLanguageInput,
  mailTextRef,
  mailTextsTyped,
  saveMailTextsInput,
  saveWordInput,
} from '../../../shared/status-mail-texts.ts';
import { procedure, router } from '../trpc.ts';
import { addLanguage, removeLanguage, saveWord } from './added-language-service.ts';
import {
  lookAtMailTexts,
  offeredLanguages,
  readMailTexts,
  returnToBuiltInTexts,
  saveMailTexts,
} from './mail-texts-service.ts';

/** Website Settings - Settings Webshop: what order status e-mails say around the changes. */
export const mailTextsRouter = router({
  texts: procedure
    .input(websiteRef)
    .query(({ ctx, input }) => readMailTexts(ctx.session.company().db, input.websiteId)),
  /** Languages beyond the built-in ones that some website writes to customers in. */
  offered: procedure.query(({ ctx }) => offeredLanguages(ctx.session.company().db)),
  /** While typing: stores nothing. */
  look: procedure.input(mailTextsTyped).query(({ ctx, input }) => lookAtMailTexts(ctx.session.company().db, input)),
  save: procedure
    .input(saveMailTextsInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => saveMailTexts(tx, context, input))),
  addLanguage: procedure
    .input(addLanguageInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => addLanguage(tx, context, input))),
  removeLanguage: procedure
    .input(mailTextRef)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => removeLanguage(tx, context, input))),
  saveWord: procedure
    .input(saveWordInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => saveWord(tx, context, input))),
  useBuiltIn: procedure
    .input(mailTextRef)
    .mutation(({ ctx, input }) =>
      ctx.session.company().command((tx, context) => returnToBuiltInTexts(tx, context, input)),
    ),
});
