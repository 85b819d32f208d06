import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { cascaded, readWindowBounds, writeWindowBounds } from '../../../main/shell/window-bounds.ts';

const laptop = { x: 0, y: 0, width: 1366, height: 768 };
const bounds = { x: 40, y: 30, width: 1100, height: 700, isMaximized: false };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderbud-bounds-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the window opens where it was', () => {
  writeWindowBounds(folder, bounds);
  expect(readWindowBounds(folder, [laptop])).toEqual(bounds);
});

test('a place that no screen shows any more is forgotten', () => {
  writeWindowBounds(folder, { ...bounds, x: 1366 + 20 });
  expect(readWindowBounds(folder, [laptop])).toBeNull();
  expect(readWindowBounds(folder, [laptop, { ...laptop, x: 1366 }])).not.toBeNull();
});

test.each(['', '{', '{"x":1}', '{"x":0,"y":0,"width":5,"height":5,"isMaximized":false}'])(
  '%j counts as nothing',
  (text) => {
    writeFileSync(join(folder, 'window.json'), text);
    expect(readWindowBounds(folder, [laptop])).toBeNull();
  },
);

test('no file is no place', () => {
  expect(readWindowBounds(folder, [laptop])).toBeNull();
});

test('the next window opens a title bar lower, and at the corner where the screen ends', () => {
  expect(cascaded(bounds, laptop)).toEqual({ x: 68, y: 58, width: 1100, height: 700 });
  expect(cascaded({ ...bounds, y: 60 }, laptop)).toEqual({ x: 0, y: 0, width: 1100, height: 700 });
  expect(cascaded({ ...laptop, width: 2000 }, laptop)).toEqual(laptop);
});
