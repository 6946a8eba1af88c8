/** What stands at one place of a form before and after; null where there is nothing. */
export interface Difference {
  readonly pointer: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Money, licences and certificates: what a change of is looked at first. */
  readonly weighty: boolean;
}

/** How households earn, who answers for the firm, and what a licence or a paper proves. */
const WEIGHTY =
  /^\/(licences|documents|linkage|mandate)(\/|$)|\/(uscc|legalRepresentative|licenceValidUntil|licenceWithoutTerm|scClass)$/;

export const isWeighty = (pointer: string): boolean => WEIGHTY.test(pointer);

/** Every filled-in leaf by its JSON pointer; a list of words is one leaf. */
function leaves(value: unknown, pointer: string, into: Map<string, string>): Map<string, string> {
  if (value === null || value === undefined || value === '') return into;
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object' || one === null)) {
    if (value.length > 0) into.set(pointer, value.join(', '));
    return into;
  }
  if (typeof value === 'object') {
    for (const [key, inner] of Object.entries(value)) leaves(inner, `${pointer}/${key}`, into);
    return into;
  }
  into.set(pointer, String(value));
  return into;
}

/** Where two forms of one application differ, in the order of the later one, then what it no longer says. */
export function differencesOf(before: object, after: object): Difference[] {
  const [then, now] = [leaves(before, '', new Map()), leaves(after, '', new Map())];
  return [...new Set([...now.keys(), ...then.keys()])]
    .filter((pointer) => then.get(pointer) !== now.get(pointer))
    .map((pointer) => ({
      pointer,
      before: then.get(pointer) ?? null,
      after: now.get(pointer) ?? null,
      weighty: isWeighty(pointer),
    }));
}
