import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { pageOf, placeIn, type Actor, type Database } from '@xihuo/platform';
import { volumeShareBp } from '../../rules/distribution';
import { nowOf } from '../../store/clock.sql';
import {
  listDistributions,
  membersByVolume,
  membersOf,
  readDistribution,
  type DistributionRow,
} from '../../store/distribution.sql';
import { sideOf } from '../benefit-kit';
import { wire } from '../dues-view';

type Summary = ResponseOf<'GET /benefit/distributions'>['data'][number];
type View = ResponseOf<'GET /benefit/distributions/{id}'>;

export async function viewDistributions(
  database: Database,
  actor: Actor,
  { supplier, cursor, limit }: InputOf<'GET /benefit/distributions'>['query'],
): Promise<ResponseOf<'GET /benefit/distributions'>> {
  const [suppliers, counties] = sideOf(actor, 'readers');
  const place = placeIn(cursor);
  const rows = await database.read(listDistributions, [suppliers, counties, supplier ?? null, place, limit + 1]);
  return pageOf(rows, limit, (row) => row.id, summary);
}

/** One distribution, member by member: as it was declared, or as it would be today. @throws ProblemError NOT_FOUND */
export async function viewDistribution(database: Database, actor: Actor, id: string): Promise<View> {
  const [suppliers, counties] = sideOf(actor, 'readers');
  const [row] = await database.read(readDistribution, [suppliers, counties, id]);
  if (!row) throw fail('NOT_FOUND');
  const members =
    row.state === 'draft'
      ? await database.read(membersByVolume, [row.supplier_id, row.year, row.by_volume_fen])
      : await database.read(membersOf, [id]);
  const [clock] = row.state === 'draft' ? await database.read(nowOf) : [];
  return {
    ...summary(row),
    ...(clock ? { members: members.length, figuresOf: time.businessDate(clock.now) } : {}),
    paperId: row.paper_id,
    parts: members.map((member) => ({
      household: { id: member.household_id, displayName: member.display_name, village: member.village },
      volume: wire(member.volume_fen),
      amount: wire(member.amount_fen),
    })),
    createdAt: row.created_at.toISOString(),
    discardReason: row.discard_reason,
  };
}

function summary(row: DistributionRow): Summary {
  return {
    ...{ version: row.row_version, id: row.id, state: row.state, year: row.year, members: row.members },
    supplier: { id: row.supplier_id, name: row.supplier_name },
    surplus: wire(row.surplus_fen),
    losses: wire(row.losses_fen),
    reserve: wire(row.reserve_fen),
    distributable: wire(row.distributable_fen),
    byVolume: wire(row.by_volume_fen),
    byAccount: wire(row.distributable_fen - row.by_volume_fen),
    shareBp: volumeShareBp(row.by_volume_fen, row.distributable_fen),
    leastBp: row.least_bp,
    figuresOf: row.declared_on ?? time.businessDate(row.created_at),
    declaredOn: row.declared_on,
  };
}
