/** The business runs on Beijing time; China has had no daylight saving since 1991, so the offset is fixed. */
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The business date (YYYY-MM-DD, Asia/Shanghai) of an instant. */
export function businessDate(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** A calendar date moved by whole days. */
export function addDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** An instant moved by whole hours. */
export function addHours(instant: Date, hours: number): Date {
  return new Date(instant.getTime() + hours * 3_600_000);
}
