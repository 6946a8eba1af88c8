import { machines } from '@xihuo/contract';
import { canonicalJson } from '@xihuo/kernel';

const { TRAIL_FIELDS } = machines.trail;
type Field = machines.trail.TrailField;
type Kind = machines.trail.TrailKind;

export interface Change {
  readonly field: Field;
  /** Under which key it is kept where the trail keeps it for many, such as the id of a pack. */
  readonly of: string | null;
  readonly as: Kind;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** What a trail line keeps beside a deed. */
export interface Kept {
  readonly before: unknown;
  readonly after: unknown;
}

/** Where whoever did something says why, the likeliest first. */
const NOTES = ['reason', 'note', 'message', 'why', 'purpose', 'outcome'] as const;

/**
 * What became otherwise by a deed, in the order in which histories tell it, of what they tell at all: that is named, so that what is
 * kept under a new name is told by nobody until somebody has thought of it. What the line does not say afterwards is not known to
 * have changed.
 */
export function changesOf({ before, after }: Kept): Change[] {
  const [was, is] = [leavesOf(before), leavesOf(after)];
  return (Object.keys(TRAIL_FIELDS) as Field[]).flatMap((field) => {
    const as = TRAIL_FIELDS[field];
    const [old, next] = [manyOf(was.get(field), as), manyOf(is.get(field), as)];
    return [...new Set([...old.keys(), ...next.keys()])].flatMap((of) => {
      const [one, other] = [old.get(of), next.has(of) || !isGone(before, after) ? next.get(of) : null];
      if (other === undefined || canonicalJson(one ?? null) === canonicalJson(other)) return [];
      const change = { field, of: of === '' ? null : of, as, before: said(one, as), after: said(other, as) };
      return change.before.length + change.after.length === 0 ? [] : [change];
    });
  });
}

/** What was said about why, where it is said in words: of stock and of what a lot lost a code says it. */
export function noteOf({ action, after }: { readonly action: string; readonly after: unknown }): string | null {
  if (!isObject(after) || action.startsWith('stock.') || action === 'lot.noteLoss') return null;
  return NOTES.map((name) => after[name]).find((one): one is string => typeof one === 'string' && one !== '') ?? null;
}

/** A list of words alone stands for all there is: nothing after it says that it was taken away. */
const isGone = (before: unknown, after: unknown): boolean => Array.isArray(before) && (after ?? null) === null;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** By its name, or by the names of both where it stands in another: `name.zh`. */
function leavesOf(kept: unknown): Map<string, unknown> {
  if (Array.isArray(kept)) return new Map([['words', kept]]);
  if (!isObject(kept)) return new Map();
  return new Map(
    Object.entries(kept).flatMap(([name, value]): [string, unknown][] => [
      [name, value],
      ...(isObject(value)
        ? Object.entries(value).map(([part, one]): [string, unknown] => [`${name}.${part}`, one])
        : []),
    ]),
  );
}

/** One value under no key, or what is kept for each of many. */
function manyOf(value: unknown, as: Kind): Map<string, unknown> {
  if (value === undefined) return new Map();
  return new Map(as !== 'rule' && isObject(value) ? Object.entries(value) : [['', value]]);
}

/** As text, item by item; nothing of what is not what its kind says: a count under the name of a list, say. */
function said(value: unknown, as: Kind): string[] {
  if (value === null || value === undefined) return [];
  if (as === 'rule') return [JSON.stringify(value)];
  return [value].flat().flatMap((one: unknown) => {
    if (isObject(one)) return as === 'text' && isOption(one) ? [`${one.name}：${one.value}`] : [];
    if (as === 'yes') return typeof one === 'boolean' ? [String(one)] : [];
    if (as === 'money' || as === 'number' || as === 'share') return /^-?\d+$/.test(String(one)) ? [String(one)] : [];
    return typeof one === 'string' && one !== '' ? [one] : [];
  });
}

/** What tells a pack from its neighbours, in the supplier's words. */
const isOption = (one: Record<string, unknown>): one is { name: string; value: string } =>
  typeof one['name'] === 'string' && typeof one['value'] === 'string';
