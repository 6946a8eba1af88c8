export type Font = 'latin' | 'chinese';

/** Widths of Helvetica from the blank to the tilde, in thousandths of its size, as its metrics file has them. */
const HELVETICA = [
  ...[278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278],
  ...[556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556],
  ...[1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778],
  ...[667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556],
  ...[333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556],
  ...[556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584],
];
const CHINESE = 1000;
const BLANK = 0x20;

/** Width of a text in points at a size: Latin as Helvetica, everything else as a sign of Chinese. */
export function widthOf(text: string, size: number): number {
  let sum = 0;
  for (const sign of text) sum += HELVETICA[sign.codePointAt(0)! - BLANK] ?? CHINESE;
  return (sum * size) / 1000;
}

/** A text cut into runs of one font each, as PDF writes them. What is no sign (controls, halves of pairs) is left out. */
export function writtenIn(text: string): { font: Font; shown: string }[] {
  const plain = text.replace(/[\p{Cc}\p{Cs}]/gu, '');
  return (plain.match(/[ -~]+|[^ -~]+/g) ?? []).map((run) =>
    /^[ -~]/.test(run)
      ? { font: 'latin', shown: `(${run.replace(/[\\()]/g, '\\$&')})` }
      : { font: 'chinese', shown: `<${Buffer.from(run, 'utf16le').swap16().toString('hex')}>` },
  );
}
