import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';
import { makeOpenApi } from '../../my-page/api/open-api.ts';

/** What went over the wire, as the OpenAPI document speaks of it. */
export type RecordedCall = {
  readonly method: string;
  /** Below /api/v1, with its query. */
  readonly path: string;
  readonly requestHeaders?: Readonly<Record<string, string>> | undefined;
  readonly requestBody?: unknown;
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
};

type Content = Readonly<Record<string, { readonly schema?: object; readonly example?: unknown }>>;
type Parameter = { readonly name: string; readonly in: string; readonly schema: object };
export type Operation = {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<
    Record<string, { readonly headers?: Readonly<Record<string, { required?: boolean }>>; readonly content?: Content }>
  >;
};

export const apiDocument = JSON.parse(JSON.stringify(makeOpenApi('https://my.shop.example'))) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
};

// Published as CommonJS: TypeScript and Node see its default in different places.
const addFormats = addFormatsModule as unknown as typeof addFormatsModule.default;
const ajv = new Ajv2020({ strict: false, allErrors: true, coerceTypes: false });
addFormats(ajv);
// As browsers and Node read addresses, which is wider than RFC 3986.
ajv.addFormat('uri', (text) => URL.canParse(text));
ajv.addSchema({ $id: 'document', components: apiDocument.components });

const validators = new WeakMap<object, ValidateFunction>();

/** Every operation of the document with its method and path. */
export function operations(): readonly {
  readonly method: string;
  readonly path: string;
  readonly operation: Operation;
}[] {
  return Object.entries(apiDocument.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
}

/** Why a value is not as the document's schema says; null when it is. */
export function schemaFault(schema: object, value: unknown): string | null {
  const validate = validators.get(schema) ?? compile(schema);
  validators.set(schema, validate);
  return validate(value) ? null : ajv.errorsText(validate.errors);
}

function compile(schema: object): ValidateFunction {
  return ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components')));
}

/** The operation that a call was for; null for a path or a method that is none. */
export function operationOf(call: Pick<RecordedCall, 'method' | 'path'>): Operation | null {
  const path = call.path.replace(/\?.*$/, '');
  const found = operations().find(
    (each) => each.method === call.method && new RegExp(`^${each.path.replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  );
  return found?.operation ?? null;
}

/** Why a call, or its answer, is not as the document says; empty when it is. */
export function conformanceFaults(call: RecordedCall): readonly string[] {
  const operation = operationOf(call);
  const name = `${call.method} ${call.path.slice(0, 80)} -> ${call.status}`;
  if (!operation) return call.status === 404 || call.status === 405 ? [] : [`${name}: not in the document`];
  const answer = operation.responses[String(call.status)];
  if (!answer) return [`${name}: this status is not in the document`];
  const faults = [...answerFaults(answer, call), ...(wasTakenWhole(call) ? requestFaults(operation, call) : [])];
  return faults.map((fault) => `${name}: ${fault}`);
}

function answerFaults(answer: Operation['responses'][string], call: RecordedCall): readonly string[] {
  const missing = Object.entries(answer.headers ?? {})
    .filter(([header, { required }]) => required && !call.headers.has(header))
    .map(([header]) => `the header ${header} is missing`);
  if (!answer.content) return call.body === null ? missing : [...missing, 'a body where there is none'];
  const type = call.headers.get('content-type')?.replace(/;.*$/, '') ?? '';
  const content = answer.content[type];
  if (!content) return [...missing, `the content type is ${type}`];
  const fault = content.schema === undefined ? null : schemaFault(content.schema, call.body);
  return fault === null ? missing : [...missing, fault];
}

/** Documents are judged one by one: a request of which one was rejected need not be as the document says. */
function wasTakenWhole({ status, body }: RecordedCall): boolean {
  return status < 300 && !JSON.stringify(body).includes('"outcome":"rejected"');
}

/** A request that was taken must be one that the document allows. */
function requestFaults(operation: Operation, call: RecordedCall): readonly string[] {
  const schema = operation.requestBody?.content['application/json']?.schema;
  const bodyFault = schema === undefined ? null : schemaFault(schema, call.requestBody);
  const known = new Set((operation.parameters ?? []).filter((each) => each.in === 'query').map((each) => each.name));
  const query = new URL(call.path, 'http://x').searchParams;
  const unknown = [...query.keys()].filter((name) => !known.has(name)).map((name) => `unknown query ${name}`);
  return [...(bodyFault === null ? [] : [`request: ${bodyFault}`]), ...unknown];
}
