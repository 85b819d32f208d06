import { expect, it } from 'vitest';
import { isOlderThanMark, parseRunMark, type RunMark } from '../../../../main/engine/website-data/run-mark.ts';

const finished: RunMark = { randomId: 'a', counter: 4, at: '2026-03-03T10:12:00.000Z', isFinished: true };
const begun: RunMark = { ...finished, isFinished: false };

it.each([
  ['no mark: a new computer', null, undefined, false],
  ['a run that the file lacks', finished, undefined, true],
  ['a run that was killed and that the file lacks', begun, undefined, true],
  ['a run that the file knows to its end', finished, { isFinished: true }, false],
  ['a run that the file knows only from before its end', finished, { isFinished: false }, true],
  ['a run that was killed and that the file knows', begun, { isFinished: false }, false],
  ['a run whose end could not be kept outside', begun, { isFinished: true }, false],
])('%s', (_name, mark, held, isOlder) => {
  expect(isOlderThanMark(mark, held)).toBe(isOlder);
});

it('what no program of ours wrote is no mark', () => {
  expect(parseRunMark(JSON.stringify(finished))).toEqual(finished);
  for (const text of [null, '', 'nonsense', '{}', '{"randomId":""}']) expect(parseRunMark(text)).toBeNull();
});
