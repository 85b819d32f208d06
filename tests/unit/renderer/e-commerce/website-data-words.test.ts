import { expect, test } from 'vitest';
import {
  enquiryName,
  langOf,
  mailReasonText,
  notToldClause,
  shownState,
} from '../../../../renderer/e-commerce/website-data-words.ts';

test('an enquiry without number or subject is named by its kind alone', () => {
  expect(enquiryName({ kind: 'order', summary: 'W-1' })).toBe('Order W-1');
  expect(enquiryName({ kind: 'registration', summary: '' })).toBe('New registration');
});

test('a reason reads as part of a sentence', () => {
  expect(notToldClause('text-missing')).toBe('no text in the customer’s language');
});

test('why a mail stands where it stands: in words, by the error that stopped all, or not at all', () => {
  expect(mailReasonText('line-lost')).toBe('The line to the mail server was lost');
  expect(mailReasonText('mail-server-unreachable')).toBe('The mail server cannot be reached');
  expect(mailReasonText('')).toBe('');
  expect(mailReasonText('of a newer program')).toBe('');
});

test('what a customer is told carries its language; a code in which nothing is worded carries none', () => {
  expect(langOf('no')).toBe('nb');
  expect(langOf('nn-NO')).toBe('nb');
  expect(langOf('fi')).toBeUndefined();
});

test('that a mail came back counts more than that it was accepted, and less than what is to be decided', () => {
  expect(shownState({ state: 'accepted', cameBackAt: null }).word).toBe('Accepted');
  expect(shownState({ state: 'accepted', cameBackAt: '2026-03-03' })).toEqual({ word: 'Came back', tone: 'attention' });
  expect(shownState({ state: 'uncertain', cameBackAt: '2026-03-03' }).word).toBe('Uncertain');
});
