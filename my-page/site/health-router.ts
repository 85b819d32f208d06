import type { FastifyInstance } from 'fastify';
import { safeHeaders } from './broken-requests.ts';
import type { Site } from './site.ts';
import { readSiteSettings } from './site-settings-store.ts';

/**
 * What a proxy or a supervisor asks. `/healthz`: the process answers. `/readyz`: its store answers, too, and it is not
 * about to stop; 503 takes it out of the rotation. Neither says more than that.
 */
export function registerHealthRoutes(app: FastifyInstance, site: Site, isStopping: () => boolean): void {
  app.addHook('onSend', async (_request, reply) => {
    reply.headers(safeHeaders);
  });

  app.get('/healthz', async (_request, reply) => reply.type('text/plain; charset=utf-8').send('ok\n'));

  app.get('/readyz', async (request, reply) => {
    reply.type('text/plain; charset=utf-8');
    if (isStopping()) return reply.code(503).send('stopping\n');
    try {
      await readSiteSettings(site.store.read);
      return await reply.send('ready\n');
    } catch (error) {
      request.log.error({ event: 'store-failed', err: error }, 'the store does not answer');
      return reply.code(503).send('store\n');
    }
  });
}
