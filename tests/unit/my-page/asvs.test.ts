import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The requirements of levels 1 and 2 in ASVS 5.0.0, per section how many from 1 on, or which. Without V10 and V17. */
const levelsOneAndTwo: Readonly<Record<string, number | readonly number[]>> = {
  ...{ '1.1': 2, '1.2': 9, '1.3': 11, '1.4': 3, '1.5': 2 },
  ...{ '2.1': 3, '2.2': 3, '2.3': 4, '2.4': [1] },
  ...{ '3.2': 2, '3.3': 4, '3.4': 6, '3.5': 5, '3.7': 2 },
  ...{ '4.1': 3, '4.2': [1], '4.3': 2, '4.4': 4 },
  ...{ '5.1': [1], '5.2': 3, '5.3': 2, '5.4': 3 },
  ...{ '6.1': 3, '6.2': 12, '6.3': 4, '6.4': 4, '6.5': 5, '6.6': 3, '6.8': 4 },
  ...{ '7.1': 3, '7.2': 4, '7.3': 2, '7.4': 5, '7.5': 2, '7.6': 2 },
  ...{ '8.1': 2, '8.2': 3, '8.3': [1], '8.4': [1] },
  ...{ '9.1': 3, '9.2': 4 },
  ...{ '11.1': 2, '11.2': 3, '11.3': 3, '11.4': 4, '11.5': [1], '11.6': [1] },
  ...{ '12.1': 3, '12.2': 2, '12.3': 4 },
  ...{ '13.1': [1], '13.2': 5, '13.3': 2, '13.4': 5 },
  ...{ '14.1': 2, '14.2': 4, '14.3': 3 },
  ...{ '15.1': 3, '15.2': 3, '15.3': 7 },
  ...{ '16.1': [1], '16.2': 5, '16.3': 4, '16.4': 3, '16.5': 3 },
};

const checklist = readFileSync('docs/my-page/asvs.md', 'utf8');
const rows = [...checklist.matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| ([^|]+) \| (.+) \|$/gm)].map(
  ([, number = '', , , proof = '']) => ({ number, proof }),
);

function numbersOf(section: string): readonly string[] {
  const numbers = levelsOneAndTwo[section] ?? [];
  const all = typeof numbers === 'number' ? Array.from({ length: numbers }, (_, index) => index + 1) : numbers;
  return all.map((number) => `${section}.${number}`);
}

/** The short names of the checklist's tests; every other file is named whole. */
function pathOf(name: string): string {
  if (name.startsWith('unit/')) return `tests/unit/my-page/${name.slice('unit/'.length)}`;
  return /^(attacks\/)?[\w-]+\.test\.ts$/.test(name) ? `tests/integration/my-page/${name}` : name;
}

/** The files a proof names, each with the tests it names there: in quotation marks, after the file. */
function namedIn(proof: string): readonly { readonly path: string; readonly tests: readonly string[] }[] {
  const parts = proof.split(/`((?:[\w.-]+\/)*[\w.-]+\.(?:ts|md|mjs|json|conf|service))`/).slice(1);
  return parts.flatMap((name, index) => {
    if (index % 2 === 1) return [];
    const following = parts[index + 1] ?? '';
    const tests = /^(: |; )"/.test(following) ? [...following.matchAll(/"([^"]+)"/g)].map(([, test = '']) => test) : [];
    return [{ path: pathOf(name), tests }];
  });
}

describe('the ASVS checklist', () => {
  test('has one row for every requirement of levels 1 and 2 in the chapters that apply', () => {
    expect(rows.map(({ number }) => number)).toEqual(Object.keys(levelsOneAndTwo).flatMap(numbersOf));
    expect(rows.length).toBe(217);
  });

  test('names only files and tests that exist', () => {
    const missing = rows.flatMap(({ number, proof }) =>
      namedIn(proof).flatMap(({ path, tests }) => {
        if (!existsSync(path)) return [`${number}: ${path}`];
        const text = readFileSync(path, 'utf8').replaceAll("\\'", "'");
        return tests.filter((name) => !text.includes(name)).map((name) => `${number}: ${path} has no "${name}"`);
      }),
    );
    expect(missing).toEqual([]);
    expect(rows.flatMap(({ proof }) => namedIn(proof).flatMap(({ tests }) => tests)).length).toBeGreaterThan(100);
  });

  test('says of every requirement what meets it, or why not', () => {
    for (const { number, proof } of rows) expect(proof.trim().length, number).toBeGreaterThan(3);
    expect(checklist).not.toMatch(/\bopen: /i);
  });
});
