const BEIJING_MS = 8 * 3_600_000;

/** An instant by Beijing's clock, as ISO writes it and to the minute; a day or a month stays that. */
export function byBeijing(moment: string): string {
  if (/^\d{4}-\d{2}(-\d{2})?$/.test(moment)) return moment;
  return new Date(Date.parse(moment) + BEIJING_MS).toISOString().slice(0, 16).replace('T', ' ');
}
