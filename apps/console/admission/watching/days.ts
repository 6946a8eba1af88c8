const DAY_MS = 86_400_000;
/** From here on a deadline is near: the middle one of the reminders before a certificate ends. */
const SOON_DAYS = 7;

/** Whole days from today to a last day: 0 on the day itself, negative once it is over. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / DAY_MS);
}

export function nearness(days: number): 'over' | 'soon' | 'later' {
  if (days < 0) return 'over';
  return days <= SOON_DAYS ? 'soon' : 'later';
}
