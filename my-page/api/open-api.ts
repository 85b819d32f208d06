import { z } from 'zod';
import { apiProblem } from '../../shared/my-page/protocol.ts';
import { type Endpoint, endpoints } from './endpoints.ts';

/** The OpenAPI 3.1 document of the API, made from the schemas that the routes check with. */
export function makeOpenApi(serverUrl: string): Readonly<Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const endpoint of Object.values<Endpoint>(endpoints)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Orderbud website protocol', version: '1' },
    servers: [{ url: `${serverUrl}/api/v1` }],
    security: [{ key: [] }],
    paths,
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(apiProblem, 'output') },
    },
  };
}

function operationOf(endpoint: Endpoint): Record<string, unknown> {
  const answer = { description: 'Done', content: json(schemaOf(endpoint.answer, 'output')) };
  const problem = { description: 'Refused', content: json({ $ref: '#/components/schemas/Problem' }) };
  return {
    summary: endpoint.summary,
    description: `Key: ${endpoint.scopes.join(' or ')}.`,
    parameters: [...pathParameters(endpoint.path), ...queryParameters(endpoint)],
    ...bodyOf(endpoint),
    responses: { [String(endpoint.success)]: answer, default: problem },
  };
}

function bodyOf({ body, bodyType }: Endpoint): Record<string, unknown> {
  if (body) return { requestBody: { required: true, content: json(schemaOf(body, 'input')) } };
  if (bodyType === undefined) return {};
  return { requestBody: { required: true, content: { [bodyType]: { schema: { type: 'string', format: 'binary' } } } } };
}

function pathParameters(path: string): readonly unknown[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: name === 'id' ? { type: 'string' } : { type: 'string', format: 'uuid' },
  }));
}

function queryParameters(endpoint: Endpoint): readonly unknown[] {
  const parameters = Object.entries(endpoint.query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: z.toJSONSchema(schema, { io: 'output', target: 'draft-2020-12' }),
  }));
  const idempotencyKey = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string' } };
  return endpoint.path === '/orders' ? [...parameters, idempotencyKey] : parameters;
}

function json(schema: unknown): unknown {
  return { 'application/json': { schema } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return rest;
}
