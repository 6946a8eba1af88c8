import type { Tx } from '@xihuo/platform';
import { lapseOffers } from '../store/offer.sql';
import { sweepAttempts, sweepCodes } from '../store/one-time.sql';
import { sweepSessions } from '../store/session.sql';

/** Deletes what can have no effect any more, and lets lapse what nobody decided on; running it twice does nothing more. */
export async function sweepIdentityTables(tx: Tx): Promise<void> {
  await tx.sql(sweepSessions, [tx.now]);
  await tx.sql(sweepCodes, [tx.now]);
  await tx.sql(sweepAttempts, [tx.now]);
  await tx.sql(lapseOffers, [tx.now]);
}
