import {
  contactRef,
  editAccountInput,
  editContactInput,
  listContactsInput,
  newAccountInput,
  newContactInput,
  setOrderStatusMailsInput,
} from '../../../shared/contacts.ts';
import { logAction } from '../logging/log-store.ts';
import { procedure, router } from '../trpc.ts';
import { insertAccount, writeAccount } from './account-store.ts';
import { insertContact, listContacts, readContact, setOrderStatusMails, writeContact } from './contact-store.ts';

/** View - Contacts, with the tab Settings (Customer, Website account). */
export const contactsRouter = router({
  list: procedure.input(listContactsInput).query(({ ctx, input }) => listContacts(ctx.session.company().db, input)),
  get: procedure.input(contactRef).query(({ ctx, input }) => readContact(ctx.session.company().db, input.contactId)),
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
  setOrderStatusMails: procedure.input(setOrderStatusMailsInput).mutation(({ ctx, input }) =>
    ctx.session.company().command((tx, context) => {
      const changed = setOrderStatusMails(tx, input);
      logAction(tx, context, { what: 'order-status-mails-set', details: { to: input.orderStatusMails, changed } });
      return { changed };
    }),
  ),
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
