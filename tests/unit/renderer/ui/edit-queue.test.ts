import { expect, test } from 'vitest';
import { createEditQueue } from '../../../../renderer/ui/edit-queue.ts';

/** A record as the engine holds it: an edit of a version that it no longer stands at is refused. */
function recordAt(version: number) {
  const record = { version, texts: [] as string[] };
  const store = (text: string) => async (seen: number) => {
    if (seen !== record.version) throw new Error(`changed meanwhile: ${text}`);
    record.version += 1;
    record.texts.push(text);
    return record.version;
  };
  return { record, store };
}

test('fields that are left in quick succession are no conflict with oneself', async () => {
  const { record, store } = recordAt(1);
  const edit = createEditQueue();

  await Promise.all([edit(7, 1, store('phone')), edit(7, 1, store('street')), edit(7, 1, store('town'))]);

  expect(record).toEqual({ version: 4, texts: ['phone', 'street', 'town'] });
});

test('what another window stored while an edit waited for the one before it is not stored over unasked', async () => {
  const { record, store } = recordAt(1);
  const edit = createEditQueue();

  const phone = edit(7, 1, async (seen) => {
    const after = await store('phone')(seen);
    await store('another’s street')(record.version);
    return after;
  });
  const street = edit(7, 1, store('my street'));
  await phone;
  await expect(street).rejects.toThrow('changed meanwhile: my street');
  expect(record.texts).toEqual(['phone', 'another’s street']);

  await edit(7, record.version, store('my street, asked for'));
  expect(record.texts).toContain('my street, asked for');
});

test('an edit that changed nothing, and one that failed, hold back none after them', async () => {
  const { record, store } = recordAt(1);
  const edit = createEditQueue();

  await edit(7, 1, async (seen) => seen);
  await expect(edit(7, 0, store('of an old view'))).rejects.toThrow();
  await edit(7, 1, store('phone'));

  expect(record.texts).toEqual(['phone']);
});
