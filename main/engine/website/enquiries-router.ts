import {
  contactFieldsInput,
  enquiryRef,
  importAllInput,
  importEnquiryInput,
  linkableContactsInput,
  listEnquiriesInput,
} from '../../../shared/enquiries.ts';
import { procedure, router } from '../trpc.ts';
import { importAll } from './import-all-service.ts';
import { importEnquiry, rejectEnquiry } from './import-enquiry-service.ts';
import { contactFields, linkableContacts, listEnquiries } from './list-enquiries-service.ts';

/** Get Website Data - the comparison list and its detail window (domain.md 1.3, 1.4). */
export const enquiriesRouter = router({
  list: procedure
    .input(listEnquiriesInput.prefault({}))
    .query(({ ctx, input }) => listEnquiries(ctx.session.company().db, input.limit)),
  linkableContacts: procedure
    .input(linkableContactsInput)
    .query(({ ctx, input }) => linkableContacts(ctx.session.company().db, input)),
  contactFields: procedure
    .input(contactFieldsInput)
    .query(({ ctx, input }) => contactFields(ctx.session.company().db, input.contactId)),
  import: procedure.input(importEnquiryInput).mutation(({ ctx, input }) => {
    const { effects } = ctx.session;
    return ctx.session.company().command((tx, context) => importEnquiry(tx, context, { ...input, effects }));
  }),
  importAll: procedure
    .input(importAllInput.prefault({}))
    .mutation(({ ctx, input }) =>
      importAll(ctx.session.company(), { effects: ctx.session.effects, websiteId: input.websiteId ?? null }),
    ),
  reject: procedure.input(enquiryRef).mutation(({ ctx, input }) => {
    ctx.session.company().command((tx, context) => rejectEnquiry(tx, context, input.enquiryId));
  }),
});
