import { must, time } from '@xihuo/kernel';

/** Days that differ from the weekly rule: true is worked, false is a rest. */
export type CalendarExceptions = ReadonlyMap<string, boolean>;

export function isWorkingDay(day: string, exceptions: CalendarExceptions): boolean {
  return exceptions.get(day) ?? ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());
}

/** The working day so many after a day; the day itself never counts. Its twin in SQL is tested against it. */
export function workingDaysAfter(day: string, days: number, exceptions: CalendarExceptions): string {
  must(Number.isInteger(days) && days >= 0, 'working days are counted forward, in whole days');
  let found = day;
  for (let left = days; left > 0;) {
    found = time.addDays(found, 1);
    if (isWorkingDay(found, exceptions)) left -= 1;
  }
  return found;
}
