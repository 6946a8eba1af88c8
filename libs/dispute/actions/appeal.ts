import type { InputOf } from '@xihuo/contract';
import { newId, type Tx } from '@xihuo/platform';
import type { Party } from '../rules/case-facts';
import { MESSAGES } from '../rules/messages';
import { insertMessage } from '../store/case-file.sql';
import { keepAppeal } from '../store/move-case.sql';
import { openCase, type Entrance } from './case-door';
import type { DisputeKit } from './dispute-kit';
import { move } from './move';
import { mustBeOwnPapers } from './say';
import { about, tellBoth, tellMediators } from './tell';

/**
 * Appeals against a decision: once a case, whoever comes first, decided by people who had no hand in it.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, DISPUTE_STATE, DISPUTE_APPEALED_ALREADY, DISPUTE_PAPER_UNKNOWN
 */
export async function appealDecision(
  tx: Tx,
  kit: DisputeKit,
  entrance: Extract<Entrance, { side: Party }>,
  wanted: { id: string; version: number } & InputOf<'POST /supplier/disputes/{id}/appeal'>['body'],
): Promise<void> {
  const { id, version, statement, files } = wanted;
  const row = await openCase(tx, entrance, { id, version, act: 'appeal' });
  await mustBeOwnPapers(tx, id, entrance.side, files);
  await tx.sql(insertMessage, [newId(), id, entrance.side, statement, null, files, entrance.personId, tx.now]);
  await tx.sql(keepAppeal, [id, entrance.side, tx.now, statement]);
  const { due } = await move(tx, row, 'appeal');
  await tellBoth(tx, kit, row, 'appealed', MESSAGES.appealed(about(row), due!));
  await tellMediators(tx, kit, row, { what: 'appeal', message: MESSAGES.waiting(about(row), due!), fresh: true });
}
