import { type BrowserWindow, type IpcMainEvent, type IpcMainInvokeEvent, ipcMain, type WebContents } from 'electron';
import { z } from 'zod';
import { bridgeChannels, type EngineState, type RpcCall, type RpcSubscription } from '../../shared/bridge.ts';
import { pageOrigin } from './app-protocol.ts';
import type { EngineCalls } from './engine-calls.ts';
import { type ShellCallParts, shellCallsFor } from './shell-calls.ts';

const callSchema: z.ZodType<RpcCall> = z.object({
  id: z.number().int(),
  type: z.enum(['query', 'mutation']),
  path: z.string(),
  input: z.unknown(),
});
const subscriptionSchema: z.ZodType<RpcSubscription> = z.object({
  id: z.number().int(),
  path: z.string(),
  input: z.unknown(),
});

/** What a window is linked to. */
export interface WindowLinkParts extends ShellCallParts {
  readonly calls: EngineCalls;
  readonly engineState: () => EngineState;
}

/** Answers one window's bridge. Messages of any other sender, or of a frame that is not our page, are refused. */
export function linkWindow(window: BrowserWindow, parts: WindowLinkParts): void {
  const { webContents } = window;
  const { calls } = parts;
  const shellCalls = new Map(Object.entries(shellCallsFor(window, parts)));

  handle(webContents, bridgeChannels.call, (call) => calls.call(webContents.id, callSchema.parse(call)));
  handle(webContents, bridgeChannels.engineStateNow, async () => parts.engineState());
  handle(webContents, bridgeChannels.shellCall, (name, request) => {
    const shellCall = shellCalls.get(String(name));
    if (shellCall === undefined) throw new Error(`No shell call ${String(name)}`);
    return shellCall(request);
  });
  listen(webContents, bridgeChannels.cancel, (id) => calls.cancel(webContents.id, z.number().parse(id)));
  listen(webContents, bridgeChannels.subscribe, (subscription) => {
    const checked = subscriptionSchema.parse(subscription);
    calls.subscribe(webContents.id, checked, (event) => {
      if (!webContents.isDestroyed()) webContents.send(bridgeChannels.subscriptionEvent, checked.id, event);
    });
  });

  webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) calls.forgetWindow(webContents.id);
  });
  const windowId = webContents.id;
  webContents.on('destroyed', () => {
    calls.forgetWindow(windowId);
    for (const channel of Object.values(bridgeChannels)) {
      ipcMain.removeHandler(channel);
      ipcMain.removeAllListeners(channel);
    }
  });
}

function handle(
  webContents: WebContents,
  channel: string,
  answer: (...args: readonly unknown[]) => Promise<unknown>,
): void {
  ipcMain.handle(channel, async (event, ...args: unknown[]) => {
    refuseStranger(event, webContents);
    return answer(...args);
  });
}

function listen(webContents: WebContents, channel: string, receive: (...args: readonly unknown[]) => void): void {
  ipcMain.on(channel, (event, ...args: unknown[]) => {
    refuseStranger(event, webContents);
    receive(...args);
  });
}

/** @throws Error when a message does not come from the main frame of our own page in this window */
function refuseStranger(event: IpcMainInvokeEvent | IpcMainEvent, webContents: WebContents): void {
  const frame = event.senderFrame;
  const isOurs =
    event.sender === webContents && frame === webContents.mainFrame && frame?.url.startsWith(`${pageOrigin}/`);
  if (!isOurs) throw new Error('A message from somewhere else than the window was refused.');
}
