import { machines } from '@xihuo/contract';
import { time } from '@xihuo/kernel';

const DAY_HOURS = 24;

/** From when on an account that somebody wants deleted is deleted. */
export const deletionDue = (asked: Date): Date =>
  time.addHours(asked, machines.accounts.DELETION_COOLING_DAYS * DAY_HOURS);

/** When it is looked at again where something of it was not over. */
export const lookedAtAgain = (now: Date): Date => time.addHours(now, DAY_HOURS);

interface Hindrance {
  readonly person_id: string;
}

/** Of people who are due, those of whom nothing is open, and the others. */
export function parted(
  due: readonly string[],
  open: readonly Hindrance[],
): { readonly free: string[]; readonly held: string[] } {
  const hindered = new Set(open.map(({ person_id: id }) => id));
  return { free: due.filter((id) => !hindered.has(id)), held: due.filter((id) => hindered.has(id)) };
}
