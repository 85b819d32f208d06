import { expect, test } from 'vitest';
import { reportRows, runListRows } from '../../../../renderer/e-commerce/report-csv.ts';
import type { RunDetails, WebsiteReport } from '../../../../shared/website-data.ts';

function website(name: string, figures: Partial<WebsiteReport> = {}): WebsiteReport {
  return {
    websiteId: 1,
    websiteName: name,
    fetchedOrders: 0,
    fetchedRegistrations: 0,
    fetchedOthers: 0,
    imported: 0,
    waitingEnquiries: 0,
    planned: 0,
    accepted: 0,
    waiting: 0,
    refused: 0,
    uncertain: 0,
    held: 0,
    heldBecause: {},
    published: 0,
    notPublished: [],
    groupsOutOfStep: 0,
    cameBack: null,
    returnsProblem: null,
    fetchProblem: null,
    publishProblem: null,
    sendProblem: null,
    updateProblem: null,
    wasCancelled: false,
    stopped: null,
    sinceShown: null,
    ...figures,
  };
}

function run(overrides: Partial<RunDetails> = {}): RunDetails {
  return {
    runId: 1,
    startedAt: new Date('2026-03-03T09:12:00').toISOString(),
    finishedAt: new Date('2026-03-03T09:13:00').toISOString(),
    who: 'kari',
    websites: [],
    mails: [],
    notTold: [],
    ...overrides,
  };
}

test('two websites have a row of figures each, how many mails came back last, and a sum', () => {
  const one = website('One', { planned: 3, accepted: 2, held: 1, cameBack: 2 });
  const websites = [one, website('Two', { planned: 1, refused: 1 })];
  expect(reportRows(run({ websites })).slice(-3)).toEqual([
    ['One', 3, 2, 0, 0, 0, 1, 2],
    ['Two', 1, 0, 0, 1, 0, 0, 0],
    ['Total', 4, 2, 0, 1, 0, 1, 2],
  ]);
});

test('a mail that told two orders is two rows of one mail; a mail stopped with all says what stopped it', () => {
  const mail = {
    mailId: 7,
    websiteName: 'One',
    customerName: 'Kari',
    address: 'kari@customer.example',
    subject: '',
    language: 'no',
    state: 'waiting',
    reason: 'mail-server-unreachable',
    reply: '',
    cameBackAt: null,
    orders: ['W-1', 'W-2'],
  } as const;
  const why = 'The mail server cannot be reached';
  expect(reportRows(run({ mails: [mail] })).slice(1, 3)).toEqual([
    ['One', 'Kari', 'W-1', 'kari@customer.example', 'Waiting for the next run', why, '', 7],
    ['One', 'Kari', 'W-2', 'kari@customer.example', 'Waiting for the next run', why, '', 7],
  ]);
});

test('a run that was interrupted before its first website has a row of its own and adds nothing to the sum', () => {
  const rows = runListRows([run({ finishedAt: null }), run({ websites: [website('One', { fetchedOrders: 5 })] })]);
  expect(rows[1]).toEqual(['2026-03-03 09:12', 'kari', 'Interrupted']);
  expect(rows[2]?.slice(0, 5)).toEqual(['2026-03-03 09:12', 'kari', 'Finished', 'One', 5]);
  expect(rows[3]?.slice(0, 6)).toEqual(['Total', null, null, null, 5, 0]);
});

test('no run yet: only the headings', () => {
  expect(runListRows([])).toHaveLength(1);
});
