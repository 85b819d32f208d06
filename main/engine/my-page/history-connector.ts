import type { PublishHistories, PublishHistoriesAnswer, StateAnswer } from '../../../shared/my-page/protocol.ts';

/** What publishing needs of a website's connector (website/website-connector.ts). */
export type HistoryConnector = {
  readonly publishHistories: (
    histories: PublishHistories['histories'],
    signal?: AbortSignal,
  ) => Promise<PublishHistoriesAnswer>;
  /** A paper's bytes, PDF, of an order (the desktop's UUID) whose document names it. */
  readonly publishPaper: (
    paper: { readonly orderId: string; readonly paperId: string; readonly bytes: Uint8Array },
    signal?: AbortSignal,
  ) => Promise<void>;
  readonly state: (from: number, signal?: AbortSignal) => Promise<StateAnswer>;
};
export type HistoryDocument = PublishHistories['histories'][number];
