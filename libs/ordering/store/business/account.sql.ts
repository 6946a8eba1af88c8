import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { DELIVERABLE } from '../place.sql';
import { REGION_NAME } from '../region-name.sql';
import { GIVEN_BACK } from './receivable.sql';

export interface MemberRow {
  organisation_id: string;
  person_id: string;
  duties: machines.buying.Duty[];
  limit_fen: bigint;
  approval_level: number | null;
}

/** What a person may do for an organisation; only as long as the grant to act for it stands. */
export const memberOf = statement<MemberRow>(
  'ordering.business_member_of',
  `select member.organisation_id, member.person_id, member.duties, member.limit_fen, member.approval_level
     from ordering.business_member member
    where member.organisation_id = $1 and member.person_id = $2
      and exists (select from identity.role_grant_v held where held.person_id = $2 and held.role = 'businessBuyer'
                     and held.organisation_id = $1)`,
);

export interface AccountRow {
  organisation_id: string;
  name_zh: string;
  uscc: string | null;
  payer_kind: machines.buying.PayerKind;
  payment: machines.buying.PurchasePayment;
  term_days: number | null;
  contract_reference: string | null;
  credit_limit_fen: bigint;
  /** Fen as digits. */
  approval_from_fen: string[];
  owed_fen: bigint;
  under_way_fen: bigint;
  credit_fen: bigint;
}

/** What an `organisation` has accepted and not paid, and has ordered on terms and not accepted. */
export const OWED = `
         (select coalesce(sum(open_fen), 0)::bigint from ordering.receivable owed
           where owed.organisation_id = organisation.id and owed.open_fen > 0) as owed_fen,
         (select coalesce(sum(part.amount_fen - back.fen), 0)::bigint
            from ordering.customer_order placed join ordering.supplier_order part on part.order_id = placed.id
           cross join lateral (select ${GIVEN_BACK} as fen) back
           where placed.organisation_id = organisation.id and placed.state = 'onTerms'
             and part.state in ('toShip', 'shipped')) as under_way_fen`;

const ACCOUNT = `
  select account.organisation_id, organisation.name_zh, organisation.uscc, account.payer_kind, account.payment, account.term_days,
         account.contract_reference, account.credit_limit_fen, account.approval_from_fen::text[] as approval_from_fen, ${OWED},
         (select coalesce(sum(balance.balance_fen), 0)::bigint
            from ledger.account_v held join ledger.balance_v balance on balance.account_id = held.id
           where held.code = 'buyerCredit' and held.owner_id = account.organisation_id) as credit_fen
    from ordering.business_account account
    join registry.organisation_v organisation on organisation.id = account.organisation_id`;

export const accountOf = statement<AccountRow>(
  'ordering.business_account_of',
  `${ACCOUNT} where account.organisation_id = $1`,
);

/** The accounts a person acts for. */
export const accountsOf = statement<AccountRow>(
  'ordering.business_accounts_of',
  `${ACCOUNT} join ordering.business_member me on me.organisation_id = account.organisation_id and me.person_id = $1
    where exists (select from identity.role_grant_v held where held.person_id = $1 and held.role = 'businessBuyer'
                     and held.organisation_id = account.organisation_id)
    order by organisation.name_zh`,
);

/**
 * Held by whoever draws on its credit, settles its debts or uses its money: one after the other. Whoever has written something that
 * names the account, as a purchase order does, waits here for no other that has.
 */
export const lockAccounts = statement(
  'ordering.lock_business_accounts',
  `select organisation_id from ordering.business_account where organisation_id = any ($1::uuid[])
    order by organisation_id for no key update`,
);

export const membersOf = statement<MemberRow & { name: string }>(
  'ordering.business_members_of',
  `select member.organisation_id, member.person_id, member.duties, member.limit_fen, member.approval_level,
          person.display_name as name
     from ordering.business_member member join identity.person_v person on person.id = member.person_id
    where member.organisation_id = any ($1::uuid[]) order by person.display_name, member.person_id`,
);

export interface SiteRow {
  id: string;
  organisation_id: string;
  name: string;
  region_code: string;
  region_name: string;
  sealed: Buffer;
  masked: { address: string; name: string; phone: string };
  storage: string[];
  receiving_hours: string;
}

const SITE = `
  select site.id, site.organisation_id, site.name, site.region_code, ${REGION_NAME} as region_name, site.sealed, site.masked,
         site.storage, site.receiving_hours
    from ordering.delivery_site site
    join registry.region_v region on region.code = site.region_code
    left join registry.region_v city on city.code = region.parent_code`;

export const sitesOf = statement<SiteRow>(
  'ordering.delivery_sites_of',
  `${SITE} where site.organisation_id = any ($1::uuid[]) and site.closed_at is null order by site.id`,
);

/** A site of this organisation; also a closed one where an order goes there already. */
export const siteOf = statement<SiteRow & { closed: boolean }>(
  'ordering.delivery_site_of',
  `select open.*, site.closed_at is not null as closed from (${SITE}) open join ordering.delivery_site site using (id)
    where open.id = $1 and open.organisation_id = $2`,
);

export const insertSite = statement<{ id: string }>(
  'ordering.insert_delivery_site',
  `insert into ordering.delivery_site (id, organisation_id, name, region_code, sealed, masked, storage, receiving_hours)
   select $1, $2, $3, region.code, $5, $6::jsonb, $7::text[], $8 from registry.region_v region
    where region.code = $4 and ${DELIVERABLE}
   returning id`,
);

export const closeSite = statement<{ id: string }>(
  'ordering.close_delivery_site',
  `update ordering.delivery_site set closed_at = $3 where id = $1 and organisation_id = $2 and closed_at is null returning id`,
);

export const putMember = statement<{ person_id: string }>(
  'ordering.put_business_member',
  `insert into ordering.business_member (organisation_id, person_id, duties, limit_fen, approval_level, updated_at)
   select $1, $2, $3::text[], $4::bigint, $5::smallint, $6
    where exists (select from identity.role_grant_v held where held.person_id = $2 and held.role = 'businessBuyer'
                     and held.organisation_id = $1)
   on conflict (organisation_id, person_id) do update
     set duties = excluded.duties, limit_fen = excluded.limit_fen, approval_level = excluded.approval_level,
         updated_at = excluded.updated_at
   returning person_id`,
);

export const setChain = statement<{ organisation_id: string }>(
  'ordering.set_approval_chain',
  `update ordering.business_account set approval_from_fen = $2::bigint[], updated_at = $3 where organisation_id = $1
   returning organisation_id`,
);

export const organisationNamed = statement<{ name_zh: string }>(
  'ordering.organisation_named',
  'select name_zh from registry.organisation_v where id = $1',
);
