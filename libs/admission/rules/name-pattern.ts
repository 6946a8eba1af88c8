/** A pattern that finds a text anywhere, whatever signs of patterns it holds. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}
