type Json = Record<string, unknown>;
type Paths = Record<string, Record<string, Json>>;

/** Answers and bodies that several operations have alike, by their text: the name each is written once under. */
interface Alike {
  responses: Map<string, string>;
  requestBodies: Map<string, string>;
}

/**
 * What is granted and what is sent, written once below components where several operations say the same of it. Refusals are
 * shared by their codes before (shared-parts.ts); what is left of an answer is its schema's name, or nothing at all of a file.
 */
export function withSharedWholes(document: Json): Json {
  const paths = document.paths as Paths;
  const operations = Object.values(paths).flatMap((verbs) => Object.values(verbs));
  const alike: Alike = {
    responses: named(
      operations.flatMap((operation) => Object.values(operation.responses as Json)),
      'Done',
    ),
    requestBodies: named(
      operations.map(({ requestBody }) => requestBody),
      'Sent',
    ),
  };
  const components = document.components as Record<string, Json>;
  const written = (kind: keyof Alike): Json =>
    Object.fromEntries([...alike[kind]].map(([text, name]) => [name, JSON.parse(text) as Json]));
  return {
    ...document,
    paths: mapped(paths, (verbs) => mapped(verbs, (operation) => shared(operation, alike))),
    components: {
      ...components,
      responses: { ...components.responses, ...written('responses') },
      requestBodies: written('requestBodies'),
    },
  };
}

function shared(operation: Json, { responses, requestBodies }: Alike): Json {
  const answers = mapped(operation.responses as Json, (response) => reference('responses', response, responses));
  if (operation.requestBody === undefined) return { ...operation, responses: answers };
  const body = reference('requestBodies', operation.requestBody, requestBodies);
  return { ...operation, requestBody: body, responses: answers };
}

function reference(kind: keyof Alike, part: unknown, names: ReadonlyMap<string, string>): unknown {
  const name = names.get(JSON.stringify(part));
  return name === undefined ? part : { $ref: `#/components/${kind}/${name}` };
}

/** What stands more than once and is no reference already. */
function named(parts: readonly unknown[], word: string): Map<string, string> {
  const times = new Map<string, number>();
  for (const part of parts) {
    if (!part || typeof part !== 'object' || '$ref' in part) continue;
    const text = JSON.stringify(part);
    times.set(text, (times.get(text) ?? 0) + 1);
  }
  const several = [...times].filter(([, met]) => met > 1);
  return new Map(several.map(([text], index) => [text, index === 0 ? word : `${word}${index + 1}`]));
}

const mapped = <In, Out>(record: Record<string, In>, to: (value: In) => Out): Record<string, Out> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
