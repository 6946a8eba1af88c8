import { routes, type RouteDefinition } from '@xihuo/contract';
import { openApiDocument } from './document';

interface Parameter {
  name: string;
  in: string;
  required?: true;
}

interface Operation {
  operationId: string;
  security?: unknown[];
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: unknown;
  responses: Record<string, unknown>;
}

const document = openApiDocument() as {
  openapi: string;
  security: unknown[];
  paths: Record<string, Record<string, Operation>>;
  components: {
    parameters: Record<string, Parameter>;
    requestBodies: Record<string, unknown>;
    responses: Record<string, unknown>;
    schemas: Record<string, unknown>;
  };
};
const operations = Object.entries(document.paths).flatMap(([path, verbs]) =>
  Object.entries(verbs).map(([verb, operation]) => ({ key: `${verb.toUpperCase()} ${path}`, path, operation })),
);

const parametersOf = ({ parameters = [] }: Operation): Parameter[] =>
  parameters.map((one) => ('$ref' in one ? document.components.parameters[one.$ref.split('/').at(-1)!]! : one));

test('every route of the contract is there, and nothing else', () => {
  expect(operations.map(({ key }) => key).sort()).toEqual(Object.keys(routes).sort());
  expect(document.openapi).toMatch(/^3\.1/);
});

test('operation ids are unique, so that clients can be made from them', () => {
  const ids = operations.map(({ operation }) => operation.operationId);
  expect(new Set(ids).size).toBe(ids.length);
});

test.each(operations)('$key names its path parameters, its access and its refusals', ({ key, path, operation }) => {
  const route: RouteDefinition = routes[key as keyof typeof routes];
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  expect(
    parametersOf(operation)
      .filter((parameter) => parameter.in === 'path')
      .map(({ name }) => name),
  ).toEqual(inPath);
  expect((operation.security ?? document.security).length === 0).toBe(route.access.kind === 'public');
  expect(operation.responses['5XX']).toBeDefined();
  expect(operation.requestBody !== undefined).toBe(route.body !== undefined);
});

test('what may be null is said in the short form', () => {
  expect(JSON.stringify(document)).not.toContain(`"anyOf":[{"type":"string"},{"type":"null"}]`);
  expect(JSON.stringify(document)).toContain(`{"type":["string","null"],"format":"date-time"}`);
});

test('what many routes answer is written once and pointed at', () => {
  const text = JSON.stringify(document);
  const pointedAt = new Set(
    [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([\w.]+)"/g)].map(([, kind, name]) => `${kind} ${name}`),
  );
  const { parameters, requestBodies, responses, schemas } = document.components;
  const written = [
    ...Object.keys(parameters).map((name) => `parameters ${name}`),
    ...Object.keys(requestBodies).map((name) => `requestBodies ${name}`),
    ...Object.keys(responses).map((name) => `responses ${name}`),
    ...Object.keys(schemas).map((name) => `schemas ${name}`),
  ];
  expect([...pointedAt].sort()).toEqual(written.sort());
  expect(schemas.Money).toMatchObject({ properties: { amount: { type: 'string' } } });
  expect(Buffer.byteLength(text)).toBeLessThan(1_048_576);
});
