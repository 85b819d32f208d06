import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keepZoom, zoomAfter } from '../../../main/shell/zoom.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orderbud-zoom-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('zooming in and out again leads back, and stops at twice the size and at 80 %', () => {
  expect(zoomAfter(zoomAfter(1, 'in'), 'out')).toBe(1);
  expect(zoomAfter(2, 'in')).toBe(2);
  expect(zoomAfter(0.8, 'out')).toBe(0.8);
  expect(zoomAfter(1.75, 'actual')).toBe(1);
});

test('the next start shows things as large as the last one', () => {
  keepZoom(folder).change('in');
  expect(keepZoom(folder).factor()).toBe(1.1);
});

test.each(['', '{"factor":90}', '{"factor":"2"}'])('%j counts as the actual size', (text) => {
  writeFileSync(join(folder, 'zoom.json'), text);
  expect(keepZoom(folder).factor()).toBe(1);
});
