import { expect, test } from 'vitest';
import { changedFields, differingFields } from '../../../../renderer/e-commerce/enquiry-result.ts';
import { type CustomerFields, customerFieldNames } from '../../../../shared/enquiries.ts';

const empty = Object.fromEntries(customerFieldNames.map((name) => [name, ''])) as CustomerFields;
const register: CustomerFields = { ...empty, name: 'Kari Nordmann', city: 'Oslo' };

test('an incoming field that was not asked for never counts as a difference', () => {
  expect(differingFields(register, { ...empty, name: 'Kari Nordmann' })).toEqual([]);
  expect(differingFields(register, { ...empty, city: 'Bergen' })).toEqual(['city']);
});

test('of a customer who saw all fields, an empty one was emptied', () => {
  expect(differingFields(register, { ...empty, name: 'Kari Nordmann' }, true)).toEqual(['city']);
});

test('only what was chosen and differs overwrites the register', () => {
  expect(changedFields(register, { name: 'Kari Nordmann', city: 'Bergen' })).toEqual({ city: 'Bergen' });
  expect(changedFields(register, {})).toEqual({});
});
