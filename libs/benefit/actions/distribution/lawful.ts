import { fail } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import type { Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { distributableFen, distributionFault, volumeShareBp } from '../../rules/distribution';
import { lockDistributionsOfYear, membersByVolume, type MemberRow } from '../../store/distribution.sql';
import { organisationOf } from '../../store/pool.sql';
import { fieldFault } from '../benefit-kit';
import { wire } from '../dues-view';

/** The year's figures, in fen. */
export interface Figures {
  supplierId: string;
  year: number;
  surplusFen: bigint;
  lossesFen: bigint;
  reserveFen: bigint;
  byVolumeFen: bigint;
}

/**
 * What must be so of a distribution on the day it is drawn up and again on the day it is declared (农民专业合作社法 art. 44), and what
 * it comes to, member by member. Holds whatever stands for this year.
 *
 * @throws ProblemError NOT_A_COOPERATIVE, NOTHING_DISTRIBUTABLE, DISTRIBUTION_ABOVE_SURPLUS, DISTRIBUTION_BELOW_SIXTY,
 *   DISTRIBUTION_OF_YEAR, DISTRIBUTION_WITHOUT_VOLUME
 */
export async function mustBeLawful(
  tx: Tx,
  figures: Figures,
  today: string,
): Promise<{ leastBp: number; members: MemberRow[] }> {
  const [supplier] = await tx.sql(organisationOf, [figures.supplierId]);
  must(supplier, 'whoever acts for a supplier acts for one that is registered');
  const leastBp = await policyOn(tx, 'benefit.leastVolumeBp', today);
  const fault = distributionFault({ supplierKind: supplier.kind, ...figures }, BigInt(leastBp));
  if (fault !== null) throw fail(fault, { extra: figuresOf(figures, leastBp) });
  if (`${figures.year}-12-31` >= today) throw fieldFault('DISTRIBUTION_OF_YEAR', 'year', 'a year that is over');
  const ofYear = await tx.sql(lockDistributionsOfYear, [figures.supplierId, figures.year]);
  const declared = ofYear.find(({ state }) => state === 'declared');
  if (declared) throw fail('DISTRIBUTION_OF_YEAR', { extra: { distributionId: declared.id } });
  const members = await tx.sql(membersByVolume, [figures.supplierId, figures.year, figures.byVolumeFen]);
  if (members.length === 0) throw fail('DISTRIBUTION_WITHOUT_VOLUME', { extra: { year: figures.year } });
  const shared = members.reduce((all, member) => all + member.amount_fen, 0n);
  must(shared === figures.byVolumeFen, 'what members get is what goes back by volume');
  return { leastBp, members };
}

/** How far off it is, so that the page can say what would be lawful: the least is rounded up to the fen. */
function figuresOf(figures: Figures, leastBp: number): Record<string, unknown> {
  const distributable = distributableFen(figures);
  if (distributable <= 0n) return { leastBp };
  return {
    ...{ leastBp, shareBp: volumeShareBp(figures.byVolumeFen, distributable), distributable: wire(distributable) },
    leastByVolume: wire((distributable * BigInt(leastBp) + 9_999n) / 10_000n),
  };
}
