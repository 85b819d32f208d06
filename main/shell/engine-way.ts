/** How the engine file is run: inside Electron's own utility process, or under a Node of its own. */
export type EngineWay = 'utility-process' | 'plain-node';

/** The first Node-API version that the store's library was built for (Node 22.14, Electron 36). */
const oldestNodeApi = 10;

/**
 * Decides how to run the engine: an Electron whose Node-API is too old would crash on loading the store's library, so there the
 * engine gets a plain Node.
 *
 * @param nodeApi `process.versions.napi` of the shell
 * @param asked the way a test asks for, by ORDERBUD_ENGINE
 */
export function engineWayFor(nodeApi: string | undefined, asked?: string): EngineWay {
  if (asked === 'utility-process' || asked === 'plain-node') return asked;
  return Number(nodeApi ?? 0) >= oldestNodeApi ? 'utility-process' : 'plain-node';
}
