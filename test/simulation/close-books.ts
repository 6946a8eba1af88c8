import { time } from '@xihuo/kernel';
import { closePeriod } from '@xihuo/ledger';
import { count, type Season } from './season';

/** Days from one closing of the books to the next. */
const EVERY = 7;

/** Finance closes the books until the day before yesterday, and all that comes after has to be right without a booking into them. */
export async function closeBooks(season: Season): Promise<void> {
  const { village, day } = season;
  if (day % EVERY !== EVERY - 1) return;
  season.step = 'closing the books';
  await village.as(village.drawer, (tx) => closePeriod(tx, time.addDays(time.businessDate(tx.now), -2)));
  count(season, 'closing');
}
