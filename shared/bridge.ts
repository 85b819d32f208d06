/**
 * What crosses between window, shell and engine. All three sides are typed by this file; the wire is the structured clone
 * algorithm, so bytes, dates and undefined arrive as they are.
 */
import type { ErrorCode, ErrorDetails } from './errors.ts';
import type { LanguageChoice, ProgramLocale } from './program-language.ts';

/** `unexpected` is a bug: it was logged where it happened, and its text stays there. */
export type FailureCode = ErrorCode | 'unexpected';

/** A failure as tRPC carries it; `data.appCode` is what windows act on. */
export interface RpcErrorShape {
  readonly message: string;
  readonly code: number;
  readonly data: { readonly code: string; readonly appCode: FailureCode; readonly details: ErrorDetails };
}

/** A question to the engine that has one answer. */
export interface RpcCall {
  /** Chosen by the asker, unique among its open calls. */
  readonly id: number;
  readonly type: 'query' | 'mutation';
  readonly path: string;
  readonly input: unknown;
}

/** A question to the engine whose answers keep coming. */
export interface RpcSubscription {
  readonly id: number;
  readonly path: string;
  readonly input: unknown;
}

export type RpcOutcome =
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'error'; readonly error: RpcErrorShape };

export type RpcSubscriptionEvent = RpcOutcome | { readonly kind: 'done' };

/** What a path may be used for, as the dialog asked in which it was chosen. */
export type PathUse = 'read' | 'write' | 'folder';

/** A path that a person chose. Windows never make one: they send the path, and the shell knows whether it was chosen. */
export interface ChosenPath {
  readonly path: string;
  readonly use: PathUse;
}

/** Shell to engine. `chosenPaths` are those of the input. */
export type EngineRequest =
  | { readonly kind: 'call'; readonly call: RpcCall; readonly chosenPaths: readonly ChosenPath[] }
  | {
      readonly kind: 'subscribe';
      readonly subscription: RpcSubscription;
      readonly chosenPaths: readonly ChosenPath[];
    }
  | { readonly kind: 'cancel'; readonly id: number }
  | { readonly kind: 'stop' };

/** Engine to shell. */
export type EngineMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'outcome'; readonly id: number; readonly outcome: RpcOutcome }
  | { readonly kind: 'event'; readonly id: number; readonly event: RpcSubscriptionEvent };

/** What windows have to read again: what the open company holds, or which company is open. */
export type EngineChange = 'written' | 'company';

/** Where the engine stands. `stopped` is final until somebody starts it again; calls fail meanwhile with `engine-stopped`. */
export type EngineState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'running'; readonly restarts: number }
  | { readonly kind: 'restarting'; readonly restarts: number }
  | { readonly kind: 'stopped' };

/** One kind of file in an open or save dialog. */
export interface FileKind {
  readonly name: string;
  /** Without the dot. */
  readonly extensions: readonly string[];
}

export interface OpenFileRequest {
  readonly title: string;
  readonly kinds: readonly FileKind[];
}

export interface SaveFileRequest {
  readonly title: string;
  readonly suggestedName: string;
  readonly kinds: readonly FileKind[];
}

export interface SaveTextRequest extends SaveFileRequest {
  readonly text: string;
}

export interface SaveBytesRequest extends SaveFileRequest {
  readonly bytes: Uint8Array;
}

export interface PdfRequest {
  readonly title: string;
  readonly suggestedName: string;
  readonly pdf: Uint8Array;
}

export type SaveFileResult =
  | { readonly kind: 'saved'; readonly path: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: string };

export type PrintPdfResult =
  | { readonly kind: 'printed' }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: string };

