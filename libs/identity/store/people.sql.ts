import { statement } from '@xihuo/platform';
import type { Role } from '@xihuo/contract';
import { OF_AN_OPERATOR, OF_PLATFORM, STANDS } from './stands';

export interface HeldRow {
  id: string;
  person_id: string;
  name: string;
  role: Role;
  organisation_id: string | null;
  organisation_name: string | null;
  jurisdiction: string | null;
  region_name: string | null;
  until: Date | null;
  /** The last day of it. */
  last_day: string | null;
  deputy_for: string | null;
  /** Who has proposed that it ends and still is an operator, as they were then. */
  ending_by: string | null;
  ending_by_name: string | null;
  ending_at: Date | null;
  ending_reason: string | null;
  has_factor: boolean;
  /** Whether they act for the platform, in this role or another. */
  of_platform: boolean;
  /** Who has asked that their lost factor is taken off, a week ago at most, and still is an operator, as they were then. */
  removal_by: string | null;
  removal_by_name: string | null;
  removal_at: Date | null;
  removal_reason: string | null;
  /** A day ago or longer. */
  removal_waited: boolean;
  /** Whether they have shown the factor since. */
  factor_shown: boolean;
  /** All that stands of the same role at the same organisation or place. */
  team: { id: string; personId: string; role: Role; until: string | null }[];
}

/** Of one role at one organisation or place. What is equal comes first: no index finds what is "not distinct". */
const SAME = (one: string, other: string) =>
  `${one}.role = ${other}.role and (${one}.organisation_id = ${other}.organisation_id or ${one}.jurisdiction = ${other}.jurisdiction)
     and ${one}.organisation_id is not distinct from ${other}.organisation_id
     and ${one}.jurisdiction is not distinct from ${other}.jurisdiction`;

const ACTS_FOR_PLATFORM = `exists (select from identity.role_grant of_platform
    where of_platform.person_id = held.person_id and of_platform.role in (${OF_PLATFORM}) and ${STANDS('of_platform')})`;

const HELD = `
  select held.id, held.person_id, person.display_name as name, held.role, held.organisation_id,
         organisation.name_zh as organisation_name, held.jurisdiction, region.name as region_name, held.until,
         to_char((held.until at time zone 'Asia/Shanghai') - interval '1 day', 'YYYY-MM-DD') as last_day,
         replaced.display_name as deputy_for, ending.proposed_by as ending_by,
         proposer.display_name as ending_by_name, ending.proposed_at as ending_at, ending.reason as ending_reason,
         exists (select from identity.totp_secret factor where factor.person_id = held.person_id) as has_factor,
         ${ACTS_FOR_PLATFORM} as of_platform,
         removal.proposed_by as removal_by, asker.display_name as removal_by_name, removal.proposed_at as removal_at,
         removal.reason as removal_reason,
         coalesce(removal.proposed_at <= platform.business_now() - interval '1 day', false) as removal_waited,
         exists (select from identity.session shown
                  where shown.person_id = held.person_id and shown.second_factor_at > removal.proposed_at) as factor_shown,
         case when held.role = any ($2::text[]) then (
           select json_agg(json_build_object('id', fellow.id, 'personId', fellow.person_id, 'role', fellow.role, 'until', fellow.until)
                           order by fellow.id)
             from identity.role_grant fellow join identity.person there on there.id = fellow.person_id and there.disabled_at is null
            where ${STANDS('fellow')} and ${SAME('fellow', 'held')}) else '[]' end as team
    from identity.role_grant held
    join identity.person on person.id = held.person_id and person.disabled_at is null
    left join (identity.role_ending ending
               join identity.person proposer on proposer.id = ending.proposed_by and proposer.disabled_at is null)
      on ending.grant_id = held.id and ending.decided_at is null
     and ${OF_AN_OPERATOR('ending')}
    left join (identity.factor_removal removal
               join identity.person asker on asker.id = removal.proposed_by and asker.disabled_at is null)
      on removal.person_id = held.person_id and removal.decided_at is null
     and removal.proposed_at > platform.business_now() - interval '7 days' and ${OF_AN_OPERATOR('removal')}
    left join identity.person replaced on replaced.id = held.deputy_for
    left join registry.organisation_v organisation on organisation.id = held.organisation_id
    left join registry.region_v region on region.code = rpad(held.jurisdiction, 6, '0')
   where ${STANDS('held')}`;

/** $1 the reader, whose own teams they are where $3 is not said; $2 roles of teams. */
const SEEN = `($3::boolean or held.id in (
    select fellow.id from identity.role_grant own join identity.role_grant fellow on ${SAME('fellow', 'own')}
     where own.person_id = $1 and own.role = any ($2::text[]) and ${STANDS('own')} and fellow.ended_at is null))`;

