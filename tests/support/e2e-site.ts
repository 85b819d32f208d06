import { createServer } from 'node:http';
import type { MailServer } from '../../my-page/mail/mail-server.ts';
import { createMyPage, type MyPage } from '../../my-page/server.ts';

/** My page at one address, where a test can let it go down, come back, or have something else answer in its place. */
export type E2eSite = {
  readonly url: string;
  readonly createApiKey: MyPage['createApiKey'];
  readonly goDown: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
  /** Every request gets this page, with status 200. */
  readonly answerOnly: (html: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Starts My page on loopback; what it stored is there again when it comes back. */
export async function startE2eSite(storePath: string, mailServer: MailServer | null = null): Promise<E2eSite> {
  const { url, createApiKey, close } = await createMyPage({ storePath, mailServer });
  const port = Number(new URL(url).port);
  let stop = close;
  const goDown = async () => {
    await stop();
    stop = async () => {};
  };
  return {
    url,
    createApiKey,
    goDown,
    comeBack: async () => {
      await goDown();
      stop = (await createMyPage({ storePath, port, mailServer })).close;
    },
    answerOnly: async (html) => {
      await goDown();
      stop = await serveOnly(html, port);
    },
    close: goDown,
  };
}

async function serveOnly(html: string, port: number): Promise<() => Promise<void>> {
  const server = createServer((_request, response) => response.setHeader('content-type', 'text/html').end(html));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
}
