import { statement } from '@xihuo/platform';
import type { Role } from '@xihuo/contract';
import { OF_AN_OPERATOR, OF_PLATFORM, STANDS } from './stands';

export interface OfferRow {
  id: string;
  person_id: string | null;
  name: string;
  phone_index: Buffer | null;
  phone_sealed: Buffer | null;
  role: Role;
  jurisdiction: string | null;
  region_name: string | null;
  reason: string;
  proposed_by: string;
  proposed_by_name: string;
  proposed_at: Date;
  decided_by: string | null;
}

const OFFERS = `
  select offer.id, offer.person_id, coalesce(person.display_name, offer.display_name) as name, offer.phone_index, offer.phone_sealed,
         offer.role, offer.jurisdiction, region.name as region_name, offer.reason, offer.proposed_by,
         proposer.display_name as proposed_by_name, offer.proposed_at, offer.decided_by
    from identity.role_offer offer
    join identity.person proposer on proposer.id = offer.proposed_by
    left join identity.person on person.id = offer.person_id
    left join registry.region_v region on region.code = rpad(offer.jurisdiction, 6, '0')`;

/** What an operator proposed who is none any more counts for nothing, nor what nobody decided on in thirty days. */
const OPEN = `offer.decided_at is null and offer.proposed_at > platform.business_now() - interval '30 days' and proposer.disabled_at is null
    and ${OF_AN_OPERATOR('offer')}`;

/**
 * Decided a fortnight ago at most, and no second factor was enrolled yet. Of one that was taken off since no invitation before is good:
 * whoever was shown that one would enrol the next as well. @param decision the name of the table in a statement
 */
const INVITES = (decision: string) => `${decision}.decided_at > platform.business_now() - interval '14 days'
    and not exists (select from identity.totp_secret factor where factor.person_id = ${decision}.person_id)
    and not exists (select from identity.factor_removal later where later.person_id = ${decision}.person_id
                       and later.outcome = 'taken' and later.decided_at > ${decision}.decided_at)`;

/** Its role stands. */
const UNTAKEN = `offer.outcome = 'given' and ${INVITES('offer')}
    and exists (select from identity.role_grant held where held.id = offer.grant_id and ${STANDS('held')})`;

/** Lost factors of people of the platform that were taken off, with the role they had first of those that stand. */
const RENEWALS = `
  select removal.id, removal.person_id, person.display_name as name, null::bytea as phone_index, null::bytea as phone_sealed,
         renewed.role, renewed.jurisdiction, region.name as region_name, removal.reason, removal.proposed_by,
         proposer.display_name as proposed_by_name, removal.proposed_at, removal.decided_by
    from identity.factor_removal removal
    join identity.person proposer on proposer.id = removal.proposed_by
    join identity.person on person.id = removal.person_id
    join lateral (select held.role, held.jurisdiction from identity.role_grant held
                   where held.person_id = removal.person_id and held.role in (${OF_PLATFORM})
                     and held.granted_at <= removal.decided_at and ${STANDS('held')} order by held.id limit 1) renewed on true
    left join registry.region_v region on region.code = rpad(renewed.jurisdiction, 6, '0')
   where removal.outcome = 'taken' and ${INVITES('removal')}`;

/** Those that wait for a decision, and those that wait to be taken. */
export const offersNow = statement<OfferRow>(
  'identity.offers_now',
  `select * from (${OFFERS} where (${OPEN}) or (${UNTAKEN}) union all ${RENEWALS}) waiting order by id desc limit 100`,
);

export const offerOpen = statement<OfferRow>(
  'identity.offer_open',
  `${OFFERS} where offer.id = $1 and ${OPEN} for update of offer`,
);

/** All that somebody ($1) may take. */
export const offersToTake = statement<OfferRow>(
  'identity.offers_to_take',
  `${OFFERS} where offer.person_id = $1 and ${UNTAKEN} union all ${RENEWALS} and removal.person_id = $1 order by id`,
);

export const insertOffer = statement<{ id: string }>(
  'identity.insert_offer',
  `insert into identity.role_offer (id, person_id, display_name, phone_index, phone_sealed, role, jurisdiction, reason, proposed_by, proposed_at)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) returning id`,
);

/** The name and the phone go with the decision: they stand with the person by now, or are nobody's. */
export const decideOffer = statement<{ id: string }>(
  'identity.decide_offer',
  `update identity.role_offer set outcome = $2, decided_by = $3, decided_at = $4, grant_id = $5, person_id = coalesce(person_id, $6),
          display_name = null, phone_index = null, phone_sealed = null
    where id = $1 and decided_at is null returning id`,
);

/** At $1: the name and the phone of somebody new were given for this offer alone. */
export const lapseOffers = statement(
  'identity.lapse_offers',
  `update identity.role_offer set outcome = 'lapsed', decided_at = $1, display_name = null, phone_index = null, phone_sealed = null
    where decided_at is null and proposed_at <= $1::timestamptz - interval '30 days'`,
);

/** What somebody acts as, or whoever else has the same phone: whoever comes in by it is taken for one. $3 roles. */
export const rolesAt = statement<{ role: Role }>(
  'identity.roles_at',
  `select distinct held.role from identity.role_grant held
     join identity.person on person.id = held.person_id and person.disabled_at is null
     left join identity.phone_link link on link.person_id = held.person_id
    where (held.person_id = $1 or link.phone_index = $2
           or link.phone_index = (select phone_index from identity.phone_link where person_id = $1))
      and held.role = any ($3::text[]) and ${STANDS('held')}`,
);

/** Whether a phone ($1) is of somebody who acts in one of the roles $2, or is or was of one of the people $3. */
export const phoneOfColleague = statement<{ person_id: string }>(
  'identity.phone_of_colleague',
  `select link.person_id from identity.phone_link link
     join identity.person on person.id = link.person_id and person.disabled_at is null
     join identity.role_grant held on held.person_id = link.person_id and held.role = any ($2::text[]) and ${STANDS('held')}
    where link.phone_index = $1
   union all
   select person_id from identity.phone_link where phone_index = $1 and person_id = any ($3::uuid[])
   union all
   select person_id from identity.former_phone where phone_index = $1 and person_id = any ($3::uuid[])`,
);

/** Puts a second factor where there is none. */
export const insertTotpSecret = statement<{ person_id: string }>(
  'identity.insert_totp_secret',
  `insert into identity.totp_secret (person_id, secret_sealed, enrolled_at, last_used_step) values ($1, $2, $3, $4)
   on conflict (person_id) do nothing returning person_id`,
);

export const actsSo = statement<{ id: string }>(
  'identity.acts_so',
  `select held.id from identity.role_grant held
    where held.person_id = $1 and held.role = $2 and held.jurisdiction is not distinct from $3 and ${STANDS('held')}`,
);
