import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startMyPage, type TestMyPage } from '../../support/my-page.ts';
import { loggedInVisitor } from '../../support/my-page-accounts.ts';
import { makeAccount, makeHistory, publish } from '../../support/my-page-documents.ts';
import { testDatabase } from '../../support/my-page-store.ts';
import { openVisitor } from '../../support/my-page-visitor.ts';

let myPage: TestMyPage;
beforeAll(async () => {
  myPage = await startMyPage({ metrics: { port: 0 } });
});
afterAll(() => myPage.close());

const read = async (): Promise<string> => (await fetch(myPage.metricsUrl ?? '')).text();

describe('metrics', () => {
  test('count requests by route and status, and log-ins by outcome, and hold nothing of a person', async () => {
    const account = makeAccount({ email: 'secret-name@example.com', name: 'Secret Name' });
    const order = makeHistory({ accountId: account.accountId });
    await publish(myPage, '/accounts', { accounts: [account] });
    await publish(myPage, '/order-histories', { histories: [order] });
    const visitor = await loggedInVisitor(myPage, account);
    await visitor.get(`/orders/${order.orderId}`);
    await visitor.get('/no/such/place?email=secret-name@example.com');
    const stranger = openVisitor(myPage.url);
    await stranger.logIn(account.email, 'wrong password');
    await stranger.logIn(account.email, 'correct horse battery');
    const text = await read();
    expect(text).toContain(
      'my_page_request_duration_seconds_count{method="GET",route="/orders/:orderId",status="200"} 1',
    );
    expect(text).toContain('my_page_log_ins_total{outcome="wrong"} 1');
    expect(text).toContain('my_page_log_ins_total{outcome="logged-in"} 1');
    expect(text).toMatch(/^nodejs_eventloop_lag_seconds /m);
    expect(text).toMatch(/^process_resident_memory_bytes /m);
    expect(text).not.toMatch(/secret|such|127\.0/i);
    expect(text).not.toContain(order.orderId);
    expect(text).not.toContain(account.accountId);
  });

  test('are not on the public port, and nothing else is on theirs', async () => {
    expect((await fetch(`${myPage.url}/metrics`)).status).toBe(404);
    expect((await fetch(new URL('/log-in', myPage.metricsUrl ?? ''))).status).toBe(404);
  });

  test('are shown nowhere unless a port is given', async () => {
    const quiet = await startMyPage();
    expect(quiet.metricsUrl).toBeNull();
    await quiet.close();
  });

  test.runIf(testDatabase === 'PostgreSQL')('tell the connections to PostgreSQL', async () => {
    const text = await read();
    expect(text).toContain('my_page_database_connections{state="most"} 5');
    expect(text).toContain('my_page_database_connections{state="waiting"} 0');
    expect(text).toMatch(/my_page_database_connections\{state="open"\} [1-5]\n/);
  });
});
