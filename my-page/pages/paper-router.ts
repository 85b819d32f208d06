import type { FastifyInstance } from 'fastify';
import { historyPaper, uuid } from '../../shared/my-page/protocol.ts';
import { readPaper } from '../histories/paper-store.ts';
import type { Site } from '../site/site.ts';
import { PageError } from './page-error.ts';
import { maySeeOrders, readVisibleOrder } from './visible-order.ts';
import { openVisit } from './visit.ts';

/** Stricter than that of the pages: whatever a browser makes of the file, it loads and runs nothing. */
const paperPolicy = "default-src 'none'; sandbox; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Delivery notes and invoices as files, for whoever may see their order. */
export function registerPaperRoutes(app: FastifyInstance, site: Site): void {
  app.get<{ Params: { orderId: string; id: string } }>('/orders/:orderId/papers/:id', async (request, reply) => {
    const visit = await openVisit(site, request, reply);
    const { orderId, id } = request.params;
    if (!uuid.safeParse(orderId).success || !historyPaper.shape.id.safeParse(id).success) {
      throw new PageError('not-found');
    }
    if (!maySeeOrders(visit)) return reply.redirect(`/log-in?next=/orders/${orderId}`, 303);
    const found = await readVisibleOrder(site, visit, orderId);
    const paper = found?.order.papers.find((named) => named.id === id);
    const bytes = paper === undefined ? null : await readPaper(site.store.read, orderId, id);
    if (paper === undefined || bytes === null) throw new PageError('not-found');
    reply.header('content-disposition', attachmentNamed(`${paper.title}.pdf`));
    reply.header('content-security-policy', paperPolicy);
    return reply.type('application/pdf').send(Buffer.from(bytes));
  });
}

/** RFC 6266 4.3 and appendix D: the name in UTF-8, and in plain letters for programs that do not know that. */
function attachmentNamed(name: string): string {
  // What no file system takes, and what would end the header
  const safe = name.replace(/[\p{C}<>:"/\\|?*]/gu, '-');
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${safe.replace(/[^\x20-\x7e]/g, '_')}"; filename*=UTF-8''${encoded}`;
}
