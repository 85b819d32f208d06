import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { documented } from '../../../tools/screenshots/my-page/documented.ts';

const folder = join(import.meta.dirname, '..', '..', '..', 'docs', 'my-page');
const page = readFileSync(join(folder, 'README.md'), 'utf8');
const pictures = readdirSync(folder).filter((name) => name.endsWith('.webp'));
const mostBytes = 150_000;

test('the page shows every picture, and only pictures that are made', () => {
  const shown = [...page.matchAll(/\]\(([\w-]+\.webp)\)/g)].map(([, name = '']) => name);
  expect(shown.toSorted()).toEqual(pictures.toSorted());
  expect(documented.map((name) => `${name}.webp`).toSorted()).toEqual(pictures.toSorted());
});

test('no picture is heavy', () => {
  const heavy = pictures.filter((name) => statSync(join(folder, name)).size > mostBytes);
  expect(heavy).toEqual([]);
});
