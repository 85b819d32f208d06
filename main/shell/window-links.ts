import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { z } from 'zod';
import { bridgeChannels, type EngineState, type RpcCall, type RpcSubscription } from '../../shared/bridge.ts';
import { pageOrigin } from './app-protocol.ts';
import type { EngineCalls } from './engine-calls.ts';
import { type ShellCallParts, shellCallsFor } from './shell-calls.ts';

/** Longer than any; it is looked up, logged and told back. */
const procedurePath = z.string().max(100);
const callSchema: z.ZodType<RpcCall> = z.object({
  id: z.number().int(),
  type: z.enum(['query', 'mutation']),
  path: procedurePath,
  input: z.unknown(),
});
const subscriptionSchema: z.ZodType<RpcSubscription> = z.object({
  id: z.number().int(),
  path: procedurePath,
  input: z.unknown(),
});

/** What all windows are linked to. */
export interface WindowLinkParts {
  readonly calls: EngineCalls;
  readonly engineState: () => EngineState;
}

type ShellCalls = ReadonlyMap<string, (request: unknown) => Promise<unknown>>;

/**
 * Answers the bridges of all windows that were linked. Messages of any other sender, or of a frame that is not our page, are
 * refused. Made once: a channel has one listener, however many windows there are.
 */
export function createWindowLinks({ calls, engineState }: WindowLinkParts) {
  const linked = new Map<WebContents, ShellCalls>();

  handle(bridgeChannels.call, ({ sender }, call) => calls.call(sender.id, callSchema.parse(call)));
  handle(bridgeChannels.engineStateNow, async () => engineState());
  handle(bridgeChannels.shellCall, ({ shellCalls }, name, request) => {
    const shellCall = shellCalls.get(String(name));
    if (shellCall === undefined) throw new Error(`No shell call ${String(name)}`);
    return shellCall(request);
  });
  listen(bridgeChannels.cancel, ({ sender }, id) => calls.cancel(sender.id, z.number().parse(id)));
  listen(bridgeChannels.subscribe, ({ sender }, subscription) => {
    const checked = subscriptionSchema.parse(subscription);
    calls.subscribe(sender.id, checked, (event) => {
      if (!sender.isDestroyed()) sender.send(bridgeChannels.subscriptionEvent, checked.id, event);
    });
  });

  function handle(channel: string, answer: (asker: Asker, ...args: readonly unknown[]) => Promise<unknown>): void {
    ipcMain.handle(channel, async (event, ...args: unknown[]) => answer(askerOf(event), ...args));
  }

  function listen(channel: string, receive: (asker: Asker, ...args: readonly unknown[]) => void): void {
    ipcMain.on(channel, (event, ...args: unknown[]) => receive(askerOf(event), ...args));
  }

  /** @throws Error when a message does not come from the main frame of our own page in a window of ours */
  function askerOf({ sender, senderFrame }: IpcMainInvokeEvent | IpcMainEvent): Asker {
    const shellCalls = linked.get(sender);
    const isOurPage = senderFrame === sender.mainFrame && senderFrame?.url.startsWith(`${pageOrigin}/`) === true;
    if (shellCalls === undefined || !isOurPage) {
      throw new Error('A message from somewhere else than the window was refused.');
    }
    return { sender, shellCalls };
  }

  /** Lets a window ask from now on, until it is closed. */
  return function linkWindow(window: BrowserWindow, parts: ShellCallParts): void {
    const { webContents } = window;
    const windowId = webContents.id;
    linked.set(webContents, new Map(Object.entries(shellCallsFor(window, parts))));
    webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      if (isMainFrame && !isSameDocument) calls.forgetWindow(windowId);
    });
    webContents.on('destroyed', () => {
      linked.delete(webContents);
      calls.forgetWindow(windowId);
    });
  };
}

interface Asker {
  readonly sender: WebContents;
  readonly shellCalls: ShellCalls;
}
