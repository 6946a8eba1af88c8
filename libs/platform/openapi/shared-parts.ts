type Json = Record<string, unknown>;

/** Below this many characters a part is easier read where it stands. */
const WORTH_A_NAME = 70;

/**
 * The same document with every schema that stands in more than one place written once below components, and every refusal and
 * parameter that many routes share too: half the length, and whoever generates a client gets one type for one thing. A schema bears its title, or the name of the property (or the
 * list's last word of the path) where it is met first; a second thing of that name gets a number.
 */
export function withSharedParts(document: Json): Json {
  const paths = document.paths as Json;
  const times = new Map<string, number>();
  count(paths, times);
  const schemas = new Map<string, { name: string; schema: unknown }>();
  const responses = new Map<string, Json>();
  const parameters = sharedParameters(paths);
  const named = Object.fromEntries(
    Object.entries(paths).map(([path, verbs]) => [
      path,
      Object.fromEntries(
        Object.entries(verbs as Json).map(([verb, operation]) => [
          verb,
          shareRefusals(
            replace(withShared(operation as Json, parameters), lastWord(path), { times, schemas }) as Json,
            responses,
          ),
        ]),
      ),
    ]),
  );
  const components = document.components as { schemas: Json };
  return {
    ...document,
    paths: named,
    components: {
      ...components,
      responses: Object.fromEntries(responses),
      parameters: Object.fromEntries([...parameters].map(([text, name]) => [name, JSON.parse(text) as Json])),
      schemas: {
        ...components.schemas,
        ...Object.fromEntries([...schemas.values()].map(({ name, schema }) => [name, schema])),
      },
    },
  };
}

/** What stands only inside something repeated is not counted again: it is written once with it. */
function count(part: unknown, times: Map<string, number>): void {
  if (!part || typeof part !== 'object') return;
  const text = shareable(part) ? JSON.stringify(part) : '';
  if (text.length > WORTH_A_NAME) {
    const met = (times.get(text) ?? 0) + 1;
    times.set(text, met);
    if (met > 1) return;
  }
  for (const inner of Object.values(part)) count(inner, times);
}

function shareable(part: object): boolean {
  const { type, properties, enum: words, anyOf, pattern } = part as Json;
  const isObject = type === 'object' && typeof properties === 'object';
  return isObject || Array.isArray(words) || Array.isArray(anyOf) || typeof pattern === 'string';
}

interface Sharing {
  times: Map<string, number>;
  schemas: Map<string, { name: string; schema: unknown }>;
}

function replace(part: unknown, word: string, sharing: Sharing): unknown {
  if (!part || typeof part !== 'object') return part;
  if (Array.isArray(part)) return part.map((inner) => replace(inner, word, sharing));
  const text = shareable(part) ? JSON.stringify(part) : '';
  if ((sharing.times.get(text) ?? 0) < 2) return inside(part as Json, word, sharing);
  const { schemas } = sharing;
  if (!schemas.has(text)) {
    const entry = { name: freeName(titleOf(part) ?? word, schemas), schema: {} as unknown };
    schemas.set(text, entry);
    entry.schema = inside(part as Json, word, sharing);
  }
  return { $ref: `#/components/schemas/${schemas.get(text)!.name}` };
}

function inside(part: Json, word: string, sharing: Sharing): Json {
  return Object.fromEntries(
    Object.entries(part).map(([key, inner]) => [
      key,
      key === 'properties'
        ? Object.fromEntries(
            Object.entries(inner as Json).map(([name, property]) => [
              name,
              replace(property, name === 'data' ? word : name, sharing),
            ]),
          )
        : replace(inner, word, sharing),
    ]),
  );
}

const titleOf = (part: object) => ('title' in part && typeof part.title === 'string' ? part.title : undefined);

function freeName(word: string, schemas: Sharing['schemas']): string {
  const taken = new Set(['Problem', ...[...schemas.values()].map(({ name }) => name)]);
  const name = word
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('');
  for (let next = 1; ; next += 1) {
    const free = next === 1 ? name : `${name}${next}`;
    if (!taken.has(free)) return free;
  }
}

const lastWord = (path: string) =>
  path
    .split('/')
    .filter((word) => word && !word.startsWith('{'))
    .at(-1)!;

/** What several operations take under one name in one place and one form, by its text: the name it is written once under. */
function sharedParameters(paths: Json): Map<string, string> {
  const times = new Map<string, number>();
  for (const parameter of Object.values(paths).flatMap((verbs) =>
    Object.values(verbs as Json).flatMap((operation) => (operation as { parameters?: Json[] }).parameters ?? []),
  )) {
    const text = JSON.stringify(parameter);
    times.set(text, (times.get(text) ?? 0) + 1);
  }
  const names = new Map<string, { name: string; schema: unknown }>();
  for (const [text, met] of times) {
    if (met > 1) names.set(text, { name: freeName((JSON.parse(text) as { name: string }).name, names), schema: null });
  }
  return new Map([...names].map(([text, { name }]) => [text, name]));
}

function withShared(operation: Json, parameters: Map<string, string>): Json {
  if (!operation.parameters) return operation;
  const own = (operation.parameters as Json[]).map((parameter) => {
    const name = parameters.get(JSON.stringify(parameter));
    return name === undefined ? parameter : { $ref: `#/components/parameters/${name}` };
  });
  return { ...operation, parameters: own };
}

/** One code by itself; several by the first and how many they are, since the whole row stood in the document hundreds of times. */
function refusalName(description: string, responses: ReadonlyMap<string, Json>): string {
  const [first = '', ...more] = description.split(', ');
  if (more.length === 0) return first;
  for (let another = 0; ; another += 1) {
    const name = `${first}.${more.length + 1}${another === 0 ? '' : `.${another}`}`;
    const known = responses.get(name);
    if (!known || known.description === description) return name;
  }
}

/** A refusal says its codes alone, so that two that say the same are one. */
function shareRefusals(operation: Json, responses: Map<string, Json>): Json {
  const own = operation.responses as Record<string, Json>;
  const shared = Object.entries(own).map(([status, response]) => {
    if (Number(status) < 400) return [status, response];
    const name = refusalName(response.description as string, responses);
    responses.set(name, response);
    return [status, { $ref: `#/components/responses/${name}` }];
  });
  return { ...operation, responses: Object.fromEntries(shared) };
}
