/**
 * The place of something with days in a calendar that is read from today on: what runs and what comes by the day it starts, then what
 * is over, the last first.
 *
 * @param of where `starts_on` and `ends_on` stand
 * @param today where the day stands
 */
export const calendarPlace = (of: string, today: string): string =>
  `(case when ${of}.ends_on >= ${today}::date then ${of}.starts_on - date '1970-01-01'
         else ${LATER} - (${of}.starts_on - date '1970-01-01') end)`;

/** More days than lie between any two that a calendar here shows. */
const LATER = 10_000_000;
