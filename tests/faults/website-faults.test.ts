import { afterEach, describe, expect, it } from 'vitest';
import type { FaultyAnswer, ProxiedCall, SiteAnswer } from '../support/faulty-proxy.ts';
import { goOnToTheEnd } from './invariants.ts';
import { type FaultScene, openFaultScene } from './scene.ts';
import { ship } from './ship.ts';
import { readShopFacts } from './shop-facts.ts';
import { sliceOf } from './slice.ts';

let scene: FaultScene | undefined;
afterEach(async () => {
  await scene?.close();
  scene = undefined;
});

const problem = (status: number, headers: Readonly<Record<string, string>> = {}): FaultyAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: '{"error":"unavailable","message":"Not now"}',
});
const html: FaultyAnswer = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<html><body>Under maintenance</body></html>',
};

/** What goes wrong with one call: before the site hears of it, or after it did what was asked. */
const faults: Readonly<
  Record<string, { readonly before: FaultyAnswer } | { readonly after: (answer: SiteAnswer) => FaultyAnswer }>
> = {
  'the line lost on the way there': { before: 'cut' },
  'the line lost on the way back': { after: () => 'cut' },
  'an answer cut in the middle': {
    after: ({ status, headers, body }) => ({
      status,
      headers: { 'content-type': headers['content-type'] ?? 'application/json' },
      body: body.toString(),
      cutAfter: Math.floor(body.length / 2),
    }),
  },
  '500 before': { before: problem(500) },
  '500 after it was done': { after: () => problem(500) },
  '429 with Retry-After, for ever': { before: problem(429, { 'retry-after': '0' }) },
  'HTML instead of JSON': { before: html },
  'HTML after it was done': { after: () => html },
  'JSON of another shape': {
    after: () => ({ status: 200, headers: { 'content-type': 'application/json' }, body: '[]' }),
  },
  'a redirect elsewhere': { before: { status: 307, headers: { location: 'http://127.0.0.1:9/' }, body: '' } },
  'the key refused': { before: problem(401) },
};

const calls = await listCalls();

/** What a run asks of My page, each call once. */
async function listCalls(): Promise<readonly string[]> {
  const undisturbed = await openFaultScene();
  const asked = new Set<string>();
  undisturbed.faults.website = { onCall: async (call) => void asked.add(nameOf(call)) };
  await undisturbed.shop.getWebsiteData();
  await undisturbed.close();
  return [...asked];
}

function nameOf({ method, path }: ProxiedCall): string {
  return `${method} ${path}`;
}

it('a run asks six things of My page', () => {
  expect(calls).toHaveLength(6);
});

/** Their answers say nothing, so there is nothing in them to be wrong. */
const answersNotRead = ['PUT /api/v1/site-settings', 'PUT /api/v1/products'];

const chosen = [
  'the line lost on the way there',
  'the line lost on the way back',
  'an answer cut in the middle',
  '500 before',
];

describe.each(sliceOf(Object.entries(faults), ([what]) => chosen.includes(what)))('%s', (what, fault) => {
  const isNotSeen = (name: string) => what === 'JSON of another shape' && answersNotRead.includes(name);
  it.each(calls.filter((name) => !isNotSeen(name)))(
    'at %s: the rest is done; the next run loses and doubles nothing',
    async (name) => {
      scene = await openFaultScene();
      const { shop } = scene;
      const faulty = async (call: ProxiedCall, answer: FaultyAnswer) => (nameOf(call) === name ? answer : undefined);
      scene.faults.website =
        'before' in fault
          ? { onCall: (call) => faulty(call, fault.before) }
          : { onAnswer: (call, answer) => faulty(call, fault.after(answer)) };
      const { website } = await shop.getWebsiteData();
      const problems = [website.fetchProblem, website.publishProblem, website.updateProblem].filter(
        (one) => one !== null,
      );
      expect(problems.length).toBeGreaterThan(0);
      expect(problems).not.toContain('unexpected');
      // Whatever the website does, those whose news was known before hear of it now
      expect(website).toMatchObject({ accepted: 4, waiting: 0, uncertain: 0, sendProblem: null });
      await goOnToTheEnd(scene, { mostUncertain: 0 });
    },
  );
});

const cursorUnknown: FaultyAnswer = {
  status: 410,
  headers: { 'content-type': 'application/json' },
  body: '{"error":"cursor-unknown","message":""}',
};

it('a cursor that the site does not know any more: all is read again, nothing is there twice', async () => {
  scene = await openFaultScene();
  let asked = 0;
  scene.faults.website = {
    onCall: async ({ path }) => {
      asked += path.endsWith('/enquiries') ? 1 : 0;
      return path.endsWith('/enquiries') && asked === 1 ? cursorUnknown : undefined;
    },
  };
  expect((await scene.shop.getWebsiteData()).website).toMatchObject({ fetchProblem: null, fetchedOrders: 1 });
  expect(asked).toBeGreaterThan(1);
  await goOnToTheEnd(scene, { mostUncertain: 0 });
});

it('a site that answers the same page for ever is left, and what it said is there once', async () => {
  scene = await openFaultScene();
  const moreOf = ({ status, body }: SiteAnswer): FaultyAnswer => ({
    status,
    headers: { 'content-type': 'application/json' },
    body: body.toString().replace('"more":false', '"more":true'),
  });
  scene.faults.website = {
    onAnswer: async ({ path }, answer) => (path.endsWith('/enquiries') ? moreOf(answer) : undefined),
  };
  expect((await scene.shop.getWebsiteData()).website).toMatchObject({ fetchProblem: 'website-bad-answer' });
  await goOnToTheEnd(scene, { mostUncertain: 0 });
});

it.each([-1, 1])('a site whose clock is %i days off: the same is told and shown', async (days) => {
  scene = await openFaultScene({ siteAheadDays: days });
  await goOnToTheEnd(scene, { mostUncertain: 0 });
});

it.each([
  ['a minute', 1],
  ['a day', 24 * 60],
])('our clock is set back by %s between two runs: the same is told and shown', async (_by, minutes) => {
  scene = await openFaultScene();
  await scene.shop.getWebsiteData();
  const { db } = scene.shop.session.company();
  ship(db, 1);
  scene.history.end(readShopFacts(db), true);
  scene.shop.passTime(-minutes);
  await goOnToTheEnd(scene, { mostUncertain: 0 });
});
