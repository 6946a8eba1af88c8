/**
 * Spreadsheets calculate a text that begins like a formula, in Chinese ones also where its sign is a wide one; a tab or a line
 * break before it only hides it. A name such as `=HYPERLINK(...)` must stay a name on whoever's desk the file is opened.
 */
const CALCULATES = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

export function isLikeFormula(text: string): boolean {
  return CALCULATES.test(text);
}

/** The text as a spreadsheet shows it and does not run it. */
export function inert(text: string): string {
  return isLikeFormula(text) ? `'${text}` : text;
}
