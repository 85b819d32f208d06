import { type RunEvent, type RunNews, type RunReport, type RunStep, runSteps } from '../../shared/website-data.ts';

/** How far one step of one website is. */
export type StepProgress = {
  readonly step: RunStep;
  readonly state: 'to-come' | 'running' | 'done' | 'failed';
  readonly done: number;
  /** Null while it is not known how many. */
  readonly of: number | null;
  readonly etaMs: number | null;
};

export type WebsiteProgress = { readonly websiteName: string; readonly steps: readonly StepProgress[] };

/** A run as the window knows it. */
export type RunState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly websites: readonly WebsiteProgress[]; readonly isCancelling: boolean }
  | { readonly kind: 'finished'; readonly report: RunReport }
  | { readonly kind: 'failed'; readonly error: unknown };

export const startedRun: RunState = { kind: 'running', websites: [], isCancelling: false };

/** The run after one more event. Each website brings all the steps it takes, in order, before its first one begins. */
export function afterEvent(state: RunState, event: RunEvent): RunState {
  if (event.kind === 'finished') return { kind: 'finished', report: event.report };
  const running = state.kind === 'running' ? state : { websites: [], isCancelling: false };
  const isKnown = running.websites.some(({ websiteName }) => websiteName === event.websiteName);
  const steps = event.kind === 'website' ? event.steps : runSteps;
  const websites = isKnown ? running.websites : [...running.websites, notBegun(event.websiteName, steps)];
  if (event.kind === 'website') return { kind: 'running', isCancelling: running.isCancelling, websites };
  return {
    kind: 'running',
    isCancelling: running.isCancelling,
    websites: websites.map((website) =>
      website.websiteName === event.websiteName ? withStep(website, event) : website,
    ),
  };
}

/** The run after news of it that another window may have caused: what stands finished stays to be read when its run ends. */
export function afterNews(state: RunState, news: RunNews): RunState {
  if (news.kind === 'started') return state.kind === 'running' ? state : startedRun;
  if (news.kind === 'event') return afterEvent(state, news.event);
  return state.kind === 'running' ? { kind: 'idle' } : state;
}

function notBegun(websiteName: string, steps: readonly RunStep[]): WebsiteProgress {
  return {
    websiteName,
    steps: steps.map((step) => ({ step, state: 'to-come', done: 0, of: null, etaMs: null })),
  };
}

function withStep(website: WebsiteProgress, event: Extract<RunEvent, { kind: 'step' }>): WebsiteProgress {
  const { step, state, done, of, etaMs } = event;
  return {
    ...website,
    steps: website.steps.map((each) => (each.step === step ? { step, state, done, of, etaMs } : each)),
  };
}
