import { expect, test } from 'vitest';
import {
  type CandidateContact,
  type ComparedFields,
  compareEnquiry,
} from '../../../../main/engine/website/compare-enquiry.ts';

const nobody: ComparedFields = { name: '', companyNo: '', contactPerson: '', email: '', phone: '', postcode: '' };
const incoming: ComparedFields = {
  name: 'Fjell og Fjord AS',
  companyNo: '987 654 321',
  contactPerson: 'Kari Nordmann',
  email: 'Post@FjellFjord.example',
  phone: '+47 22 33 44 55',
  postcode: '0150',
};
function contact(id: number, fields: Partial<CandidateContact>): CandidateContact {
  return { ...nobody, name: `Other ${id}`, contactPersonEmail: '', ...fields, id };
}

test('no field matched: New', () => {
  expect(compareEnquiry(incoming, [contact(1, { email: 'other@x.example', postcode: '9999' })])).toEqual({
    status: 'new',
    contacts: [],
  });
});

test.each<[string, Partial<CandidateContact>, string]>([
  ['e-mail, letter case aside', { email: 'post@fjellfjord.example' }, 'email'],
  ['the contact person’s e-mail', { contactPersonEmail: 'post@fjellfjord.example' }, 'email'],
  ['telephone, spaces and country code aside', { phone: '(22) 33-44.55' }, 'phone'],
  ['contact person, white space aside', { contactPerson: ' kari  nordmann ' }, 'contactPerson'],
  ['postcode', { postcode: '0150' }, 'postcode'],
])('the same %s: Probable', (_what, fields, field) => {
  expect(compareEnquiry(incoming, [contact(1, fields)])).toEqual({
    status: 'probable',
    contacts: [{ contactId: 1, matchedOn: [field] }],
  });
});

test.each<[string, Partial<CandidateContact>, string]>([
  ['company name', { name: 'FJELL OG  FJORD AS' }, 'name'],
  ['company no., spaces aside', { companyNo: '987654321' }, 'companyNo'],
])('the same %s: Existing', (_what, fields, field) => {
  expect(compareEnquiry(incoming, [contact(1, fields)])).toEqual({
    status: 'existing',
    contacts: [{ contactId: 1, matchedOn: [field] }],
  });
});

test('one Existing contact wins over any number of Probable ones, and stands first', () => {
  const match = compareEnquiry(incoming, [
    contact(1, {
      email: incoming.email,
      phone: incoming.phone,
      contactPerson: incoming.contactPerson,
      postcode: '0150',
    }),
    contact(2, { name: incoming.name }),
    contact(3, { postcode: '0150' }),
  ]);
  expect(match.status).toBe('existing');
  expect(match.contacts.map((each) => each.contactId)).toEqual([2, 1, 3]);
});

test('several Existing contacts count as Probable', () => {
  const match = compareEnquiry(incoming, [contact(1, { name: incoming.name }), contact(2, { companyNo: '987654321' })]);
  expect(match.status).toBe('probable');
});

test('empty fields match nothing, nor do telephone numbers too short to speak for anybody', () => {
  const empty = contact(1, { name: '' });
  expect(compareEnquiry(nobody, [empty])).toEqual({ status: 'new', contacts: [] });
  expect(compareEnquiry({ ...nobody, phone: '110' }, [contact(2, { phone: '110' })]).status).toBe('new');
});

test('letters beyond a to z are compared without letter case, however they are composed', () => {
  const composed = contact(1, { name: 'Åse Ødegård' });
  expect(compareEnquiry({ ...nobody, name: 'ÅSE ØDEGÅRD'.normalize('NFD') }, [composed]).status).toBe('existing');
});
