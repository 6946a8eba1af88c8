import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Actor, type Database } from '@xihuo/platform';
import { FUNDING_ORDER } from '../rules/priority';
import { whyEarned } from '../rules/why';
import { agreementsOf } from '../store/agreement.sql';
import { earnedOf, obligationsOf, type ObligationRow } from '../store/dues.sql';
import { duesByKind, householdFor, householdsOf, type HouseholdRow } from '../store/household.sql';
import { agreementSummary } from './agreement-view';
import { sideOf } from './benefit-kit';
import { duesView } from './dues-view';
import { partiesView } from './party-views';

type Row = ResponseOf<'GET /benefit/households'>['data'][number];
const MOST_AGREEMENTS = 100;

/** Households by name and village alone: status, ID and card rest sealed and are never joined here. */
export async function viewHouseholds(
  database: Database,
  actor: Actor,
  { supplier, q, owed, cursor, limit }: InputOf<'GET /benefit/households'>['query'],
): Promise<ResponseOf<'GET /benefit/households'>> {
  const [suppliers, counties] = sideOf(actor, 'readers');
  const rows = await database.read(householdsOf, [
    ...[suppliers, counties, supplier ?? null, q ?? null, placeIn(cursor), limit + 1, owed ?? false],
  ]);
  return pageOf(rows, limit, (row) => row.household_id, householdView);
}

/** @throws ProblemError NOT_FOUND */
export async function viewHousehold(
  database: Database,
  actor: Actor,
  id: string,
): Promise<ResponseOf<'GET /benefit/households/{id}'>> {
  const [suppliers, counties] = sideOf(actor, 'readers');
  const [row] = await database.read(householdFor, [suppliers, counties, id]);
  if (!row) throw fail('NOT_FOUND');
  const [kinds, agreements] = await Promise.all([
    database.read(duesByKind, [id, row.supplier_id]),
    database.read(agreementsOf, [
      ...[...sideOf(actor, 'readers'), row.supplier_id, id, null, null, null, null, MOST_AGREEMENTS],
    ]),
  ]);
  return {
    ...householdView(row),
    byKind: kinds
      .sort((a, b) => FUNDING_ORDER.indexOf(a.kind) - FUNDING_ORDER.indexOf(b.kind))
      .map((one) => ({ kind: one.kind, amounts: duesView(one) })),
    agreementsList: agreements.map(agreementSummary),
  };
}

/** What a household is owed, line by line. @throws ProblemError NOT_FOUND */
export async function viewObligations(
  database: Database,
  actor: Actor,
  id: string,
  { open, cursor, limit }: InputOf<'GET /benefit/households/{id}/obligations'>['query'],
): Promise<ResponseOf<'GET /benefit/households/{id}/obligations'>> {
  const [suppliers, counties] = sideOf(actor, 'readers');
  const [known] = await database.read(householdFor, [suppliers, counties, id]);
  if (!known) throw fail('NOT_FOUND');
  const rows = await database.read(obligationsOf, [
    ...[id, open ?? false, placeIn(cursor), limit + 1, suppliers, counties],
  ]);
  return pageOf(rows, limit, (row) => row.id, obligationView);
}

function householdView(row: HouseholdRow): Row {
  return {
    ...partiesView(row),
    ...{ countyName: row.county_name, joinedOn: row.joined_on, agreements: row.agreements, inForce: row.in_force },
    ...{ amounts: duesView(row), lastEarnedOn: row.last_earned_on },
  };
}

/** A line of what is owed. */
export function obligationView(
  row: ObligationRow,
): ResponseOf<'GET /benefit/households/{id}/obligations'>['data'][number] {
  return {
    ...{ id: row.id, kind: row.kind, why: whyEarned(earnedOf(row)), earnedOn: row.earned_on },
    agreement:
      row.agreement_id === null
        ? null
        : { id: row.agreement_id, number: row.agreement_number!, kind: row.agreement_kind! },
    ...{ amounts: duesView(row), contestId: row.contest_id },
  };
}
