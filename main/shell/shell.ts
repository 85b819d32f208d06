/**
 * The shell: Electron's main process. It opens the window, keeps the engine running and carries messages between the two; it holds
 * no business rule.
 */
import { app, type BrowserWindow } from 'electron';
import { bridgeChannels, type EngineState, type ShellEnvironment } from '../../shared/bridge.ts';
import { languageOfCommand, type MenuCommandId, type MenuPlatform } from '../../shared/menu-model.ts';
import type { LanguageChoice } from '../../shared/program-language.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { companyFileIn } from './command-line.ts';
import { createEngineCalls } from './engine-calls.ts';
import { startEngineProcess } from './engine-process.ts';
import { superviseEngine } from './engine-supervisor.ts';
import { engineWayFor } from './engine-way.ts';
import { denyPermissions, guardWebContents } from './guards.ts';
import { loadPage, openMainWindow } from './main-window.ts';
import { installNativeMenu } from './native-menu.ts';
import { keepProgramLocale } from './program-locale.ts';
import { linkWindow } from './window-link.ts';

const userData = process.env.ORDERBUD_USER_DATA;
if (userData) app.setPath('userData', userData);

registerAppScheme();
if (app.requestSingleInstanceLock()) run();
else app.quit();

function run(): void {
  let window: BrowserWindow | null = null;
  let isLoadedAnew = false;
  const locale = keepProgramLocale(app.getPath('userData'));

  const engine = superviseEngine({
    start: (listener) =>
      startEngineProcess(
        engineWayFor(process.versions.napi, process.env.ORDERBUD_ENGINE),
        { ...process.env, ORDERBUD_USER_DATA: app.getPath('userData') },
        listener,
      ),
    onState: (state: EngineState) => send(bridgeChannels.engineState, state),
    onMessage: (message) => calls.receive(message),
    onLost: () => calls.failAll(),
  });
  const calls = createEngineCalls(engine.post);

  function send(channel: string, value: unknown): void {
    if (window && !window.isDestroyed()) window.webContents.send(channel, value);
  }

  function openWindow(): void {
    window = openMainWindow(locale.read());
    linkWindow(window, {
      calls,
      engineState: engine.state,
      // What the command line asked for was done before the window was loaded anew
      environment: () => ({
        ...program(),
        ...(isLoadedAnew ? nothingToOpen : askedToOpen()),
        language: locale.choice(),
      }),
      restartEngine: engine.start,
      chooseLanguage,
    });
    window.on('closed', () => {
      window = null;
    });
  }

  function showMenu(): void {
    installNativeMenu({
      platform: platform(),
      language: locale.read().language,
      choice: locale.choice(),
      onCommand: onNativeCommand,
    });
  }

  function onNativeCommand(id: MenuCommandId): void {
    if (id === 'file.quit') app.quit();
    else send(bridgeChannels.menuCommand, id);
    // The system marks the clicked language; it is chosen only when the window has nothing left to store
    if (languageOfCommand(id) !== null) showMenu();
  }

  function chooseLanguage(choice: LanguageChoice): void {
    locale.choose(choice);
    showMenu();
    if (window === null) return;
    isLoadedAnew = true;
    loadPage(window, locale.read());
  }

  function bringToFront(): void {
    if (window === null) {
      openWindow();
      return;
    }
    if (window.isMinimized()) window.restore();
    window.focus();
  }

  guardWebContents();
  app.on('second-instance', bringToFront);
  app.on('activate', bringToFront);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  stopEngineBeforeQuit(engine.stop);

  void app.whenReady().then(() => {
    denyPermissions();
    serveApp();
    showMenu();
    engine.start();
    openWindow();
  });
}

/** Quitting waits until the engine has closed its company. */
function stopEngineBeforeQuit(stop: () => Promise<void>): void {
  let isStopped = false;
  app.on('will-quit', (event) => {
    if (isStopped) return;
    event.preventDefault();
    void stop().then(() => {
      isStopped = true;
      app.quit();
    });
  });
}

function program(): Pick<ShellEnvironment, 'platform' | 'version' | 'electron'> {
  return { platform: platform(), version: app.getVersion(), electron: process.versions.electron };
}

type ToOpen = Pick<ShellEnvironment, 'companyFile' | 'isDemo'>;

const nothingToOpen: ToOpen = { companyFile: null, isDemo: false };

function askedToOpen(): ToOpen {
  return { companyFile: companyFileIn(process.argv), isDemo: process.argv.includes('--demo') };
}

function platform(): MenuPlatform {
  if (process.platform === 'darwin') return 'mac';
  return process.platform === 'win32' ? 'windows' : 'linux';
}
