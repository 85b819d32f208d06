import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { engineFlags } from '../../main/shell/engine-flags.ts';
import { expect, test } from '../support/electron.ts';
import {
  callEngine,
  engineStates,
  engineVersion,
  pingEvents,
  startPing,
  watchEngineStates,
} from '../support/engine-calls.ts';
import { isRunning } from '../support/is-running.ts';

/**
 * Both ways of running the engine file, in whatever Electron is here: the shipped one (utility process) and the one for an Electron
 * too old for the store (plain Node). No company is opened, since the old one could not.
 */
for (const way of ['utility-process', 'plain-node'] as const) {
  test.describe(`engine as ${way}`, () => {
    test.use({ start: { env: { ORDERBUD_ENGINE: way } } });

    test('runs in a process of its own and answers', async ({ app, page }) => {
      const version = await engineVersion(page);
      const shell = await app.electron.evaluate(() => ({ pid: process.pid, node: process.versions.node }));
      expect(version.pid).not.toBe(shell.pid);
      if (way === 'utility-process') expect(version.node).toBe(shell.node);
      else expect(version.node).toMatch(/^24\./);
      // Only Linux shows the command line of a process as a file
      const commandLine = `/proc/${version.pid}/cmdline`;
      if (existsSync(commandLine)) expect(readFileSync(commandLine, 'utf8')).toContain(engineFlags.join(' '));
    });

    test('a subscription tells until it is done', async ({ page }) => {
      await startPing(page, { intervalMs: 10, count: 3 });
      await expect
        .poll(() => pingEvents(page))
        .toEqual([
          { kind: 'data', data: { number: 1 } },
          { kind: 'data', data: { number: 2 } },
          { kind: 'data', data: { number: 3 } },
          { kind: 'done' },
        ]);
    });

    test('bad input comes back with a code, an unknown path without its text', async ({ page }) => {
      await startPing(page, { intervalMs: 0, count: 1 });
      await expect
        .poll(() => pingEvents(page))
        .toMatchObject([{ error: { data: { appCode: 'bad-input', details: { field: 'intervalMs' } } } }]);
      expect(await callEngine(page, 'app.nothing')).toMatchObject({
        kind: 'error',
        error: { message: 'unexpected', data: { appCode: 'unexpected' } },
      });
    });

    test('a killed shell takes it along: nothing goes on that nobody sees', async ({ app, page }) => {
      const { pid } = await engineVersion(page);
      const shell = app.electron.process();
      const ended = once(shell, 'exit');

      shell.kill('SIGKILL');

      await ended;
      await expect.poll(() => isRunning(pid)).toBe(false);
    });

    test('killed, it is started again: open questions fail, new ones are answered, the window says so', async ({
      page,
    }) => {
      const before = await engineVersion(page);
      await watchEngineStates(page);
      await startPing(page, { intervalMs: 50, count: 1000 });
      await expect.poll(async () => (await pingEvents(page)).length).toBeGreaterThan(0);

      process.kill(before.pid, 'SIGKILL');

      await expect
        .poll(async () => (await pingEvents(page)).at(-1))
        .toMatchObject({ kind: 'error', error: { data: { appCode: 'engine-stopped' } } });
      const after = await engineVersion(page);
      expect(after.pid).not.toBe(before.pid);
      expect(await engineStates(page)).toEqual([
        { kind: 'running', restarts: 0 },
        { kind: 'restarting', restarts: 1 },
        { kind: 'running', restarts: 1 },
      ]);
      await expect(page.getByText('was started again')).toBeVisible();
    });
  });
}

test('an engine that keeps ending is given up, until somebody starts it again', async ({ page }) => {
  await engineVersion(page);
  await watchEngineStates(page);
  for (let kills = 1; kills <= 4; kills += 1) {
    process.kill((await engineVersion(page)).pid, 'SIGKILL');
    await expect
      .poll(async () => (await engineStates(page)).at(-1))
      .not.toEqual({ kind: 'running', restarts: kills - 1 });
  }
  expect((await engineStates(page)).at(-1)).toEqual({ kind: 'stopped' });
  expect(await callEngine(page, 'app.version')).toMatchObject({ error: { data: { appCode: 'engine-stopped' } } });

  await page.getByRole('button', { name: 'Start again' }).click();

  expect((await engineVersion(page)).orderbud).toBe('0.1.0');
});

test('closing the program ends the engine', async ({ app, page }) => {
  const { pid } = await engineVersion(page);
  await app.electron.close();
  expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
});
