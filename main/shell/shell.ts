/**
 * The shell: Electron's main process. It opens the windows, keeps the engine running and carries messages between the two; it holds
 * no business rule.
 */
import { resolve } from 'node:path';
import { app, type BrowserWindow } from 'electron';
import { bridgeChannels, type EngineState, type ShellEnvironment } from '../../shared/bridge.ts';
import { languageOfCommand, type MenuCommandId, type MenuPlatform } from '../../shared/menu-model.ts';
import type { LanguageChoice } from '../../shared/program-language.ts';
import { registerAppScheme, serveApp } from './app-protocol.ts';
import { loadPage } from './app-window.ts';
import { keepAppWindows } from './app-windows.ts';
import { keepChosenPaths } from './chosen-paths.ts';
import { companyFileIn } from './command-line.ts';
import { createEngineCalls } from './engine-calls.ts';
import { startEngineProcess } from './engine-process.ts';
import { askEngine } from './engine-questions.ts';
import { superviseEngine } from './engine-supervisor.ts';
import { engineWayFor } from './engine-way.ts';
import { offerFieldMenu } from './field-menu.ts';
import { denyNames, denyNetwork, denyPermissions, guardWebContents } from './guards.ts';
import { keepMailPages } from './mail-pages.ts';
import { installNativeMenu } from './native-menu.ts';
import { keepProgramLocale } from './program-locale.ts';
import { createWindowLinks } from './window-links.ts';
import { keepZoom } from './zoom.ts';

const userData = process.env.ORDERBUD_USER_DATA;
if (userData) app.setPath('userData', userData);

registerAppScheme();
denyNames();
if (app.requestSingleInstanceLock()) run();
else app.quit();

function run(): void {
  let isFirstWindow = true;
  const userData = app.getPath('userData');
  const locale = keepProgramLocale(userData);
  const zoom = keepZoom(userData);

  const engine = superviseEngine({
    start: (listener) =>
      startEngineProcess(
        engineWayFor(process.versions.napi, process.env.ORDERBUD_ENGINE),
        { ...process.env, ORDERBUD_USER_DATA: userData },
        listener,
      ),
    onState: (state: EngineState) => windows.sendToAll(bridgeChannels.engineState, state),
    onMessage: (message) => calls.receive(message),
    onLost: () => calls.failAll(),
  });
  const chosenPaths = keepChosenPaths();
  const calls = createEngineCalls(engine.post, chosenPaths.namedIn);
  const questions = askEngine(calls);
  const mailPages = keepMailPages();
  const linkWindow = createWindowLinks({ calls, engineState: engine.state });
  const windows = keepAppWindows({ locale: locale.read, zoom, onOpen: equip });

  function equip(window: BrowserWindow, place: string | null): void {
    let toOpen = isFirstWindow ? askedToOpen() : nothingToOpen;
    isFirstWindow = false;
    // What the command line asked for was done before the window was loaded anew
    window.webContents.once('did-finish-load', () => {
      window.webContents.once('did-start-loading', () => {
        toOpen = nothingToOpen;
      });
    });
    offerFieldMenu(window, () => locale.read().language);
    chosenPaths.add('read', toOpen.companyFile);
    linkWindow(window, {
      chosenPaths,
      engine: questions,
      mailPages,
      environment: () => ({ ...program(), ...toOpen, place, language: locale.choice() }),
      restartEngine: engine.start,
      chooseLanguage: (choice) => chooseLanguage(window, choice),
      openWindow: (next) => void windows.open(next),
      zoom: (step) => windows.zoomAll(zoom.change(step)),
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
    const window = windows.front();
    if (id === 'file.quit') app.quit();
    else if (window !== undefined) window.webContents.send(bridgeChannels.menuCommand, id);
    else if (id === 'file.new-window') windows.open();
    // The system marks the clicked language; it is chosen only when the window has nothing left to store
    if (languageOfCommand(id) !== null) showMenu();
  }

  function chooseLanguage(window: BrowserWindow, choice: LanguageChoice): void {
    const isNew = choice !== locale.choice();
    locale.choose(choice);
    showMenu();
    loadPage(window, locale.read());
    // The other windows follow when they have nothing left to store, which only they know
    if (isNew) windows.sendToOthers(window, bridgeChannels.menuCommand, `view.language.${choice}`);
  }

  guardWebContents();
  app.on('second-instance', windows.bringToFront);
  app.on('activate', windows.bringToFront);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  stopEngineBeforeQuit(engine.stop);

  void app.whenReady().then(() => {
    denyPermissions();
    void denyNetwork();
    serveApp(mailPages);
    showMenu();
    windows.open();
    engine.start();
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
  const file = companyFileIn(process.argv);
  return { companyFile: file === null ? null : resolve(file), isDemo: process.argv.includes('--demo') };
}

function platform(): MenuPlatform {
  if (process.platform === 'darwin') return 'mac';
  return process.platform === 'win32' ? 'windows' : 'linux';
}
