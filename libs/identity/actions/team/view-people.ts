import { CONSOLE_ROLES, type InputOf, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Database, type Grant, type Vault } from '@xihuo/platform';
import {
  factorSteps,
  platformSteps,
  stepsWith,
  TEAMS,
  type Acting,
  type FactorHeld,
  type Held,
} from '../../rules/team';
import { viewOffers } from '../offers/view-offers';
import { peoplePage, type HeldRow } from '../../store/people.sql';

type View = ResponseOf<'GET /people'>['data'][number];

export const actingOf = (personId: string, grants: readonly Grant[]): Acting => ({
  personId,
  isOperator: grants.some(({ role }) => role === 'operator'),
});

/**
 * People of the caller's own teams; for operators everybody who works on the console, and with the first page what is offered.
 *
 * @throws ProblemError INVALID_INPUT for a foreign cursor
 */
export async function viewPeople(
  kit: { database: Database; vault: Vault },
  acting: Acting,
  { role, q, waiting, cursor, limit }: InputOf<'GET /people'>['query'],
): Promise<ResponseOf<'GET /people'>> {
  const part = q === undefined ? null : `%${q.replace(/[\\%_]/g, String.raw`\$&`)}%`;
  const roles = CONSOLE_ROLES.filter((one) => role === undefined || one === role);
  const rows = await kit.database.read(peoplePage, [
    ...[acting.personId, TEAMS, acting.isOperator, roles],
    ...[part, placeIn(cursor), limit + 1, waiting !== undefined],
  ]);
  const page = pageOf(
    rows,
    limit,
    ({ id }) => id,
    (row) => heldView(row, acting),
  );
  const isFirst = cursor === undefined;
  return { ...page, offers: acting.isOperator && isFirst ? await viewOffers(kit, acting.personId) : [] };
}

export const heldOf = ({ id, person_id: personId, role, until }: HeldRow): Held => ({ id, personId, role, until });

export const factorOf = (row: HeldRow): FactorHeld => ({
  ...{ role: row.role, personId: row.person_id, hasFactor: row.has_factor, ofPlatform: row.of_platform },
  ...{
    isEnding: row.ending_by !== null,
    askedBy: row.removal_by,
    waited: row.removal_waited,
    shownSince: row.factor_shown,
  },
});

export const teamOf = ({ team }: HeldRow): Held[] =>
  team.map((one) => ({ ...one, until: one.until === null ? null : new Date(one.until) }));

/** Of its end, or of the lost factor: while the end is proposed, nothing is done with the factor. */
function proposalOf(row: HeldRow): View['proposal'] {
  const at = row.ending_at ?? row.removal_at;
  const [by, reason] = [row.ending_by_name ?? row.removal_by_name, row.ending_reason ?? row.removal_reason];
  return at === null ? null : { by: by ?? '', at: at.toISOString(), reason: reason ?? '' };
}

function heldView(row: HeldRow, acting: Acting): View {
  const held = heldOf(row);
  return {
    ...{ id: row.id, name: row.name, role: row.role },
    organisation: row.organisation_id === null ? null : { id: row.organisation_id, name: row.organisation_name ?? '' },
    jurisdiction:
      row.jurisdiction === null
        ? null
        : { code: row.jurisdiction.padEnd(6, '0'), name: row.region_name ?? row.jurisdiction },
    ...{ until: row.last_day, deputyFor: row.deputy_for },
    mine: row.person_id === acting.personId,
    proposal: acting.isOperator ? proposalOf(row) : null,
    may: [
      ...stepsWith(held, teamOf(row), acting),
      ...platformSteps(held, row.ending_by, acting),
      ...factorSteps(factorOf(row), acting),
    ],
  };
}