/** $4 roles, $5 a pattern of names or null, $6 the last of the page before, $7 rows, $8 only those about whom $1 is the second to decide. */
export const peoplePage = statement<HeldRow>(
  'identity.people_page',
  `${HELD} and ${SEEN} and held.role = any ($4::text[])
      and ($5::text is null or person.display_name ilike $5) and ($6::uuid is null or held.id > $6)
      and (not $8::boolean or held.id in (select grant_id from identity.waiting_v where not $1 = any (not_for)))
    order by held.id limit $7`,
);

export const heldSeen = statement<HeldRow>('identity.held_seen', `${HELD} and ${SEEN} and held.id = $4`);

/** All of the team of a grant ($1), so that two who leave at once do not both. */
export const lockTeam = statement<{ id: string }>(
  'identity.lock_team',
  `select fellow.id from identity.role_grant fellow join identity.role_grant held on held.id = $1
    where fellow.ended_at is null and ${SAME('fellow', 'held')} order by fellow.id for update of fellow`,
);

/** A grant to somebody new; $6 the last day, or null. */
export const insertHeld = statement<{ id: string }>(
  'identity.insert_held',
  `insert into identity.role_grant (person_id, role, organisation_id, jurisdiction, granted_at, granted_by, until, deputy_for)
   values ($1, $2, $3, $4, $5, $8, ($6::date + 1)::timestamp at time zone 'Asia/Shanghai', $7) returning id`,
);

export const endHeld = statement<{ id: string }>(
  'identity.end_held',
  'update identity.role_grant set ended_at = $2, ended_by = $3 where id = $1 and ended_at is null returning id',
);

export const makeLasting = statement<{ id: string }>(
  'identity.make_lasting',
  'update identity.role_grant set until = null, deputy_for = null where id = $1 and ended_at is null returning id',
);

/** Who has no second factor yet does nothing in a role that wants one. */
const CAN_ACT = `exists (select from identity.totp_secret factor where factor.person_id = held.person_id)`;

/** How many different people act as each of the roles $1, which want a second factor; those who must not sign in are nobody. */
export const countPeople = statement<{ role: string; people: number }>(
  'identity.count_people',
  `select held.role, count(distinct held.person_id)::integer as people
     from identity.role_grant held join identity.person on person.id = held.person_id and person.disabled_at is null
    where held.role = any ($1::text[]) and ${STANDS('held')} and ${CAN_ACT} group by held.role`,
);

/** All who are operators, held until the end: of two ends at once the second sees what the first left. Not all of them can act yet. */
export const lockOperators = statement<{ person_id: string; can_act: boolean }>(
  'identity.lock_operators',
  `select held.person_id, person.disabled_at is null and ${CAN_ACT} as can_act
     from identity.role_grant held join identity.person on person.id = held.person_id
    where held.role = 'operator' and ${STANDS('held')} order by held.id for update of held`,
);

export const proposeEnding = statement(
  'identity.propose_ending',
  'insert into identity.role_ending (grant_id, reason, proposed_by, proposed_at) values ($1, $2, $3, $4)',
);

/** What somebody proposed who has left since is taken back by whoever proposes anew. */
export const dropEnding = statement(
  'identity.drop_ending',
  `update identity.role_ending set outcome = 'withdrawn', decided_by = $2, decided_at = $3
    where grant_id = $1 and decided_at is null`,
);

/** Withdrawn by another than who proposed it, it was refused. */
export const decideEnding = statement<{ reason: string }>(
  'identity.decide_ending',
  `update identity.role_ending set outcome = $2, decided_by = $3, decided_at = $4
    where grant_id = $1 and decided_at is null returning reason`,
);

/** Who is an operator now. */
export const operatorsNow = statement<{ person_id: string }>(
  'identity.operators_now',
  `select distinct held.person_id from identity.role_grant held
    join identity.person on person.id = held.person_id and person.disabled_at is null
   where held.role = 'operator' and ${STANDS('held')}`,
);

export const namesOf = statement<{ id: string; name: string }>(
  'identity.names_of',
  'select id, display_name as name from identity.person where id = any ($1::uuid[])',
);

/** Of those who proposed something ($1) at a time ($2) the places of those who were operators then and still are. */
export const byStandingOperators = statement<{ at: number }>(
  'identity.by_standing_operators',
  `select (proposal.place - 1)::integer as at
     from unnest($1::uuid[], $2::timestamptz[]) with ordinality as proposal (proposed_by, proposed_at, place)
     join identity.person on person.id = proposal.proposed_by and person.disabled_at is null
    where ${OF_AN_OPERATOR('proposal')}`,
);
