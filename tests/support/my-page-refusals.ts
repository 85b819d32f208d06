import { type Endpoint, endpoints } from '../../my-page/api/endpoints.ts';
import { type Operation, operations } from './api-document.ts';
import { callApi, openTestStore, type TestMyPage } from './my-page.ts';

/** Ids that are well formed and belong to nothing. */
const nobody = '5f0a3a52-4a55-4c0e-8a0e-2f6a4be4b0a1';

/** Provokes at every end point what refuses a request before it is looked at: key, scope, type, size, form, limit. */
export async function provokeRefusals(myPage: TestMyPage): Promise<void> {
  const guarded = operations().filter(({ path }) => path !== '/openapi.json');
  for (const { method, path, operation } of guarded) {
    for (const { key, headers, body } of attempts(myPage, operation)) {
      await callApi(myPage, {
        key,
        method: method as 'GET',
        path: path.replace(/\{\w*Id\}/g, nobody).replace(/\{\w+\}/g, 'x'),
        ...(body !== undefined && { body }),
        ...(headers && { headers }),
      });
    }
  }
  await provokeLimits(myPage, guarded);
}

type Attempt = {
  readonly key: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
};

function attempts(myPage: TestMyPage, operation: Operation): readonly Attempt[] {
  const { desktopKey, storefrontKey } = myPage;
  const own = operation.operationId === 'postOrder' ? storefrontKey : desktopKey;
  const other = own === desktopKey ? storefrontKey : desktopKey;
  const keys: readonly Attempt[] = [
    { key: 'obk_desktop_unknown' },
    ...('403' in operation.responses ? [{ key: other }] : []),
  ];
  if (!operation.requestBody) return keys;
  const [type = ''] = Object.keys(operation.requestBody.content);
  return [
    ...keys,
    { key: own, headers: { 'content-type': 'text/xml' }, body: 'x' },
    { key: own, headers: { 'content-type': type }, body: 'x'.repeat(limitOf(operation) + 1) },
    ...(type === 'application/json'
      ? [
          { key: own, body: [] },
          { key: own, body: JSON.parse('{"constructor":{"prototype":{}}}') },
        ]
      : []),
  ];
}

function limitOf({ operationId }: Operation): number {
  const found = Object.entries<Endpoint>(endpoints).find(([name]) => name === operationId);
  return found?.[1].bodyLimit ?? 64 * 1024;
}

/** Takes what is left of the two limits, which would take thousands of requests, and asks everywhere once more. */
async function provokeLimits(
  myPage: TestMyPage,
  guarded: readonly { readonly method: string; readonly path: string }[],
): Promise<void> {
  const store = await openTestStore(myPage);
  await store.write((tx) => tx.updateTable('throttle').set({ tries: 100_000 }).execute());
  for (const { method, path } of guarded) {
    const place = path.replace(/\{\w*Id\}/g, nobody).replace(/\{\w+\}/g, 'x');
    await callApi(myPage, { key: 'obk_desktop_unknown', method: method as 'GET', path: place });
  }
  await store.write((tx) => tx.deleteFrom('throttle').execute());
  await store.close();
}
