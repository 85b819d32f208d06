import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { BusyError } from '../accounts/work-queue.ts';
import type { Site } from '../site/site.ts';
import { sendPage } from './layout.ts';
import { messageView } from './message-view.ts';
import { PageError } from './page-error.ts';
import { openVisit } from './visit.ts';

type Shown = { readonly status: number; readonly text: 'notFound' | 'formTooOld' | 'failed' | 'busy' };

const busyForSeconds = 5;

/** Shows what went wrong as a page in the visitor's language; a bug is logged and told without details. */
export async function handlePageError(
  site: Site,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const shown = shownFor(error);
  if (shown.text === 'failed') request.log.error({ event: 'page-failed', err: error }, 'a page failed');
  if (shown.text === 'busy') {
    request.log.warn({ event: 'too-busy' }, 'a page was put off: as much waits as may');
    reply.header('retry-after', busyForSeconds);
  }
  return sendError(site, request, reply, shown);
}

export function sendNotFound(site: Site, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  return sendError(site, request, reply, { status: 404, text: 'notFound' });
}

async function sendError(
  site: Site,
  request: FastifyRequest,
  reply: FastifyReply,
  shown: Shown,
): Promise<FastifyReply> {
  const visit = await openVisit(site, request, reply);
  const { labels } = visit;
  const texts = { title: labels[shown.text], lead: labels[`${shown.text}Lead`] };
  const content = messageView({ ...texts, link: { to: '/', text: labels.toStart } });
  return sendPage(reply, visit, { title: texts.title, place: 'none', width: 'narrow', content }, shown.status);
}

function shownFor(error: unknown): Shown {
  if (error instanceof PageError) {
    return error.kind === 'not-found' ? { status: 404, text: 'notFound' } : { status: 403, text: 'formTooOld' };
  }
  if (error instanceof BusyError) return { status: 503, text: 'busy' };
  const status = error instanceof Error ? (error as FastifyError).statusCode : undefined;
  return status !== undefined && status >= 400 && status < 500
    ? { status, text: 'formTooOld' }
    : { status: 500, text: 'failed' };
}
