// The OpenAPI document: the routes' own schemas, and beside them what every operation shares, which no route repeats:
// who may call it and how it says no. A route names the problems that are its own; the common ones follow from its
// audience and from whether it has a body.
import type { FastifyDynamicSwaggerOptions } from '@fastify/swagger';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { problems, type ProblemCode, type ProblemKind } from '../../core/problem.ts';
import { placeExample, readExamples, type Exemplified } from './examples.ts';
import { problemsOf } from './operation-problems.ts';
import { statusOf } from './problems.ts';
import { usedSchemas } from './used-schemas.ts';

export const openApi: FastifyDynamicSwaggerOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Countersign',
      version: '1',
      description:
        'The open approval plane for access. Everything under /api is a superset of the Entropy Data API.\n\nEvery write takes an `Idempotency-Key`; writes on an access also take `If-Match` with its ETag.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    components: {
      securitySchemes: {
        apiKey: { type: 'apiKey', in: 'header', name: 'x-api-key' },
        bearer: { type: 'http', scheme: 'bearer' },
      },
    },
    security: [{ apiKey: [] }, { bearer: [] }],
  },
  transform: (data) => {
    const { schema, url } = jsonSchemaTransform(data);
    const { audience = 'public', problems: own = [] } = data.route.config ?? {};
    const listed = problemsOf({
      method: String(data.route.method),
      audience,
      hasParameters: schema.params !== undefined || schema.querystring !== undefined,
      hasBody: schema.body !== undefined,
      own,
    });
    return {
      url,
      schema: {
        ...schema,
        response: { ...refusals(listed), ...(schema.response as object) },
        'x-audience': audience,
        ...(audience === 'public' && { security: [] }),
        ...(isOptional(data.schema.body) && { [bodyIsOptional]: true }),
      },
    };
  },
  transformObject: (document) => {
    const transformed = jsonSchemaTransformObject(document) as Document;
    const examples = readExamples();
    for (const [path, methods] of Object.entries(transformed.paths))
      for (const [method, operation] of Object.entries(methods)) {
        if (operation[bodyIsOptional] && operation.requestBody) operation.requestBody.required = false;
        delete operation[bodyIsOptional];
        const example = examples.get(`${method.toUpperCase()} ${path}`);
        if (example) placeExample(operation, example);
      }
    const components = {
      ...transformed.components,
      schemas: usedSchemas({ ...transformed.components?.schemas, Problem: problemSchema }, transformed.paths),
    };
    return { ...transformed, components } as never;
  },
};

interface Document {
  readonly paths: Record<
    string,
    Record<string, Exemplified & { [bodyIsOptional]?: true; requestBody?: { required: boolean } }>
  >;
  readonly components?: { readonly schemas?: Record<string, unknown> };
}

/** Carries from one transformation to the other what the library in between does not know. */
const bodyIsOptional = 'x-body-is-optional';

function isOptional(body: unknown): boolean {
  return body instanceof z.ZodType && body.safeParse(undefined).success;
}

/** One answer per status, naming the codes that come with it. */
function refusals(codes: readonly ProblemCode[]): Record<number, object> {
  const byStatus = Map.groupBy(codes, (code) => statusOf[problems[code].kind as ProblemKind]);
  return Object.fromEntries(
    [...byStatus]
      .sort(([one], [other]) => one - other)
      .map(([status, these]) => [
        status,
        {
          description: these.map((code) => `\`${code}\`: ${problems[code].title}`).join('\n\n'),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      ]),
  );
}

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'code', 'instance'],
  description: 'RFC 9457. `code` is stable and listed in docs/reference/problems.md.',
  properties: {
    type: { type: 'string', const: 'about:blank' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', enum: Object.keys(problems) },
    instance: { type: 'string' },
    fix: { type: 'string', description: 'What to do about it.' },
    violations: {
      type: 'array',
      items: {
        type: 'object',
        required: ['field', 'message'],
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
};
