import { machines } from '@xihuo/contract';
import { time } from '@xihuo/kernel';

const DAY_HOURS = 24;

/** From when on an account that somebody wants deleted is deleted. */
export const deletionDue = (asked: Date): Date =>
  time.addHours(asked, machines.accounts.DELETION_COOLING_DAYS * DAY_HOURS);

/** When it is looked at again where something of it was not over. */
export const lookedAtAgain = (now: Date): Date => time.addHours(now, DAY_HOURS);
