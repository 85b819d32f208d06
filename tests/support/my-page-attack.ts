import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { type CompiledQuery, DefaultQueryExecutor, type Kysely } from 'kysely';
import { vi } from 'vitest';
import type { Tables } from '../../my-page/db/tables.ts';
import { openTestStore, type TestMyPage } from './my-page.ts';

export type Route = { readonly method: string; readonly path: string };

/** Markup, template, formula, header and terminal tricks in one text. */
export const evil = `"'><script>alert(1)</script><img src=x onerror=alert(1)></title></textarea><!-- &lt;\`\${7*7}{{7*7}}%0d%0aX-A:1`;

/** Sends bytes as they are and hands back all that is answered until the site hangs up. */
export async function sendRaw(url: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => socket.destroy());
  await once(socket, 'connect');
  socket.write(bytes, 'latin1');
  return text(socket).catch(() => '');
}

/** A request line with the headers that every request needs; the site hangs up after its answer. */
export function rawGet(path: string, ...headers: readonly string[]): string {
  return [`GET ${path} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers, '', ''].join('\r\n');
}

/** Every row of every table, as text: two that are equal are the same site. */
export async function storeAsText(myPage: TestMyPage): Promise<string> {
  const store = await openTestStore(myPage);
  const db = store.read as Kysely<Tables>;
  const tables = await db.introspection.getTables();
  const rows: string[] = [];
  for (const { name } of tables) {
    const found = await db
      .selectFrom(name as keyof Tables)
      .selectAll()
      .execute();
    rows.push(...found.map((row) => `${name} ${JSON.stringify(row)}`));
  }
  await store.close();
  return rows.sort().join('\n');
}

/** The statements that the site runs while `work` goes on, in their order, on either database. */
export async function statementsOf(work: () => Promise<unknown>): Promise<readonly CompiledQuery[]> {
  const executor = vi.spyOn(DefaultQueryExecutor.prototype, 'executeQuery');
  try {
    await work();
    return executor.mock.calls.map(([query]) => query);
  } finally {
    executor.mockRestore();
  }
}

/** A page without what is made anew at every request: form tokens and order keys. */
export function comparable(page: string): string {
  return page.replace(/(name="(?:form-token|order-key)" value=)"[^"]*"/g, '$1""');
}

/** A path with something in place of its parameters. */
export function filled(path: string, value: string): string {
  return path.replace(/:\w+/g, value);
}
