import { z } from 'zod';
import { rowId } from '../../../shared/fields.ts';
import { decideMailInput, mailRef } from '../../../shared/website-data.ts';
import { procedure, router } from '../trpc.ts';
import { decideMail } from './decide-mail-service.ts';
import { listMails, readMail } from './mail-list-store.ts';

/** Mails of orders and runs: what was said, where it stands, and the choices that staff have. */
export const mailsRouter = router({
  list: procedure
    .input(z.object({ orderId: rowId.optional(), state: z.enum(['uncertain', 'waiting', 'refused']).optional() }))
    .query(({ ctx, input }) => listMails(ctx.session.company().db, input)),
  show: procedure.input(mailRef).query(({ ctx, input }) => readMail(ctx.session.company().db, input.mailId)),
  decide: procedure
    .input(decideMailInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => decideMail(tx, context, input))),
});
