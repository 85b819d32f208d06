import { expect, test } from 'vitest';
import { english as englishMails } from '../../../../main/engine/mail/wording/english.ts';
import { norwegian as norwegianMails } from '../../../../main/engine/mail/wording/norwegian.ts';
import {
  enquiryName,
  filterClause,
  langOf,
  mailReasonText,
  notToldClause,
  previewViewName,
  shownState,
} from '../../../../renderer/e-commerce/website-data-words.ts';
import { english } from '../../../../renderer/texts/en/index.ts';
import { norwegian } from '../../../../renderer/texts/nb/index.ts';
import { orderStatuses } from '../../../../shared/order.ts';
import { spokenAs } from '../../../../shared/rule-options.ts';

test('an enquiry without number or subject is named by its kind alone', () => {
  expect(enquiryName({ kind: 'order', summary: 'W-1' })).toBe('Order W-1');
  expect(enquiryName({ kind: 'registration', summary: '' })).toBe('New registration');
});

test('a reason reads as part of a sentence', () => {
  expect(notToldClause('text-missing')).toBe('no text in the customer’s language');
});

test('why an option leaves a change unsaid reads as part of a sentence, with the numbers of one and of more days', () => {
  expect(filterClause({ kind: 'few-days', days: 1, toldFromDays: 3 })).toBe('moved by 1 day; told from 3 days');
  expect(filterClause({ kind: 'few-days', days: 2, toldFromDays: 3 })).toBe('moved by 2 days; told from 3 days');
  expect(filterClause({ kind: 'status-silent', status: 'invoice' })).toBe('the status Invoiced is not told');
  expect(filterClause({ kind: 'not-whole-line' })).toBe('the stock does not cover the whole line yet');
});

test('statuses are chosen by the words that mails tell them with, in both languages of the windows', () => {
  for (const [texts, mails] of [
    [english, englishMails],
    [norwegian, norwegianMails],
  ] as const)
    for (const status of orderStatuses) {
      const spoken = spokenAs(status);
      if (spoken !== null && status !== 'unissued-credit-note')
        expect(texts['e-commerce'].spokenStatus[spoken]).toBe(mails.status[status]);
    }
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

test('a tab of the preview names a number only once it is known', () => {
  expect(previewViewName('told', undefined)).toBe('Would be told');
  expect(previewViewName('told', 0)).toBe('Would be told (0)');
  expect(previewViewName('held', 12)).toBe('On hold (12)');
});
