/** A line's number in files for banks: its id without dashes, in capitals; ISO 20022 gives such numbers 35 characters. */
export function codeOfItem(id: string): string {
  return id.replaceAll('-', '').toUpperCase();
}

/** The id again, or null where it is no such number. */
export function itemOfCode(code: string): string | null {
  const parts = /^([0-9A-F]{8})([0-9A-F]{4})([0-9A-F]{4})([0-9A-F]{4})([0-9A-F]{12})$/.exec(code);
  return parts === null ? null : parts.slice(1).join('-').toLowerCase();
}
