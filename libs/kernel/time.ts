/** The business runs on Beijing time; China has had no daylight saving since 1991, so the offset is fixed. */
const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The business date (YYYY-MM-DD, Asia/Shanghai) of an instant. */
export function businessDate(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** An instant as a clock in Beijing shows it, to the minute: 2026-12-07 14:05. */
export function clockTime(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
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

const MONTHS = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** A day as a message says it: 2026年12月7日, 7 December 2026. @param day YYYY-MM-DD */
export function dayInWords(day: string, language: 'zh' | 'en'): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number];
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1]} ${year}`;
}
