import { expect, test } from 'vitest';
import {
  createVersionAliases,
  createVersionKinds,
  type UndoStep,
  withoutRecord,
  withStep,
} from '../../../../renderer/ui/undo-log.ts';

const step = (label: string, record = 'order 1'): UndoStep => ({ label, record, undo: async () => undefined });

test('the last twenty changes can be taken back', () => {
  let log: readonly UndoStep[] = [];
  for (let number = 1; number <= 25; number += 1) log = withStep(log, step(String(number)));
  expect([log.length, log[0]?.label, log.at(-1)?.label]).toEqual([20, '6', '25']);
});

test('what somebody else changed takes all steps of that record along, and no others', () => {
  const log = [step('a'), step('b', 'order 2'), step('c')];
  expect(withoutRecord(log, 'order 1').map(({ label }) => label)).toEqual(['b']);
});

test('taking back the last change leaves the one before it to be taken back, version by version', () => {
  const aliases = createVersionAliases();
  // Edited 4 to 5 to 6, then taken back twice: 6 became 7, which stands where 5 stood
  aliases.note(1, 5, 7);
  expect(aliases.standsAt(1, 5)).toBe(7);
  aliases.note(1, 4, 8);
  expect(aliases.standsAt(1, 4)).toBe(8);
  expect(aliases.standsAt(2, 5)).toBe(5);
});

test('what was taken back in one company says nothing of the same order no. in another', () => {
  const send = async () => 1;
  const [first, other] = [createVersionKinds(), createVersionKinds()];
  first(send).aliases.note(7, 1, 3);
  expect([first(send).aliases.standsAt(7, 1), other(send).aliases.standsAt(7, 1)]).toEqual([3, 1]);
});
