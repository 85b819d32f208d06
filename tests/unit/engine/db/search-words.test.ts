import { expect, it } from 'vitest';
import { inTransaction, run } from '../../../../main/engine/db/database.ts';
import { openDatabase } from '../../../../main/engine/db/open-database.ts';
import { searchWords } from '../../../../main/engine/db/search-words.ts';

it.each([
  ['W-8841', [['w', '8841']]],
  ['rain  jac', [['rain'], ['jac']]],
  ['Strøm Ström STROM', [['strom'], ['strom'], ['strom']]],
  ['Åse Blåbærsyltetøy', [['ase'], ['blabaersyltetoy']]],
  ['straße', [['strasse']]],
  ['" OR *) NEAR(', [['or'], ['near']]],
  ['-%_', []],
  ['', []],
])('%s is searched for as its words', (typed, words) => {
  expect(searchWords(typed)).toEqual(words);
});

it('no sign that anybody can type makes two words of one for SQLite, or means anything to it', async () => {
  const db = await openDatabase(':memory:');
  inTransaction(db, (tx) =>
    run(
      tx,
      `CREATE VIRTUAL TABLE found USING fts5(words, content='', contentless_delete=1, detail=none, tokenize="unicode61 remove_diacritics 2")`,
    ),
  );
  const search = db.prepare('SELECT rowid FROM found WHERE found MATCH ?');
  // Every sign of Latin, Greek and Cyrillic, and a walk through all the rest
  for (let code = 1; code < 0x11000; code += code < 0x530 ? 1 : 13) {
    if (code >= 0xd800 && code <= 0xdfff) continue;
    const parts = searchWords(`a${String.fromCodePoint(code)}b`).flat();
    if (parts.length === 1 && parts[0] !== 'ab') expect(() => search.all(`"${parts[0]}"*`)).not.toThrow();
  }
  db.close();
});
