import { afterEach, beforeEach, expect, it } from 'vitest';
import { freezeMessage, type MessageToFreeze } from '../../../../main/engine/mail/freeze-message.ts';
import { MessageFreezer } from '../../../../main/engine/mail/message-freezer.ts';

const message = (n: number): MessageToFreeze => ({
  randomId: `5f1c2d3e-0000-4000-8000-${String(n).padStart(12, '0')}`,
  senderName: 'Fjell & Fjord',
  senderAddress: 'post@fjellogfjord.example',
  replyTo: '',
  toName: 'Kåri Nordmann',
  to: `kari${n}@example.com`,
  subject: `Nytt om ordren din W-${n}`,
  html: `<p>Blåbær ${n}</p>`,
  plain: `Blåbær ${n}\n`,
  languageTag: 'nb',
  date: '2026-03-03T10:12:00.000Z',
  optOutUrl: null,
  oneClick: true,
  papers: [{ filename: 'note.pdf', content: new Uint8Array([37, 80, 68, 70]) }],
  referencesRandomId: null,
});
const numbers = Array.from({ length: 50 }, (_none, n) => n);

let freezer: MessageFreezer;
beforeEach(() => {
  freezer = new MessageFreezer((error) => {
    throw error;
  });
});
afterEach(() => freezer.close());

it('gives every message its own bytes, the same as here', async () => {
  const frozen = await Promise.all(numbers.map((n) => freezer.freeze(message(n))));
  for (const n of numbers) expect(frozen[n]).toEqual(await freezeMessage(message(n)));
});

it('a message that cannot be frozen fails alone', async () => {
  const outcomes = await Promise.allSettled([
    freezer.freeze(message(1)),
    freezer.freeze({ ...message(2), randomId: 'a b' }),
    freezer.freeze(message(3)),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(outcomes[1]).toMatchObject({ reason: { message: 'Not a random id for a Message-ID' } });
});

it('when the thread ends, what it had and what comes later is frozen all the same', async () => {
  const started = numbers.map((n) => freezer.freeze(message(n)));
  const closed = freezer.close();
  const late = freezer.freeze(message(50));
  for (const n of numbers) expect(await started[n]).toEqual(await freezeMessage(message(n)));
  expect(await late).toEqual(await freezeMessage(message(50)));
  await closed;
});

it('where no thread is to be had, messages are frozen here, and that is told once', async () => {
  const told: unknown[] = [];
  const without = new MessageFreezer(
    (error) => told.push(error),
    () => {
      throw new Error('ERR_WORKER_INIT_FAILED');
    },
  );
  for (const n of [1, 2]) expect(await without.freeze(message(n))).toEqual(await freezeMessage(message(n)));
  expect(told).toHaveLength(1);
});
