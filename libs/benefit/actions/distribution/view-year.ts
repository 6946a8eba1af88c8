import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import type { Actor, Database } from '@xihuo/platform';
import { policiesOn } from '@xihuo/registry';
import { nowOf } from '../../store/clock.sql';
import { declaredOfYear, membersByVolume } from '../../store/distribution.sql';
import { ownSuppliers } from '../benefit-kit';
import { wire } from '../dues-view';

/**
 * What a year has to be distributed by: the least share of the law as it stands today, and the members' volume on record, so that
 * whoever types the figures reads them before a refusal does.
 *
 * @throws ProblemError NOT_FOUND
 */
export async function viewDistributionYear(
  database: Database,
  actor: Actor,
  { supplier, year }: InputOf<'GET /benefit/distribution-year'>['query'],
): Promise<ResponseOf<'GET /benefit/distribution-year'>> {
  if (!ownSuppliers(actor).includes(supplier)) throw fail('NOT_FOUND');
  const [clock] = await database.read(nowOf);
  const today = time.businessDate(clock!.now);
  const [law] = await policiesOn(database, 'benefit.leastVolumeBp', today);
  must(law, 'the least share is a setting');
  const [declared] = await database.read(declaredOfYear, [supplier, year]);
  // Nothing is shared out here: only who has what volume.
  const members = await database.read(membersByVolume, [supplier, year, 0n]);
  return {
    ...{ year, isOver: `${year}-12-31` < today, declaredId: declared?.id ?? null },
    ...{ leastBp: law.value, source: law.source, members: members.length },
    volume: wire(members.reduce((all, { volume_fen: fen }) => all + fen, 0n)),
  };
}
