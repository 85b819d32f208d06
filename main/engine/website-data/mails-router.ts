import { AppError } from '../../../shared/errors.ts';
import { cameBackInput, mailListInput, mailsOfContact } from '../../../shared/mails.ts';
import { orderRef } from '../../../shared/sales-orders.ts';
import { addressMarkRef, decideMailInput, mailRef } from '../../../shared/website-data.ts';
import { liftAddressMark, listAddressMarks } from '../outbox/address-mark-store.ts';
import { decideUncertainMail, tryRefusedMailAgain } from '../outbox/decide-mail-service.ts';
import { listMails, readMailDetails } from '../outbox/mail-list-store.ts';
import { exportOfCustomer, mailAsFile, mailCameBack } from '../outbox/mail-log-service.ts';
import { listNotToldOfOrder } from '../outbox/mail-log-store.ts';
import { procedure, router } from '../trpc.ts';

/** Mails of orders and runs: what was said, where it stands, and the choices that staff have. */
export const mailsRouter = router({
  list: procedure.input(mailListInput).query(({ ctx, input }) => listMails(ctx.session.company().db, input)),
  show: procedure.input(mailRef).query(({ ctx, input }) => {
    const mail = readMailDetails(ctx.session.company().db, input.mailId);
    if (mail === undefined) throw new AppError('not-found', { what: 'mail' });
    return mail;
  }),
  /** The runs that told nothing of an order, and why. */
  notTold: procedure
    .input(orderRef)
    .query(({ ctx, input }) => listNotToldOfOrder(ctx.session.company().db, input.orderId)),
  file: procedure.input(mailRef).query(({ ctx, input }) => mailAsFile(ctx.session.company().db, input.mailId)),
  exportOfCustomer: procedure
    .input(mailsOfContact)
    .query(({ ctx, input }) => exportOfCustomer(ctx.session.company().db, input.contactId)),
  cameBack: procedure
    .input(cameBackInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => mailCameBack(tx, context, input))),
  /** Decides about the next run; no choice here sends anything (domain.md 9.11). */
  decide: procedure.input(decideMailInput).mutation(({ ctx, input: { mailId, decision } }) =>
    ctx.session.company().command((tx, context) => {
      if (decision === 'try-again') tryRefusedMailAgain(tx, context, mailId);
      else decideUncertainMail(tx, context, { mailId, decision });
    }),
  ),
  addressMarks: procedure.query(({ ctx }) => listAddressMarks(ctx.session.company().db)),
  /** "This address works". */
  liftAddressMark: procedure
    .input(addressMarkRef)
    .mutation(({ ctx, input }) =>
      ctx.session.company().command((tx, context) => liftAddressMark(tx, context, input.address)),
    ),
});
