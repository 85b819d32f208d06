import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { historyPaper, type PublishPaperAnswer, uuid } from '../../shared/my-page/protocol.ts';
import { storePaper } from '../histories/paper-store.ts';
import type { Site } from '../site/site.ts';
import { ApiError, parseInput } from './api-error.ts';
import { endpoints } from './endpoints.ts';
import { addRoute } from './route.ts';

const paperPath = z.object({ orderId: uuid, id: historyPaper.shape.id });
const firstBytes = '%PDF-';

/** Papers come as bytes, so they have a content type of their own, and a plugin so that no other end point takes it. */
export async function papersRouter(app: FastifyInstance, { site }: { readonly site: Site }): Promise<void> {
  app.addContentTypeParser('application/pdf', { parseAs: 'buffer' }, async (_request: unknown, body: unknown) => body);

  addRoute(app, site, endpoints.putOrderPaper, async (request): Promise<PublishPaperAnswer> => {
    const { orderId, id } = parseInput(paperPath, request.params);
    const { body } = request;
    if (!Buffer.isBuffer(body)) throw new ApiError(415, 'not-pdf', 'Send the paper as application/pdf.');
    if (body.subarray(0, firstBytes.length).toString('latin1') !== firstBytes) {
      throw new ApiError(400, 'not-pdf', 'The body is no PDF file.');
    }
    const isNamed = await site.store.write((tx) => storePaper(tx, { orderId, paperId: id, bytes: body }));
    if (!isNamed) throw new ApiError(404, 'paper-unknown', 'No held document of this order names this paper.');
    return { orderId, id, bytes: body.byteLength };
  });
}
