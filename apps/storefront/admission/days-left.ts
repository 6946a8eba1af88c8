const DAY = 86_400_000;

/** The day it is in Beijing, where deadlines end, wherever the reader sits. */
export function beijingDay(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** Days from one day to another: 0 on the day itself, negative once it is over. */
export function daysLeft(until: string, today: string): number {
  return Math.round((Date.parse(until) - Date.parse(today)) / DAY);
}
