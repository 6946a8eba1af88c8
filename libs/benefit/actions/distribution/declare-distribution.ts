import { fail, machines, type InputOf } from '@xihuo/contract';
import { money, must, states, time } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import { POOL_MESSAGES } from '../../rules/pool-messages';
import {
  discardDistribution as setDiscarded,
  insertDistribution,
  keepMembers,
  lockDistribution,
  lockDistributionsOfYear,
  type DistributionRow,
  yearOfDistribution,
  type MemberRow,
} from '../../store/distribution.sql';
import { peopleOfHouseholds } from '../../store/payees.sql';
import { idsOf, notAtThisStep, ownSuppliers, personOf, tell, type BenefitKit } from '../benefit-kit';
import { owe, type NewObligation } from '../owe';
import { mustBePapers } from '../papers';
import { mustBeLawful } from './lawful';

type Drawn = InputOf<'POST /benefit/distributions'>['body'];

export interface Deciding {
  readonly id: string;
  readonly version: number;
}

/**
 * A cooperative draws up what goes back to its members of one year, with the resolution of the members' meeting.
 *
 * @throws ProblemError NOT_FOUND, PAPER_UNKNOWN, and what the law refuses (`mustBeLawful`)
 */
export async function drawDistribution(tx: Tx, drawn: Drawn): Promise<{ id: string }> {
  const { supplierId, year, paperId } = drawn;
  tx.attempt({ action: 'distribution.draw', subjectKind: 'supplier', subjectId: supplierId });
  if (!ownSuppliers(tx.actor).includes(supplierId)) throw fail('NOT_FOUND');
  const figures = {
    ...{ supplierId, year, surplusFen: money.fromWire(drawn.surplus), lossesFen: money.fromWire(drawn.losses) },
    ...{ reserveFen: money.fromWire(drawn.reserve), byVolumeFen: money.fromWire(drawn.byVolume) },
  };
  const { leastBp, members } = await mustBeLawful(tx, figures, time.businessDate(tx.now));
  await mustBePapers(tx, { supplierId }, { paperId });
  const { surplusFen, lossesFen, reserveFen, byVolumeFen } = figures;
  const [written] = await tx.sql(insertDistribution, [
    ...[supplierId, year, surplusFen, lossesFen, reserveFen, byVolumeFen, leastBp, members.length],
    ...[paperId, personOf(tx), tx.now],
  ]);
  must(written, 'a distribution was written');
  tx.audit({
    ...{ action: 'distribution.draw', subjectKind: 'distribution', subjectId: written.id },
    after: { supplierId, year, byVolumeFen: byVolumeFen.toString(), leastBp, paperId },
  });
  return written;
}

/**
 * Shares it out over the members by their transaction volume; each part is a debt from now on. Checked anew: deliveries may have
 * been corrected since it was drawn up, and the law may have moved.
 *
 * @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP, and what the law refuses
 */
export async function declareDistribution(tx: Tx, kit: BenefitKit, deciding: Deciding): Promise<void> {
  const [of] = await tx.sql(yearOfDistribution, [ownSuppliers(tx.actor), deciding.id]);
  // In id order and before any of them alone, or two that are declared at once would wait for each other.
  if (of) await tx.sql(lockDistributionsOfYear, [of.supplier_id, of.year]);
  const row = await openDistribution(tx, deciding, 'declare');
  const today = time.businessDate(tx.now);
  const { members } = await mustBeLawful(tx, figuresOf(row), today);
  const parts = members.map((member) => ({
    household_id: member.household_id,
    volume_fen: member.volume_fen.toString(),
    amount_fen: member.amount_fen.toString(),
  }));
  await tx.sql(keepMembers, [row.id, JSON.stringify(parts), personOf(tx), tx.now]);
  await owe(
    tx,
    members.filter((member) => member.amount_fen > 0n).map((member) => debtOf(member, row, today)),
  );
  tx.audit({
    ...{ action: 'distribution.declare', subjectKind: 'distribution', subjectId: row.id, before: { state: row.state } },
    after: { state: 'declared', members: members.length, byVolumeFen: row.by_volume_fen.toString() },
  });
  const people = await tx.sql(peopleOfHouseholds, [members.map((member) => member.household_id)]);
  const message = POOL_MESSAGES.distributed({ supplier: row.supplier_name, year: row.year });
  await tell(tx, kit, { personIds: idsOf(people), key: `distribution.declared:${row.id}`, message });
}

/** Lets a draft go. @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP */
export async function discardDistribution(
  tx: Tx,
  { reason, ...deciding }: Deciding & { reason: string },
): Promise<void> {
  const row = await openDistribution(tx, deciding, 'discard');
  await tx.sql(setDiscarded, [row.id, reason]);
  tx.audit({
    ...{ action: 'distribution.discard', subjectKind: 'distribution', subjectId: row.id, before: { state: row.state } },
    after: { state: 'discarded', reason },
  });
}

async function openDistribution(
  tx: Tx,
  { id, version }: Deciding,
  event: machines.PoolEvent,
): Promise<DistributionRow> {
  tx.attempt({ action: `distribution.${event}`, subjectKind: 'distribution', subjectId: id });
  const [row] = await tx.sql(lockDistribution, [ownSuppliers(tx.actor), id]);
  if (!row) throw fail('NOT_FOUND');
  mustBeVersion(row.row_version, version);
  if (states.transition(machines.poolStates, row.state, event) === null) throw notAtThisStep(row.state);
  return row;
}

function figuresOf(row: DistributionRow) {
  return {
    ...{ supplierId: row.supplier_id, year: row.year, surplusFen: row.surplus_fen, lossesFen: row.losses_fen },
    ...{ reserveFen: row.reserve_fen, byVolumeFen: row.by_volume_fen },
  };
}

function debtOf(member: MemberRow, { id, supplier_id }: DistributionRow, today: string): NewObligation {
  return {
    ...{ agreement_id: null, supplier_id, household_id: member.household_id, lot_id: null, kind: 'surplusRefund' },
    ...{ source_kind: 'distribution', source_id: id, quantity: member.volume_fen.toString(), rate_fen: '0' },
    ...{ amount_fen: member.amount_fen.toString(), earned_on: today },
  };
}
