/**
 * The bridge: the fixed set of functions through which a window reaches shell and engine. No event name and no Electron object
 * passes through it.
 */
import { contextBridge, ipcRenderer } from 'electron';
import {
  bridgeChannels,
  type EngineState,
  localeParameters,
  type OrderbudBridge,
  type RpcSubscriptionEvent,
  type ShellCalls,
} from '../shared/bridge.ts';
import { programLanguageFor } from '../shared/program-language.ts';

const subscriptions = new Map<number, (event: RpcSubscriptionEvent) => void>();

ipcRenderer.on(bridgeChannels.subscriptionEvent, (_event, id: number, event: RpcSubscriptionEvent) => {
  const listener = subscriptions.get(id);
  if (event.kind !== 'data') subscriptions.delete(id);
  listener?.(event);
});

function listen<Value>(channel: string, listener: (value: Value) => void): () => void {
  const onMessage = (_event: unknown, value: Value) => listener(value);
  ipcRenderer.on(channel, onMessage);
  return () => {
    ipcRenderer.off(channel, onMessage);
  };
}

function shellCall<Name extends keyof ShellCalls>(name: Name): ShellCalls[Name] {
  return ((request?: unknown) => ipcRenderer.invoke(bridgeChannels.shellCall, name, request)) as ShellCalls[Name];
}

const told = new URLSearchParams(location.search);

const bridge: OrderbudBridge = {
  call: (call) => ipcRenderer.invoke(bridgeChannels.call, call),
  cancel: (id) => {
    subscriptions.delete(id);
    ipcRenderer.send(bridgeChannels.cancel, id);
  },
  subscribe: (subscription, onEvent) => {
    subscriptions.set(subscription.id, onEvent);
    ipcRenderer.send(bridgeChannels.subscribe, subscription);
  },
  shell: {
    environment: shellCall('environment'),
    chooseFileToOpen: shellCall('chooseFileToOpen'),
    chooseFolder: shellCall('chooseFolder'),
    chooseFileToSave: shellCall('chooseFileToSave'),
    saveText: shellCall('saveText'),
    saveBytes: shellCall('saveBytes'),
    savePdf: shellCall('savePdf'),
    printPdf: shellCall('printPdf'),
    showCompanyInFolder: shellCall('showCompanyInFolder'),
    addressOfMail: shellCall('addressOfMail'),
    openInBrowser: shellCall('openInBrowser'),
    restartEngine: shellCall('restartEngine'),
    edit: shellCall('edit'),
    chooseLanguage: shellCall('chooseLanguage'),
    openWindow: shellCall('openWindow'),
    zoom: shellCall('zoom'),
    quit: shellCall('quit'),
  },
  locale: {
    language: programLanguageFor([told.get(localeParameters.language) ?? '']),
    region: told.get(localeParameters.region) || 'en-GB',
  },
  onEngineState: (listener) => {
    let isTold = false;
    const tell = (state: EngineState) => {
      isTold = true;
      listener(state);
    };
    // A change that comes while the present state is being asked for is the newer of the two.
    void ipcRenderer.invoke(bridgeChannels.engineStateNow).then((state: EngineState) => isTold || listener(state));
    return listen(bridgeChannels.engineState, tell);
  },
  onMenuCommand: (listener) => listen<string>(bridgeChannels.menuCommand, listener),
};

contextBridge.exposeInMainWorld('orderbud', bridge);
