import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { literalTextsIn } from '../../support/literal-texts.ts';

const renderer = join(import.meta.dirname, '..', '..', '..', 'renderer');

const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('texts'))
  .map((path) => join(renderer, path));

test('every text of the windows comes from the text files', () => {
  const found = sources.flatMap((source) =>
    literalTextsIn(source, readFileSync(source, 'utf8')).map((text) => `${relative(renderer, source)}: ${text}`),
  );
  expect(sources.length).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

test.each([
  ['a text between tags', '<p>Hello {name}</p>', ['Hello']],
  ['a prop', '<Field label="Name" />', ['Name']],
  ['a choice', '<Field label={isNew ? "New" : old} />', ['New']],
  ['a template', `<p>{\`\${count} orders\`}</p>`, ['orders']],
  ['a default', '<p>{name ?? "nobody"}</p>', ['nobody']],
  ['a table of words', 'const columns = [{ key: "no", header: "Number" }];', ['Number']],
  ['a sentence anywhere', 'notify("Stored in the company file")', ['Stored in the company file']],
  ['what only we read', 'throw new Error("No such page")', []],
  ['a key', '<p title={t("orders:title")}>{t("orders:found", { count })}</p>', []],
  ['a key made of a word', `<p>{t(\`orders:tab.\${isOn ? "lines" : "text"}\`)}</p>`, []],
  ['a name that is the same everywhere', '<h1>Orderbud</h1>', []],
  ['signs and numbers', '<p>{count} – 25 % …</p>', []],
  ['what nobody reads', '<Button appearance="primary" type="submit" className="a b" />', []],
  ['a comparison', '<p>{kind === "open" ? t("a:b") : null}</p>', []],
] as const)('%s', (_name, source, found) => {
  expect(literalTextsIn('view.tsx', source)).toEqual(found);
});
