import { z } from 'zod';
import { apiProblem } from '../../shared/my-page/protocol.ts';
import { type Endpoint, type EndpointName, endpoints } from './endpoints.ts';
import { examples } from './examples.ts';
import { headersOf, requestHeadersOf } from './open-api-headers.ts';
import { type ProblemCode, problemMeanings, problemsOf } from './problems.ts';

const introduction = `What a webshop and the desktop program say to My page.

- Money is minor units of the currency (\`unitPriceMinor: 19900\` is 199.00 NOK, 19900 JPY), without VAT. Quantities are
  thousandths (\`quantityMilli: 2000\` is 2). Instants are UTC, ISO 8601.
- Every refusal is JSON with a code to switch on in \`error\`, a sentence for whoever reads the log in \`message\`, and, where
  the request has faults, each by its place in \`faults\`.
- Beside what each end point lists: 404 \`not-found\` and 405 \`method-not-allowed\` for a path or method that is none, and
  without a body of ours 400, 408 and 431 for what is no HTTP, comes too slowly, or has too large headers.`;

type Json = Readonly<Record<string, unknown>>;

/** The OpenAPI 3.1 document of the API, made from the schemas that the routes check with. */
export function makeOpenApi(serverUrl: string): Json {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(name as EndpointName, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Orderbud website protocol', version: '1', description: introduction },
    servers: [{ url: `${serverUrl}/api/v1` }],
    security: [{ key: [] }],
    tags: [
      { name: 'storefront', description: 'With a storefront key: a webshop that places orders.' },
      { name: 'desktop', description: 'With a desktop key: Orderbud itself.' },
    ],
    paths: { ...paths, '/openapi.json': { get: documentOperation } },
    components: {
      securitySchemes: { key: { type: 'http', scheme: 'bearer' } },
      schemas: { Problem: schemaOf(apiProblem, 'output') },
    },
  };
}

function operationOf(name: EndpointName, endpoint: Endpoint): Json {
  const { body, success, summary, scopes } = endpoint;
  const example = examples[name];
  const answer = {
    description: 'Done.',
    headers: headersOf(endpoint, success),
    content: json(schemaOf(endpoint.answer, 'output'), example?.answer),
  };
  const held = { description: 'The client holds it already.', headers: headersOf(endpoint, 304) };
  return {
    operationId: name,
    summary,
    description: `Key: ${scopes.join(' or ')}.`,
    tags: scopes,
    parameters: [...pathParameters(endpoint.path), ...queryParameters(endpoint), ...requestHeadersOf(endpoint)],
    ...(body && { requestBody: { required: true, content: json(schemaOf(body, 'input'), example?.body) } }),
    ...(endpoint.bodyType && {
      requestBody: {
        required: true,
        content: { [endpoint.bodyType]: { schema: { type: 'string', format: 'binary' } } },
      },
    }),
    responses: {
      [String(success)]: answer,
      ...(endpoint.hasEntityTag && { '304': held }),
      ...Object.fromEntries(
        [...problemsOf(endpoint)].map(([status, codes]) => [String(status), problemAnswer(endpoint, status, codes)]),
      ),
    },
  };
}

/** Nobody needs a key to read how the API works. */
const documentOperation: Json = {
  operationId: 'getOpenApi',
  summary: 'This document.',
  tags: ['storefront', 'desktop'],
  security: [],
  responses: {
    '200': { description: 'An OpenAPI 3.1 document.', content: json({ type: 'object' }, undefined) },
    '304': { description: 'The client holds it already.' },
  },
};

function problemAnswer(endpoint: Endpoint, status: number, codes: readonly ProblemCode[]): Json {
  const schema = {
    allOf: [{ $ref: '#/components/schemas/Problem' }, { properties: { error: { enum: codes } } }],
  };
  const shown = codes.map((code) => [code, { value: { error: code, message: problemMeanings[code] } }]);
  return {
    description: codes.map((code) => `\`${code}\`: ${problemMeanings[code]}`).join('\n\n'),
    headers: headersOf(endpoint, status),
    content: { 'application/json': { schema, examples: Object.fromEntries(shown) } },
  };
}

function pathParameters(path: string): readonly unknown[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: name.endsWith('Id') ? { type: 'string', format: 'uuid' } : { type: 'string' },
  }));
}

function queryParameters(endpoint: Endpoint): readonly unknown[] {
  return Object.entries(endpoint.query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: z.toJSONSchema(schema, { io: 'output', target: 'draft-2020-12' }),
  }));
}

function json(schema: unknown, example: unknown): Json {
  return { 'application/json': { schema, ...(example !== undefined && { example }) } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): unknown {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' });
  return rest;
}
