import type { ErasePreview } from '../../../shared/contacts.ts';
import { AppError } from '../../../shared/errors.ts';
import { holdWrites, type ReadDb } from '../db/database.ts';
import { overwritingFreed, scrubFile } from '../db/scrub-service.ts';
import { logAction } from '../logging/log-store.ts';
import type { OpenCompany } from '../session.ts';
import { readCompany } from '../settings/company-store.ts';
import { readContact } from './contact-store.ts';
import { blankPerson, countForErasing, readUnderWay } from './erase-contact-store.ts';
import { erasedName } from './erased-name.ts';

/** What erasing a customer would do, and what stands in its way. @throws AppError 'not-found' */
export function previewErase(db: ReadDb, contactId: number): ErasePreview {
  const contact = readContact(db, contactId);
  if (contact.erasedAt !== null) throw new AppError('not-found');
  return {
    contactId: contact.id,
    name: contact.name,
    erasedName: erasedName(readCompany(db).language, contact.id),
    underWay: readUnderWay(db, contact.id),
    ...countForErasing(db, contact.id),
  };
}

/**
 * Erases a customer (GDPR article 17): the person goes, numbers, dates and amounts stay. One transaction, then the file is
 * scrubbed, so that neither a search index nor an unused page still holds the person. Nothing undoes it.
 *
 * @throws AppError 'not-found', 'customer-has-open-orders' while something is under way; 'run-in-progress',
 * 'import-in-progress'
 */
export function eraseContact(company: Pick<OpenCompany, 'db' | 'command'>, contactId: number): void {
  // A run holds mails and orders of the customer in its hands
  holdWrites(company.db)();
  const { db } = company;
  overwritingFreed(db, () =>
    company.command((tx, context) => {
      const { contactId: id, erasedName: name, underWay, orders, mails, accounts } = previewErase(tx, contactId);
      if (underWay.length > 0) throw new AppError('customer-has-open-orders', { count: underWay.length });
      blankPerson(tx, { contactId: id, name, now: context.now, who: context.who });
      logAction(tx, context, { what: 'contact-erased', details: { contactId: id, orders, mails, accounts } });
    }),
  );
  scrubFile(db);
}
