import type { FastifyInstance } from 'fastify';
import type { Site } from '../site/site.ts';

export async function pagesRouter(_app: FastifyInstance, _options: { readonly site: Site }): Promise<void> {}
