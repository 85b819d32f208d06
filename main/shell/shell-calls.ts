import { isAbsolute } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import { z } from 'zod';
import { editRoles, type ShellCalls, type ShellEnvironment, type ZoomStep, zoomSteps } from '../../shared/bridge.ts';
import { type LanguageChoice, languageChoices } from '../../shared/program-language.ts';
import { printPdf, savePdf } from './pdf-printing.ts';
import { saveFile } from './save-file.ts';

/** What shell calls need of the rest of the shell. */
export interface ShellCallParts {
  readonly environment: () => ShellEnvironment;
  readonly restartEngine: () => void;
  readonly chooseLanguage: (choice: LanguageChoice) => void;
  readonly openWindow: (place: string | null) => void;
  readonly zoom: (step: ZoomStep) => void;
}

const nothing = z.undefined();
const fileKinds = z.array(z.object({ name: z.string(), extensions: z.array(z.string()) }));
const openFile = z.object({ title: z.string(), kinds: fileKinds });
const fileToSave = z.object({ title: z.string(), suggestedName: z.string(), kinds: fileKinds });
const textToSave = fileToSave.extend({ text: z.string() });
const bytesToSave = fileToSave.extend({ bytes: z.instanceof(Uint8Array) });
const pdf = z.object({ title: z.string(), suggestedName: z.string(), pdf: z.instanceof(Uint8Array) });
/** Absolute, so that it means the same here and in the window. */
const filePath = z.string().refine(isAbsolute);
/** The place is the page's own business: it reads it back and checks it. */
const windowToOpen = z.object({ place: z.string().max(1000).nullable() });
const webAddress = z.url({ protocol: /^https?$/ });

/** What the shell does for one window. Every request is checked: a page is not trusted to send what its types promise. */
export function shellCallsFor(window: BrowserWindow, parts: ShellCallParts): Record<keyof ShellCalls, ShellCall> {
  return {
    environment: shellCall(nothing, async () => parts.environment()),
    chooseFileToOpen: shellCall(openFile, async ({ title, kinds }) => {
      const chosen = await dialog.showOpenDialog(window, { title, filters: kinds, properties: ['openFile'] });
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    }),
    chooseFolder: shellCall(z.object({ title: z.string() }), async ({ title }) => {
      const chosen = await dialog.showOpenDialog(window, { title, properties: ['openDirectory', 'createDirectory'] });
      return chosen.canceled ? null : (chosen.filePaths[0] ?? null);
    }),
    chooseFileToSave: shellCall(fileToSave, async ({ title, suggestedName, kinds }) => {
      const chosen = await dialog.showSaveDialog(window, { title, defaultPath: suggestedName, filters: kinds });
      return chosen.canceled || chosen.filePath === '' ? null : chosen.filePath;
    }),
    saveText: shellCall(textToSave, ({ text, ...request }) => saveFile(window, request, text)),
    saveBytes: shellCall(bytesToSave, ({ bytes, ...request }) => saveFile(window, request, bytes)),
    savePdf: shellCall(pdf, (request) => savePdf(window, request)),
    printPdf: shellCall(pdf, (request) => printPdf(request)),
    showInFolder: shellCall(filePath, async (path) => shell.showItemInFolder(path)),
    openInBrowser: shellCall(webAddress, (address) => shell.openExternal(address)),
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
