import { fail } from '@xihuo/contract';

/**
 * Parses a JSON body. A key named twice is refused, since two readers of such a body may see two different orders;
 * so is `__proto__`, which would reach behind the object.
 *
 * @throws ProblemError MALFORMED_JSON
 */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw fail('MALFORMED_JSON');
  }
  refuseBadKeys(text);
  return value;
}

/** A string with its escapes, or one of the four signs that open and close. The text is known to be valid JSON. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]]/g;
const COLON = /\s*:/y;

function refuseBadKeys(text: string): void {
  /** Keys seen in each open object; null for an array. */
  const open: (Set<string> | null)[] = [];
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const [token] = match;
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (isKey(text, TOKEN.lastIndex)) addKey(open.at(-1) ?? null, token);
  }
}

function isKey(text: string, end: number): boolean {
  COLON.lastIndex = end;
  return COLON.test(text);
}

function addKey(seen: Set<string> | null, token: string): void {
  const key = token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
  if (key === '__proto__') throw fail('MALFORMED_JSON', { detail: 'the key __proto__ is not allowed' });
  if (seen?.has(key)) throw fail('MALFORMED_JSON', { detail: 'a key appears twice in one object' });
  seen?.add(key);
}
