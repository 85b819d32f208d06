import Database from 'better-sqlite3';
import fastify from 'fastify';
import pg from 'pg';
import { hashOfToken } from '../../my-page/accounts/token.ts';

/**
 * The bounds: a fastify route that answers the same bytes and headers as My page, from memory. With a store in the
 * environment, as for My page, it first asks that one question that no page can leave out: whether the session is known.
 * Takes the answers as its first message, and gives them in turn.
 */
export type HeldAnswer = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

type Question = (tokenHash: string) => unknown;

const { MY_PAGE_STORE: storePath, DATABASE_URL: databaseUrl } = process.env;

process.once('message', (answers) => {
  void serve(answers as readonly HeldAnswer[]);
});
process.on('disconnect', () => process.exit(0));

async function serve(answers: readonly HeldAnswer[]): Promise<void> {
  const app = fastify();
  const ask = sessionQuestion();
  let turn = 0;
  const next = (): HeldAnswer => {
    turn = (turn + 1) % answers.length;
    return answers[turn] ?? { headers: {}, body: '' };
  };
  for (const path of ['/orders', '/orders/:orderId']) {
    app.get(path, async ({ headers: { cookie = '' } }, reply) => {
      if (ask) await ask(hashOfToken(cookie.slice(cookie.indexOf('=') + 1)));
      const { headers, body } = next();
      return reply.headers(headers).send(body);
    });
  }
  process.send?.({ url: await app.listen({ host: '127.0.0.1', port: 0 }) });
}

/** By the drivers alone, prepared, as fast as they give it. */
function sessionQuestion(): Question | null {
  const text = 'SELECT account_id FROM session WHERE token_hash = ';
  if (databaseUrl !== undefined) {
    const pool = new pg.Pool({ connectionString: databaseUrl });
    return (tokenHash) => pool.query({ name: 'session', text: `${text}$1`, values: [tokenHash] });
  }
  if (storePath === undefined) return null;
  const question = new Database(storePath, { readonly: true }).prepare(`${text}?`);
  return (tokenHash) => question.get(tokenHash);
}