/** What only the shell can do for a window. Every call has one answer; a closed dialog answers null or `cancelled`. */
export interface ShellCalls {
  /** Where the program runs, for the menu bar and About. */
  environment(): Promise<ShellEnvironment>;
  chooseFileToOpen(request: OpenFileRequest): Promise<string | null>;
  chooseFolder(request: { readonly title: string }): Promise<string | null>;
  chooseFileToSave(request: SaveFileRequest): Promise<string | null>;
  /** Asks for a place and writes the text there as UTF-8, all or nothing. */
  saveText(request: SaveTextRequest): Promise<SaveFileResult>;
  /** Asks for a place and writes the bytes there, all or nothing. */
  saveBytes(request: SaveBytesRequest): Promise<SaveFileResult>;
  /** Asks for a place and writes the PDF there. */
  savePdf(request: PdfRequest): Promise<SaveFileResult>;
  /** Shows the system's print dialog; `printed` means that the printer took it. */
  printPdf(request: PdfRequest): Promise<PrintPdfResult>;
  /** Shows the open company's file in the system's file manager. */
  showCompanyInFolder(): Promise<void>;
  /** Keeps a mail's HTML at an address that a frame of the window can show. */
  addressOfMail(html: string): Promise<string>;
  /** Opens the system's browser with an address that the program itself offers: a parcel's, or where a mailbox signs in. */
  openInBrowser(url: string): Promise<void>;
  /** Starts a stopped engine again. */
  restartEngine(): Promise<void>;
  /** Cut, copy, paste and the like, done by the menu bar inside the window. */
  edit(role: EditRole): Promise<void>;
  /** Keeps the language and loads the window anew in it; what is not stored then is lost, so nothing may be left to store. */
  chooseLanguage(choice: LanguageChoice): Promise<void>;
  /** Opens one more window of the program. `place` comes to it as `environment().place`; null opens where windows begin. */
  openWindow(request: { readonly place: string | null }): Promise<void>;
  /** Shows everything larger or smaller, in all windows and from now on. */
  zoom(step: ZoomStep): Promise<void>;
  quit(): Promise<void>;
}

export const zoomSteps = ['in', 'out', 'actual'] as const;
export type ZoomStep = (typeof zoomSteps)[number];

export const editRoles = ['undo', 'redo', 'cut', 'copy', 'paste', 'delete', 'selectAll'] as const;
export type EditRole = (typeof editRoles)[number];

export interface ShellEnvironment {
  readonly platform: 'windows' | 'mac' | 'linux';
  readonly version: string;
  readonly electron: string;
  /** A company file named on the command line, to be opened at start. */
  readonly companyFile: string | null;
  /** Whether the program was started to show the demo company. */
  readonly isDemo: boolean;
  /** Where the window is to begin, as another window asked for it; null for where windows begin. */
  readonly place: string | null;
  /** What stands chosen in View - Language. */
  readonly language: LanguageChoice;
}

/** Everything a window can reach outside itself. */
export interface OrderbudBridge {
  call(call: RpcCall): Promise<RpcOutcome>;
  /** Lets go of a call or subscription; nothing more is heard of it. */
  cancel(id: number): void;
  subscribe(subscription: RpcSubscription, onEvent: (event: RpcSubscriptionEvent) => void): void;
  readonly shell: ShellCalls;
  readonly locale: ProgramLocale;
  /** Tells the present state at once, then every change. Answers how to stop listening. */
  onEngineState(listener: (state: EngineState) => void): () => void;
  /** Commands of the native menu, by their id in shared/menu-model.ts. Answers how to stop listening. */
  onMenuCommand(listener: (commandId: string) => void): () => void;
}

/**
 * Parameters of the page's address by which the shell tells the preload script the locale: they are there before the first word is
 * read, and are others when the window is loaded anew.
 */
export const localeParameters = { language: 'language', region: 'region' } as const;

/** Names of the messages between window and shell; used by preload and shell only. */
export const bridgeChannels = {
  call: 'orderbud:call',
  cancel: 'orderbud:cancel',
  subscribe: 'orderbud:subscribe',
  subscriptionEvent: 'orderbud:subscription-event',
  shellCall: 'orderbud:shell-call',
  engineState: 'orderbud:engine-state',
  engineStateNow: 'orderbud:engine-state-now',
  menuCommand: 'orderbud:menu-command',
} as const;
