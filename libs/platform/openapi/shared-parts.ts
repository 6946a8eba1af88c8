type Json = Record<string, unknown>;

/** Below this many characters a part is easier read where it stands. */
const WORTH_A_NAME = 150;

/**
 * The same document with every schema that stands in more than one place written once below components, and every refusal that many routes
 * share too: half the length, and whoever generates a client gets one type for one thing. A schema bears its title, or the name of the property (or the
 * list's last word of the path) where it is met first; a second thing of that name gets a number.
 */
export function withSharedParts(document: Json): Json {
  const paths = document.paths as Json;
  const times = new Map<string, number>();
  count(paths, times);
  const schemas = new Map<string, { name: string; schema: unknown }>();
  const responses = new Map<string, Json>();
  const named = Object.fromEntries(
    Object.entries(paths).map(([path, verbs]) => [
      path,
      Object.fromEntries(
        Object.entries(verbs as Json).map(([verb, operation]) => [
          verb,
          shareRefusals(replace(operation, lastWord(path), { times, schemas }) as Json, responses),
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
  const { type, properties, enum: words, anyOf } = part as Json;
  return (type === 'object' && typeof properties === 'object') || Array.isArray(words) || Array.isArray(anyOf);
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

/** A refusal says its codes alone, so that its codes can be its name. */
function shareRefusals(operation: Json, responses: Map<string, Json>): Json {
  const own = operation.responses as Record<string, Json>;
  const shared = Object.entries(own).map(([status, response]) => {
    if (Number(status) < 400) return [status, response];
    const name = (response.description as string).replaceAll(', ', '.');
    responses.set(name, response);
    return [status, { $ref: `#/components/responses/${name}` }];
  });
  return { ...operation, responses: Object.fromEntries(shared) };
}
