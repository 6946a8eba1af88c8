/**
 * Every pair of colours used to carry meaning: [foreground, background, least contrast].
 * 4.5 for text, 3 for the edges of controls and the focus ring (WCAG 2.2, 1.4.3 and 1.4.11).
 */
export const pairs: readonly (readonly [string, string, number])[] = [
  ...['paper', 'surface', 'sunken'].flatMap((ground) =>
    [
      ['ink', ground, 7],
      ['ink-soft', ground, 7],
      ['ink-faint', ground, 4.5],
      ['green', ground, 4.5],
      ['cinnabar', ground, 4.5],
      ['slate', ground, 4.5],
      ['amber', ground, 4.5],
      ['line-strong', ground, 3],
    ].map((pair) => pair as [string, string, number]),
  ),
  ['white', 'green', 4.5],
  ['white', 'green-deep', 4.5],
  ['pine-ink', 'pine', 4.5],
  ['green-deep', 'green-wash', 7],
  ['white', 'cinnabar', 4.5],
  ['white', 'cinnabar-deep', 4.5],
  ['surface', 'ink', 4.5],
  ['sunken', 'ink', 4.5],
  ['green', 'green-wash', 4.5],
  ['cinnabar', 'cinnabar-wash', 4.5],
  ['amber', 'amber-wash', 4.5],
  ['slate', 'slate-wash', 4.5],
  ['ink', 'green-wash', 7],
  ['ink', 'cinnabar-wash', 7],
  ['ink', 'amber-wash', 7],
  ['ink', 'slate-wash', 7],
];
