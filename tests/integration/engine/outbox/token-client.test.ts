import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { askForTokens } from '../../../../main/engine/outbox/oauth/token-client.ts';

test('an answer that is longer than any with a token is not read to its end', async () => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    // And goes on: who waits for the end waits for ever
    response.write('x'.repeat(1_000_000));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const answer = await askForTokens({
    tokenUrl: `http://127.0.0.1:${port}/token`,
    clientId: 'client',
    clientSecret: null,
    grant: { kind: 'refresh', refreshToken: 'refresh', scope: '' },
  });
  expect(answer).toEqual({ kind: 'unreachable' });
});
