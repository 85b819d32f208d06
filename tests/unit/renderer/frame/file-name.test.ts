import { expect, test } from 'vitest';
import { fileNameFor } from '../../../../renderer/frame/file-name.ts';

test.each([
  ['Berg Sport AS', 'Berg Sport AS.orderbud'],
  ['Olsen: Sykler / Ski', 'Olsen Sykler Ski.orderbud'],
  ['Firma Inc.', 'Firma Inc.orderbud'],
  ['???', 'company.orderbud'],
])('the company %j is kept in %j', (name, fileName) => {
  expect(fileNameFor(name)).toBe(fileName);
});
