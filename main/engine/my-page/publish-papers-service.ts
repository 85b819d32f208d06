import type { PublishFailure } from '../../../shared/enquiries.ts';
import { AppError } from '../../../shared/errors.ts';
import { maximumPaperBytes, type OrderHistory } from '../../../shared/my-page/protocol.ts';
import type { CompanyAccess } from './company-access.ts';
import type { HistoryConnector } from './history-connector.ts';
import { type PaperOfOrder, readPapers } from './paper-store.ts';
import { storePapersSent } from './publication-store.ts';
import { renderPaper } from './render-paper-service.ts';

/** So many papers in a row that the site did not answer, and it is down rather than at odds with one of them. */
const mostUnanswered = 3;

/** An order of which the site lacks papers; it stays due until they are there. */
export type WantedPapers = {
  readonly orderId: number;
  readonly document: OrderHistory;
  readonly missing: readonly string[];
};

export type PapersWork = {
  readonly company: CompanyAccess;
  readonly connector: Pick<HistoryConnector, 'publishPaper'>;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Draws and sends the papers that a site asked for, one after the other, so that memory holds one. A paper that cannot
 * be drawn or sent is named and holds up no other; its order stays due.
 *
 * @throws AppError as the connector does, when the key is refused or the site answers nothing any more; the signal's
 * reason when it was stopped
 */
export async function sendPapers(
  work: PapersWork,
  wanted: readonly WantedPapers[],
): Promise<readonly PublishFailure[]> {
  const failures: PublishFailure[] = [];
  let unanswered = 0;
  for (const order of wanted) {
    let isComplete = true;
    for (const id of order.missing) {
      work.signal?.throwIfAborted();
      const failure = await sendPaper(work, order, id);
      if (failure === null) {
        unanswered = 0;
        continue;
      }
      isComplete = false;
      unanswered = failure.code === 'website-unreachable' ? unanswered + 1 : 0;
      if (unanswered === mostUnanswered) throw failure;
      failures.push({ what: 'paper', name: nameOf(order.document, id), reason: reasonOf(failure) });
    }
    if (isComplete) work.company.command((tx) => storePapersSent(tx, order.orderId, order.document.version));
  }
  return failures;
}

async function sendPaper(
  { company, connector, signal }: PapersWork,
  { orderId, document }: WantedPapers,
  id: string,
): Promise<AppError | null> {
  try {
    const paper = readPapers(company.db, [orderId]).find((each) => each.id === id);
    if (paper === undefined) throw new AppError('not-found', { what: 'paper' });
    const bytes = await drawn(company, paper);
    await connector.publishPaper({ orderId: document.orderId, paperId: id, bytes }, signal);
    return null;
  } catch (error) {
    signal?.throwIfAborted();
    if (!(error instanceof AppError) || error.code === 'website-key-refused') throw error;
    return error;
  }
}

/** What a paper's data can do to the drawing is no reason to hold up the others, so it counts as that paper's failure. */
async function drawn({ db }: CompanyAccess, paper: PaperOfOrder): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await renderPaper(db, paper);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError('bad-input', { reason: 'cannot-be-drawn' }, { cause: error });
  }
  if (bytes.byteLength > maximumPaperBytes) throw new AppError('bad-input', { reason: 'too-large' });
  return bytes;
}

function nameOf({ webOrderNo, papers }: OrderHistory, id: string): string {
  const title = papers.find((paper) => paper.id === id)?.title ?? id;
  return `${webOrderNo}, ${title}`;
}

function reasonOf({ code, details }: AppError): string {
  const said = details.problem ?? details.reason ?? details.status;
  return said === undefined ? code : `${code} (${said})`;
}
