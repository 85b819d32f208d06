import { expect, test } from 'vitest';
import { keepChosenPaths } from '../../../main/shell/chosen-paths.ts';

const share = String.raw`\\host\share\x.orderbud`;

test('an input goes with those of its paths that a person chose, and for what', () => {
  const chosen = keepChosenPaths();
  expect(chosen.add('read', '/a')).toBe('/a');
  chosen.add('write', '/a');
  chosen.add('write', '/a');
  chosen.add('folder', '/b');
  expect(chosen.namedIn({ path: '/a', takeOver: true })).toEqual([
    { path: '/a', use: 'read' },
    { path: '/a', use: 'write' },
  ]);
  expect(chosen.namedIn({ companyPath: '/a', backupPath: '/c' })).toHaveLength(2);
  expect(chosen.namedIn({ folder: '/b' })).toEqual([{ path: '/b', use: 'folder' }]);
});

test('a closed dialog chooses nothing', () => {
  const chosen = keepChosenPaths();
  expect(chosen.add('read', null)).toBeNull();
  expect(chosen.namedIn({ path: null })).toEqual([]);
});

test.each([
  [{ path: '/a/../a' }],
  [{ path: '/A' }],
  [{ path: share }],
  [{ path: ['/a'] }],
  [{ deep: { path: '/a' } }],
  ['/a'],
  [['/a']],
  [null],
  [undefined],
  [new Uint8Array(8)],
])('%j names nothing that was chosen', (input) => {
  const chosen = keepChosenPaths();
  chosen.add('read', '/a');
  expect(chosen.namedIn(input)).toEqual([]);
});
