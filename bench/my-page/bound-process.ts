import fastify from 'fastify';

/**
 * The bound: a fastify route that answers the same bytes and headers as My page, from memory. Takes the answers as its
 * first message, and gives them in turn.
 */
export type HeldAnswer = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

process.once('message', (answers) => {
  void serve(answers as readonly HeldAnswer[]);
});
process.on('disconnect', () => process.exit(0));

async function serve(answers: readonly HeldAnswer[]): Promise<void> {
  const app = fastify();
  let turn = 0;
  const next = (): HeldAnswer => {
    turn = (turn + 1) % answers.length;
    return answers[turn] ?? { headers: {}, body: '' };
  };
  for (const path of ['/orders', '/orders/:orderId']) {
    app.get(path, (_request, reply) => {
      const { headers, body } = next();
      return reply.headers(headers).send(body);
    });
  }
  process.on('message', (question) => {
    if (question === 'cpu') process.send?.(process.cpuUsage());
  });
  process.send?.({ url: await app.listen({ host: '127.0.0.1', port: 0 }) });
}
