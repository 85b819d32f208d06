import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { get, inTransaction, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { fetchEnquiries } from '../../../../main/engine/website/fetch-enquiries-service.ts';
import { importEnquiry } from '../../../../main/engine/website/import-enquiry-service.ts';
import type { Enquiry } from '../../../../shared/my-page/protocol.ts';
import { openTestCompany, testContext } from '../../../support/company.ts';
import { registrationEnquiry, settingsEnquiry, siteHolding } from '../../../support/enquiries.ts';
import { addContact, companyOver } from '../../../support/web-orders.ts';

let db: ReadDb;
let kari: number;
let publicId: string;
beforeEach(async () => {
  db = await openTestCompany();
  inTransaction(db, (tx) => run(tx, `INSERT INTO website(id, public_id, name) VALUES (2, 'second', 'Second shop')`));
  kari = addContact(db, { name: 'Kari Nordmann' });
  publicId = get<{ id: string }>(db, 'SELECT public_id AS id FROM contact')?.id ?? '';
});

const fetch = (websiteId: number, ...enquiries: readonly Enquiry[]) =>
  fetchEnquiries(companyOver(db), { websiteId, connector: siteHolding(enquiries) });
const chosen = () =>
  get<{ no: number; language: string | null }>(
    db,
    'SELECT customer_opted_out AS no, language FROM contact WHERE id = @kari',
    { kari },
  );

test('the latest choice of a customer holds, whichever website is asked first (9.14)', async () => {
  const at = (minute: number) => `2026-03-02T10:0${minute}:00.000Z`;
  const earlier = { contactId: publicId, orderStatusMails: true, language: 'en', at: at(1) };
  await fetch(1, settingsEnquiry({ contactId: publicId, orderStatusMails: false, at: at(5) }));
  await fetch(2, settingsEnquiry(earlier));
  expect(chosen()).toEqual({ no: 1, language: 'en' });
  await fetch(2, settingsEnquiry(earlier), settingsEnquiry({ ...earlier, language: null, at: at(7) }));
  expect(chosen()).toEqual({ no: 0, language: 'en' });
});

test('choices that waited for a registration do not undo a later No by the link of a mail (9.14)', async () => {
  const siteAccountId = randomUUID();
  await fetch(
    1,
    settingsEnquiry({ siteAccountId, orderStatusMails: true, at: '2026-03-01T10:00:00.000Z' }),
    registrationEnquiry({ name: 'Kari Nordmann' }, { siteAccountId }),
    settingsEnquiry({ contactId: publicId, orderStatusMails: false, at: '2026-03-02T10:00:00.000Z' }),
  );
  expect(chosen()?.no).toBe(1);
  const waiting = get<{ id: number }>(db, `SELECT id FROM enquiry WHERE kind = 'registration'`);
  inTransaction(db, (tx) =>
    importEnquiry(tx, testContext, {
      enquiryId: waiting?.id ?? 0,
      decision: { kind: 'link', contactId: kari, fields: {} },
      effects: { orderImported: () => {} },
    }),
  );
  expect(get(db, `SELECT count(*) AS n FROM enquiry WHERE state = 'waiting'`)).toEqual({ n: 0 });
  expect(chosen()?.no).toBe(1);
});
