import {
  accountMailTextRef,
  accountMailTyped,
  accountRef,
  saveAccountMailTextInput,
} from '../../../shared/account-mails.ts';
import { websiteRef } from '../../../shared/settings.ts';
import { procedure, router } from '../trpc.ts';
import {
  lookAtAccountMail,
  readAccountMails,
  returnToBuiltInText,
  saveAccountMailText,
} from './account-mail-texts-service.ts';
import { sendPasswordMail } from './password-mail-service.ts';
import { countUndisclosed } from './password-mail-store.ts';

/** Mails about accounts, which My page sends: their texts (Website Settings), and the link to choose a password (contact). */
export const accountMailsRouter = router({
  texts: procedure
    .input(websiteRef)
    .query(({ ctx, input }) => readAccountMails(ctx.session.company().db, input.websiteId)),
  /** While typing: stores nothing. */
  look: procedure.input(accountMailTyped).query(({ ctx, input }) => lookAtAccountMail(ctx.session.company().db, input)),
  saveText: procedure
    .input(saveAccountMailTextInput)
    .mutation(({ ctx, input }) =>
      ctx.session.company().command((tx, context) => saveAccountMailText(tx, context, input)),
    ),
  useBuiltInText: procedure
    .input(accountMailTextRef)
    .mutation(({ ctx, input }) =>
      ctx.session.company().command((tx, context) => returnToBuiltInText(tx, context, input)),
    ),
  /** How many customers hear of their account, or of its status, with the next Update Website. */
  undisclosed: procedure.query(({ ctx }) => countUndisclosed(ctx.session.company().db)),
  /** One button for both: the website decides between an invitation and a reset. */
  sendPasswordMail: procedure
    .input(accountRef)
    .mutation(({ ctx, input }) => sendPasswordMail(ctx.session.company(), ctx.session.secrets, input.accountId)),
});
