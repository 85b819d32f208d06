import { updateWebsiteInput } from '../../../shared/enquiries.ts';
import { procedure, router } from '../trpc.ts';
import { updateWebsites } from './update-websites-service.ts';

/** View - E-Commerce - Update Website. */
export const updateWebsiteRouter = router({
  run: procedure.input(updateWebsiteInput.prefault({})).mutation(({ ctx, input, signal }) =>
    updateWebsites(ctx.session.company(), ctx.session.secrets, {
      ...input,
      ...(signal === undefined ? {} : { signal }),
    }),
  ),
});
