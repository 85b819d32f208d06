/** A site that parses the order histories it is sent, says that it stored them, and does nothing else. Says its address. */
import { createServer } from 'node:http';

type Documents = { readonly histories: readonly { readonly orderId: string; readonly version: number }[] };

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    const { histories } = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Documents;
    const results = histories.map(({ orderId, version }) => ({ orderId, version, outcome: 'stored' }));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ results }));
  });
}).listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (typeof address === 'object') process.send?.({ url: `http://127.0.0.1:${address?.port}` });
});
process.on('disconnect', () => process.exit());
