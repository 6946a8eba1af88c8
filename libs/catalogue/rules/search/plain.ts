/** What the rules are told about Chinese: they know no library. */
export interface Chinese {
  cut(text: string): string[];
  simplified(text: string): string;
  syllables(text: string): string[];
}

const HAN = /\p{Script=Han}/u;

/**
 * Text as it is compared: half width, small, simplified, ü as v, nothing but signs, letters, digits and single spaces. Signs of
 * SQL and of patterns are no words, so none of them reaches a query.
 */
export function plain(text: string, { simplified }: Pick<Chinese, 'simplified'>): string {
  const small = text
    .normalize('NFKC')
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .replaceAll('ü', 'v');
  const words = small.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ').trim();
  return HAN.test(words) ? simplified(words) : words;
}

/** A text without its spaces, as names are compared. */
export const joined = (text: string): string => text.replaceAll(' ', '');

/** A text whose spaces part nothing but words of letters. */
export const tight = (text: string): string => text.replace(/(?<=\p{Script=Han}) | (?=\p{Script=Han})/gu, '');

/** Runs of Chinese, and of anything else, in their order. */
export function runs(text: string): string[] {
  return text.match(/\p{Script=Han}+|[^\p{Script=Han} ]+/gu) ?? [];
}

export const isHan = (text: string): boolean => HAN.test(text);

/** Its pairs of signs; a single sign stands for itself. */
export function pairs(word: string): string[] {
  const signs = [...word];
  if (signs.length < 2) return signs;
  return [...new Set(signs.slice(1).map((sign, at) => signs[at]! + sign))];
}

/** What begins at each of its parts: of `zhong ning gou qi` zhongninggouqi, ninggouqi, gouqi and qi. */
export function endings(parts: readonly string[]): string[] {
  return parts.map((_, at) => parts.slice(at).join(''));
}

/** The same function, asked once for each text. */
export function remembering<Answer>(ask: (text: string) => Answer): (text: string) => Answer {
  const known = new Map<string, Answer>();
  return (text) => {
    const said = known.get(text);
    if (said !== undefined) return said;
    const answer = ask(text);
    known.set(text, answer);
    return answer;
  };
}
