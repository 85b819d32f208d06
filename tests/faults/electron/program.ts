import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { expect, type Page } from '@playwright/test';
import type { CompanyState } from '../../../shared/companies.ts';
import { callEngine, engineVersion } from '../../support/engine-calls.ts';
import { isRunning } from '../../support/is-running.ts';
import { type StartedApp, startApp } from '../../support/start-app.ts';
import type { Victim } from './kill-plan.ts';

/** Long enough for a busy machine; an engine without a shell ends within a moment. */
const goneWithinMs = 5_000;
const readyWithinMs = 30_000;

/** The program in real Electron on one company file, which a test kills and starts again. */
export class Program {
  private readonly companyPath: string;
  private readonly userData: string;
  private app: StartedApp | null = null;
  /** Playwright answers it only while the program runs. */
  private shell: ChildProcess | null = null;
  private enginePid: number | undefined;
  private restarts = 0;

  constructor(companyPath: string, userData: string) {
    this.companyPath = companyPath;
    this.userData = userData;
  }

  page(): Page {
    if (this.app === null) throw new Error('The program is not running');
    return this.app.page;
  }

  /** Starts the program where it is not running. The company need not be open yet. */
  async up(): Promise<void> {
    if (this.app === null) {
      this.app = await startApp(this.userData, { args: [this.companyPath] });
      this.shell = this.app.electron.process();
      this.restarts = 0;
    }
    this.enginePid = (await engineVersion(this.app.page)).pid;
  }

  /** Until staff can work: the company is open again, without anybody having been asked. */
  async ready(): Promise<void> {
    const page = this.page();
    const title = this.restarts === 0 ? 'Sales orders' : /^(Sales orders|Get Website Data)$/;
    const state = async () => {
      const outcome = await callEngine(page, 'companies.state');
      // Said in the failure: why it was not opened
      const shown = await page.locator('body').innerText();
      return outcome.kind === 'data' ? { ...(outcome.data as CompanyState), shown } : outcome.error.data.appCode;
    };
    const opened = { timeout: readyWithinMs, intervals: [20] };
    await expect.poll(state, opened).toMatchObject({ kind: 'open', path: this.companyPath });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(title, { timeout: readyWithinMs });
  }

  /** SIGKILL. What is killed with what is decided here: the engine of a killed shell is left to itself. */
  kill(victim: Victim): void {
    const shellPid = this.shell?.pid;
    if (this.enginePid === undefined || shellPid === undefined) throw new Error('The program is not running');
    const pids = { engine: [this.enginePid], shell: [shellPid], both: [this.enginePid, shellPid] }[victim];
    for (const pid of pids) process.kill(pid, 'SIGKILL');
  }

  /** @throws Error when the engine outlives its own death or its shell's */
  async engineGone(): Promise<void> {
    const { enginePid } = this;
    await expect
      .poll(() => enginePid !== undefined && isRunning(enginePid), {
        timeout: goneWithinMs,
        intervals: [5],
        message: 'The engine goes on by itself',
      })
      .toBe(false);
  }

  /** After a kill: a killed engine is started anew and the window says so; a killed shell leaves nothing that runs. */
  async afterKill(victim: Victim): Promise<void> {
    await this.engineGone();
    if (victim === 'engine') await this.afterEngineKill();
    else await this.afterShellKill();
  }

  async close(): Promise<void> {
    await this.app?.electron.close();
    this.app = null;
  }

  private async afterEngineKill(): Promise<void> {
    const page = this.page();
    this.restarts += 1;
    const startAgain = page.getByRole('button', { name: 'Start again' });
    const backAgain = page.getByText('was started again');
    const before = this.enginePid;
    // One that fell over too often within a minute waits for a person
    await expect
      .poll(
        async () => {
          if (await startAgain.isVisible()) await startAgain.click();
          const outcome = await callEngine(page, 'app.version');
          return outcome.kind === 'data' && (outcome.data as { pid: number }).pid !== before;
        },
        { timeout: readyWithinMs, intervals: [50] },
      )
      .toBe(true);
    await expect(backAgain).toBeVisible();
  }

  private async afterShellKill(): Promise<void> {
    const { shell } = this;
    this.app = null;
    if (shell !== null && shell.exitCode === null && shell.signalCode === null) await once(shell, 'exit');
  }
}
