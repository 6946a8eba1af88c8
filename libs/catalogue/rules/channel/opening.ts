export interface OpeningTime {
  /** 1 Monday to 7 Sunday. */
  days: number[];
  /** HH:MM, Beijing time. */
  from: string;
  to: string;
}

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/**
 * Whether a venue is open at an instant; null where it says no times, so that a page says nothing either. It is open from the
 * first minute to the one before the last.
 *
 * @param shutOn days (YYYY-MM-DD, Beijing) on which it is shut though the week says open
 */
export function openAt(times: readonly OpeningTime[], shutOn: readonly string[], now: Date): boolean | null {
  if (times.length === 0) return null;
  const there = new Date(now.getTime() + SHANGHAI_OFFSET_MS).toISOString();
  const day = there.slice(0, 10);
  if (shutOn.includes(day)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
  const clock = there.slice(11, 16);
  return times.some(({ days, from, to }) => days.includes(weekday) && from <= clock && clock < to);
}
