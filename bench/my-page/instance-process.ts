import { createMyPage } from '../../my-page/server.ts';

/**
 * My page in a process of its own, as main.ts starts it, its log lines on stderr. Tells its address once it listens;
 * answers `memory` with what it holds when its garbage is gone (needs --expose-gc).
 */
const { MY_PAGE_STORE: storePath, DATABASE_URL: databaseUrl } = process.env;
const myPage = await createMyPage({ storePath, databaseUrl, logTo: process.stderr });

process.on('message', (question) => {
  if (question === 'key') void myPage.createApiKey('desktop').then((key) => process.send?.({ key }));
  if (question === 'memory') {
    globalThis.gc?.();
    process.send?.(process.memoryUsage());
  }
});
process.on('disconnect', () => {
  myPage.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
process.send?.({ url: myPage.localUrl });
