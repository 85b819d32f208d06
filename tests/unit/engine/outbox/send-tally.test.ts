import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SendTally, type SentState } from '../../../../main/engine/outbox/send-tally.ts';

test('planned is the sum of all states, whatever happens to the mails', () => {
  const change = fc.record({
    id: fc.integer({ min: 0, max: 9 }),
    state: fc.constantFrom<SentState>('waiting', 'accepted', 'refused', 'uncertain'),
  });
  fc.assert(
    fc.property(fc.array(change), (changes) => {
      const tally = new SendTally();
      for (let id = 0; id < 10; id += 1) tally.add({ id, kind: id < 7 ? 'order-status' : 'shop-copy' });
      const latest = new Map<number, SentState>();
      for (const { id, state } of changes) {
        tally.set(id, state);
        latest.set(id, state);
      }
      for (const kind of ['order-status', 'shop-copy'] as const) {
        const { planned, accepted, waiting, refused, uncertain } = tally.of(kind);
        expect(planned).toBe(kind === 'order-status' ? 7 : 3);
        expect(accepted + waiting + refused + uncertain).toBe(planned);
      }
      const all = Array.from({ length: 10 }, (_, id) => id);
      expect(tally.waiting()).toEqual(all.filter((id) => (latest.get(id) ?? 'waiting') === 'waiting'));
    }),
  );
});

test('a mail that was not planned cannot be counted', () => {
  expect(() => new SendTally().set(1, 'accepted')).toThrow();
});
