import type { PublishHistories, PublishHistoriesAnswer, StateAnswer } from '../../../shared/my-page/protocol.ts';

/** What publishing needs of a website's connector (website/website-connector.ts). */
export type HistoryConnector = {
  readonly publishHistories: (
    histories: PublishHistories['histories'],
    signal?: AbortSignal,
  ) => Promise<PublishHistoriesAnswer>;
  readonly state: (from: number, signal?: AbortSignal) => Promise<StateAnswer>;
};
export type HistoryDocument = PublishHistories['histories'][number];
