import {
  changeContactsInput,
  contactRef,
  editAccountInput,
  editContactInput,
  listContactsInput,
  mergeInput,
  mergePreviewInput,
  newAccountInput,
  newContactInput,
} from '../../../shared/contacts.ts';
import { whenSound } from '../db/file-check.ts';
import { logAction } from '../logging/log-store.ts';
import { procedure, router } from '../trpc.ts';
import { insertAccount, writeAccount } from './account-store.ts';
import { listActivities } from './activity-store.ts';
import { changeContacts, countNewsLost } from './change-contacts-service.ts';
import { insertContact, listContacts, readContact, writeContact } from './contact-store.ts';
import { eraseContact, previewErase } from './erase-contact-service.ts';
import { mergeContacts, previewMerge } from './merge-service.ts';

/** View - Contacts, with the tab Settings (Customer, Website account). */
export const contactsRouter = router({
  list: procedure.input(listContactsInput).query(({ ctx, input }) => listContacts(ctx.session.company().db, input)),
  get: procedure.input(contactRef).query(({ ctx, input }) => readContact(ctx.session.company().db, input.contactId)),
  /** What the contact wrote on websites, newest first. */
  activities: procedure
    .input(contactRef)
    .query(({ ctx, input }) => listActivities(ctx.session.company().db, input.contactId)),
  create: procedure.input(newContactInput).mutation(({ ctx, input }) =>
    ctx.session.company().command((tx, context) => {
      const contactId = insertContact(tx, context, input);
      logAction(tx, context, { what: 'contact-made', details: { contactId } });
      return { contactId };
    }),
  ),
  edit: procedure.input(editContactInput).mutation(({ ctx, input }) =>
    ctx.session.company().command((tx, context) => {
      const changed = writeContact(tx, input);
      if (changed.length > 0) {
        logAction(tx, context, { what: 'contact-edited', details: { contactId: input.contactId, changed } });
      }
      return readContact(tx, input.contactId);
    }),
  ),
  /** The same change for a selection. */
  change: procedure
    .input(changeContactsInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => changeContacts(tx, context, input))),
  /** Of how many customers of the selection news waits that a No would leave untold. */
  newsLost: procedure
    .input(changeContactsInput)
    .query(({ ctx, input }) => countNewsLost(ctx.session.company().db, input)),
  previewMerge: procedure
    .input(mergePreviewInput)
    .query(({ ctx, input }) => previewMerge(ctx.session.company().db, input)),
  merge: procedure
    .input(mergeInput)
    .mutation(({ ctx, input }) => ctx.session.company().command((tx, context) => mergeContacts(tx, context, input))),
  previewErase: procedure
    .input(contactRef)
    .query(({ ctx, input }) => previewErase(ctx.session.company().db, input.contactId)),
  erase: procedure.input(contactRef).mutation(async ({ ctx, input }) => {
    const company = ctx.session.company();
    // Scrubbing writes the log into the file, which its check would hold up
    await whenSound(company.db);
    eraseContact(company, input.contactId);
  }),
  addAccount: procedure.input(newAccountInput).mutation(({ ctx, input }) =>
    ctx.session.company().command((tx, context) => {
      const accountId = insertAccount(tx, context, input);
      logAction(tx, context, { what: 'account-made', details: { accountId, status: input.status } });
      return { accountId };
    }),
  ),
  editAccount: procedure.input(editAccountInput).mutation(({ ctx, input }) =>
    ctx.session.company().command((tx, context) => {
      const changed = writeAccount(tx, input);
      if (changed.length > 0) {
        const details = { accountId: input.accountId, changed, status: input.status };
        logAction(tx, context, { what: 'account-edited', details });
      }
    }),
  ),
});
