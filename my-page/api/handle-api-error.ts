import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError, toProblem } from './api-error.ts';

/** Turns every failure into an apiProblem; what is a bug is logged and told without details. */
export async function handleApiError(
  error: FastifyError | ApiError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const known = error instanceof ApiError ? error : fromFastify(error);
  if (known.status >= 500) request.log.error({ event: 'api-failed', err: error }, 'a request of the API failed');
  if (known.status === 401) reply.header('www-authenticate', 'Bearer');
  return reply.code(known.status).send(toProblem(known));
}

function fromFastify(error: FastifyError): ApiError {
  if (error.statusCode === 413) return new ApiError(413, 'too-large', 'The body is larger than this end point takes.');
  if (error.statusCode === 415)
    return new ApiError(
      415,
      'not-json',
      'Send the body as the content type that this end point takes: JSON as application/json.',
    );
  if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
    return new ApiError(400, 'bad-json', 'The body is not as long as its header says.');
  }
  return new ApiError(500, 'failed', 'The site failed; nothing is known to be stored. Try again.');
}
