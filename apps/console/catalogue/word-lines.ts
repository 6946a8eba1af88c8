/** Words of a text: one a line, or parted by commas, as people paste them. */
export const linesOf = (text: string): string[] =>
  text
    .split(/[\n,，、;；]/u)
    .map((line) => line.trim())
    .filter(Boolean);
