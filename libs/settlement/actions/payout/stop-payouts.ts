import { fail, type ResponseOf } from '@xihuo/contract';
import type { Actor, Database, Tx } from '@xihuo/platform';
import { isFinance, mayResume } from '../../rules/second-person';
import { payoutsOneAtATime } from '../../store/payout/draw.sql';
import { insertStop, readStop } from '../../store/payout/move.sql';
import { tellOfPayouts } from '../tell-live';
import { personOf } from './payout-kit';

type StopView = ResponseOf<'GET /settlement/payout-stop'>;

/**
 * Stops every payout at once, which any one of finance does alone; lets them go on, which somebody else than who stopped them last does,
 * with the second factor that whoever calls asks for. What the bank has been told of already is the bank's.
 *
 * @throws ProblemError FOUR_EYES where whoever stopped them would lift it
 */
export async function stopPayouts(
  tx: Tx,
  { stopped, reason }: { stopped: boolean; reason: string },
): Promise<StopView> {
  const by = personOf(tx.actor);
  tx.attempt({ action: 'payout.stop', subjectKind: 'payouts', subjectId: 'all' });
  await tx.sql(payoutsOneAtATime);
  const [last] = await tx.sql(readStop);
  if (!stopped && !mayResume(by, last)) throw fail('FOUR_EYES');
  await tx.sql(insertStop, [stopped, reason, by, tx.now]);
  tellOfPayouts(tx);
  tx.audit({ action: 'payout.stop', subjectKind: 'payouts', subjectId: 'all', after: { stopped, reason } });
  return { stopped, reason, at: tx.now.toISOString(), mayResume: false };
}

/** @param actor who reads it */
export async function viewStop(database: Database, actor: Actor): Promise<StopView> {
  const [row] = await database.read(readStop, []);
  if (!row) return { stopped: false, reason: null, at: null, mayResume: false };
  const mayLift = row.stopped && isFinance(actor) && actor.kind === 'person' && mayResume(actor.personId, row);
  return { stopped: row.stopped, reason: row.reason, at: row.at.toISOString(), mayResume: mayLift };
}
