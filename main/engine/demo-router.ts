import { z } from 'zod';
import { AppError } from '../../shared/errors.ts';
import { demoServices } from './demo-host.ts';
import { procedure, router } from './trpc.ts';

/** Help - Demo inbox, and what else the demo company shows of its own. All throw 'not-found' for any other company. */
export const demoRouter = router({
  /** Caught mails, newest first, each with its HTML and its text. */
  inbox: procedure.query(async ({ ctx }) => (await demoServices(ctx.session)).inbox.list()),
  inboxMail: procedure.input(z.object({ id: z.string().max(200) })).query(async ({ ctx, input }) => {
    const mail = await (await demoServices(ctx.session)).inbox.read(input.id);
    if (mail === null) throw new AppError('not-found', { what: 'mail' });
    return mail;
  }),
  /** Where the shop and My page are, and with what a demo customer logs in. */
  places: procedure.query(async ({ ctx }) => {
    const { shopUrl, myPageUrl, login } = await demoServices(ctx.session);
    return { shopUrl, myPageUrl, login };
  }),
  /** Somebody buys something. */
  placeOrder: procedure.mutation(async ({ ctx }) => (await demoServices(ctx.session)).placeRandomOrder()),
});
