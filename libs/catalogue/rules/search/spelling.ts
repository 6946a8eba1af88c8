/** Words shorter than this are too like each other for one letter to be a slip. */
export const SHORTEST_SLIP = 4;

/** The word, and the word without each of its letters: two words a letter apart share one of them. */
export function slipKeys(word: string): string[] {
  const keys = new Set([word]);
  const letters = [...word];
  for (let at = 0; at < letters.length; at += 1) keys.add(letters.toSpliced(at, 1).join(''));
  return [...keys];
}

/** One letter left out, put in, changed, or two neighbours exchanged. */
export function isOneSlip(typed: string, meant: string): boolean {
  if (typed === meant || Math.abs(typed.length - meant.length) > 1) return false;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  const [a, b] = [typed.slice(at), meant.slice(at)];
  return (
    a.slice(1) === b.slice(1) ||
    a.slice(1) === b ||
    a === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}

export interface KnownWord {
  /** As it is typed on a keyboard. */
  latin: string;
  shown: string;
}

/** Known words that may be meant: as it sounds, then those one slip away, the likeliest first as in `known`. */
export function meantBy(typed: string, known: readonly KnownWord[]): KnownWord[] {
  const alike = known.filter(({ latin, shown }) => latin === typed && shown !== typed);
  return typed.length < SHORTEST_SLIP ? alike : [...alike, ...known.filter(({ latin }) => isOneSlip(typed, latin))];
}
