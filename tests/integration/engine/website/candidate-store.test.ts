import { expect, test } from 'vitest';
import { all, type ReadDb, run } from '../../../../main/engine/db/database.ts';
import { candidateQuery, findCandidates } from '../../../../main/engine/website/candidate-store.ts';
import { type ComparedFields, compareEnquiry } from '../../../../main/engine/website/compare-enquiry.ts';
import { command, openTestCompany } from '../../../support/company.ts';

const nobody: ComparedFields = { name: '', companyNo: '', contactPerson: '', email: '', phone: '', postcode: '' };

async function companyWith(contact: Partial<ComparedFields> & { contactPersonEmail?: string }): Promise<ReadDb> {
  const db = await openTestCompany();
  command(db, (tx, context) =>
    run(
      tx,
      `INSERT INTO contact(public_id, name, company_no, contact_person, contact_person_email, email, phone, postcode, created_at)
       VALUES ('c', @name, @companyNo, @contactPerson, @contactPersonEmail, @email, @phone, @postcode, @now)`,
      { ...nobody, contactPersonEmail: '', ...contact, now: context.now },
    ),
  );
  return db;
}

test.each<[Partial<ComparedFields> & { contactPersonEmail?: string }, Partial<ComparedFields>, string]>([
  [{ name: 'Østbø Åsgård' }, { name: 'ØSTBØ  ÅSGÅRD' }, 'existing'],
  [{ name: 'ØSTBØ ÅSGÅRD' }, { name: 'østbø åsgård' }, 'existing'],
  [{ name: 'Fjell AS' }, { name: ' fjell as' }, 'existing'],
  [{ companyNo: '987 654 321' }, { companyNo: '987654321' }, 'existing'],
  [{ companyNo: '987654321' }, { companyNo: '987 654 321' }, 'existing'],
  [{ email: 'Post@Shop.example' }, { email: 'post@shop.EXAMPLE' }, 'probable'],
  [{ contactPersonEmail: 'kari@shop.example' }, { email: 'Kari@shop.example' }, 'probable'],
  [{ phone: '+47 22-33 44.55' }, { phone: '0047 22334455' }, 'probable'],
  [{ phone: '22334455' }, { phone: '(+47) 22 33 44 55' }, 'probable'],
  [{ phone: '12345' }, { phone: '123 45' }, 'probable'],
  [{ contactPerson: 'Kari Nordmann' }, { contactPerson: 'KARI NORDMANN' }, 'probable'],
  [{ postcode: 'SW1A 1AA' }, { postcode: 'sw1a 1aa' }, 'probable'],
  [{ postcode: '0150' }, { postcode: '0151' }, 'new'],
  [{}, {}, 'new'],
])('a contact with %j is found for %j: %s', async (contact, incoming, status) => {
  const db = await companyWith(contact);
  const typed = { ...nobody, ...incoming };
  expect(compareEnquiry(typed, findCandidates(db, typed)).status).toBe(status);
});

test('no look-up reads the whole register', async () => {
  const db = await openTestCompany();
  const parameters = { names: '[]', companyNos: '[]', email: '', phoneEnd: '', persons: '[]', postcodes: '[]' };
  const plan = all<{ detail: string }>(db, `EXPLAIN QUERY PLAN ${candidateQuery}`, parameters).map(
    (step) => step.detail,
  );
  expect(plan.filter((detail) => detail.startsWith('SEARCH contact'))).toHaveLength(8);
  expect(plan.filter((detail) => detail.startsWith('SCAN contact'))).toEqual([]);
});
