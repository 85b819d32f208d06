import { app, type BrowserWindow, dialog, shell } from 'electron';
import { z } from 'zod';
import { editRoles, type ShellCalls, type ShellEnvironment, type ZoomStep, zoomSteps } from '../../shared/bridge.ts';
import { type LanguageChoice, languageChoices } from '../../shared/program-language.ts';
import { mailAddress } from './app-protocol.ts';
import type { ChosenPaths } from './chosen-paths.ts';
import type { EngineQuestions } from './engine-questions.ts';
import type { MailPages } from './mail-pages.ts';
import { printPdf, savePdf } from './pdf-printing.ts';
import { saveFile } from './save-file.ts';
import { webAddressIn } from './web-address.ts';

/** What shell calls need of the rest of the shell. */
export interface ShellCallParts {
  readonly chosenPaths: ChosenPaths;
  readonly engine: EngineQuestions;
  readonly mailPages: MailPages;
  readonly environment: () => ShellEnvironment;
  readonly restartEngine: () => void;
  readonly chooseLanguage: (choice: LanguageChoice) => void;
  readonly openWindow: (place: string | null) => void;
  readonly zoom: (step: ZoomStep) => void;
}

const nothing = z.undefined();
const fileKinds = z.array(z.object({ name: z.string(), extensions: z.array(z.string()) }));
const openFile = z.object({ title: z.string(), kinds: fileKinds });
/** A name alone: a dialog that began in a folder of the page's choice would look there, on another computer too. */
const suggestedName = z.string().transform((name) => name.replace(/[\p{Cc}<>:"/\\|?*]/gu, ' '));
const fileToSave = z.object({ title: z.string(), suggestedName, kinds: fileKinds });
const textToSave = fileToSave.extend({ text: z.string() });
const bytesToSave = fileToSave.extend({ bytes: z.instanceof(Uint8Array) });
const pdf = z.object({ title: z.string(), suggestedName, pdf: z.instanceof(Uint8Array) });
const mail = z.string().max(5_000_000);
/** The place is the page's own business: it reads it back and checks it. */
const windowToOpen = z.object({ place: z.string().max(1000).nullable() });

/** What the shell does for one window. Every request is checked: a page is not trusted to send what its types promise. */
export function shellCallsFor(window: BrowserWindow, parts: ShellCallParts): Record<keyof ShellCalls, ShellCall> {
  const { chosenPaths } = parts;
  return {
    environment: shellCall(nothing, async () => parts.environment()),
    chooseFileToOpen: shellCall(openFile, async ({ title, kinds }) => {
      const chosen = await dialog.showOpenDialog(window, { title, filters: kinds, properties: ['openFile'] });
      return chosenPaths.add('read', chosen.canceled ? null : (chosen.filePaths[0] ?? null));
    }),
    chooseFolder: shellCall(z.object({ title: z.string() }), async ({ title }) => {
      const chosen = await dialog.showOpenDialog(window, { title, properties: ['openDirectory', 'createDirectory'] });
      return chosenPaths.add('folder', chosen.canceled ? null : (chosen.filePaths[0] ?? null));
    }),
    chooseFileToSave: shellCall(fileToSave, async ({ title, suggestedName, kinds }) => {
      const chosen = await dialog.showSaveDialog(window, { title, defaultPath: suggestedName, filters: kinds });
      return chosenPaths.add('write', chosen.canceled || chosen.filePath === '' ? null : chosen.filePath);
    }),
    saveText: shellCall(textToSave, ({ text, ...request }) => saveFile(window, request, text)),
    saveBytes: shellCall(bytesToSave, ({ bytes, ...request }) => saveFile(window, request, bytes)),
    savePdf: shellCall(pdf, (request) => savePdf(window, request)),
    printPdf: shellCall(pdf, (request) => printPdf(request)),
    showCompanyInFolder: shellCall(nothing, async () => {
      const path = await parts.engine.companyPath();
      if (path !== null) shell.showItemInFolder(path);
    }),
    addressOfMail: shellCall(mail, async (html) => mailAddress(parts.mailPages.add(html))),
    openInBrowser: shellCall(z.string(), async (text) => {
      const address = webAddressIn(text);
      if (address === null || !(await parts.engine.offers(text))) throw new Error('An address was not opened.');
      await shell.openExternal(address);
    }),
    restartEngine: shellCall(nothing, async () => parts.restartEngine()),
    edit: shellCall(z.enum(editRoles), async (role) => window.webContents[role]()),
    chooseLanguage: shellCall(z.enum(languageChoices), async (choice) => parts.chooseLanguage(choice)),
    openWindow: shellCall(windowToOpen, async ({ place }) => parts.openWindow(place)),
    zoom: shellCall(z.enum(zoomSteps), async (step) => parts.zoom(step)),
    quit: shellCall(nothing, async () => app.quit()),
  };
}

type ShellCall = (request: unknown) => Promise<unknown>;

/** Joins a check and an action so that the one cannot be had without the other. */
function shellCall<Request>(schema: z.ZodType<Request>, action: (request: Request) => Promise<unknown>): ShellCall {
  return async (request) => action(schema.parse(request));
}
