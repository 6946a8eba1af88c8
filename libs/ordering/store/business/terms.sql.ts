import type { machines } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { OWED } from './account.sql';

/** Kinds of organisations that buy. */
const BUYING = `('supermarket', 'chain', 'canteen', 'institution')`;

export const organisationForTerms = statement<{ id: string; uscc: string | null }>(
  'ordering.organisation_for_terms',
  `select id, uscc from registry.organisation_v where id = $1 and kind in ${BUYING}`,
);

/** Whether a person acts for an organisation. */
export const actsFor = statement<{ person_id: string }>(
  'ordering.acts_for_organisation',
  `select held.person_id from identity.role_grant_v held
    where held.person_id = $1 and held.organisation_id = $2 and held.role = 'businessBuyer' limit 1`,
);

/** Writes the terms and that they were given: $1..$6 the terms, $7 now, $8 why, $9 by whom or null. */
export const giveTerms = statement<{ organisation_id: string }>(
  'ordering.give_business_terms',
  `with account as (
     insert into ordering.business_account
       (organisation_id, payer_kind, payment, term_days, contract_reference, credit_limit_fen, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (organisation_id) do update
       set payer_kind = excluded.payer_kind, payment = excluded.payment, term_days = excluded.term_days,
           contract_reference = excluded.contract_reference, credit_limit_fen = excluded.credit_limit_fen,
           updated_at = excluded.updated_at
     returning organisation_id
   )
   insert into ordering.business_terms
     (organisation_id, payer_kind, payment, term_days, contract_reference, credit_limit_fen, reason, set_by, set_at)
   select organisation_id, $2, $3, $4, $5, $6, $8, $9, $7 from account returning organisation_id`,
);

/** One, and one more with every change of its terms: each is a row, and none is written over. */
const VERSION = `
         (select count(*)::integer + 1 from ordering.business_terms given where given.organisation_id = organisation.id)`;

export const termsVersion = statement<{ version: number }>(
  'ordering.business_terms_version',
  `select ${VERSION} as version from registry.organisation_v organisation where organisation.id = $1`,
);

export interface TermsHolderRow {
  id: string;
  version: number;
  name_zh: string;
  uscc: string | null;
  /** Null where it has no terms yet, as the fields below. */
  payer_kind: machines.buying.PayerKind | null;
  payment: machines.buying.PurchasePayment | null;
  term_days: number | null;
  contract_reference: string | null;
  credit_limit_fen: bigint | null;
  owed_fen: bigint;
  under_way_fen: bigint;
  late_fen: bigint;
}

const HOLDER = `
  select organisation.id, ${VERSION} as version, organisation.name_zh, organisation.uscc, account.payer_kind, account.payment, account.term_days,
         account.contract_reference, account.credit_limit_fen, ${OWED},
         (select coalesce(sum(open_fen), 0)::bigint from ordering.receivable owed
           where owed.organisation_id = organisation.id and owed.open_fen > 0 and owed.due_on < $1::date) as late_fen
    from registry.organisation_v organisation
    left join ordering.business_account account on account.organisation_id = organisation.id
   where organisation.kind in ${BUYING}`;

/** $1 today, $2 what the name holds or null, $3 the last of the page before or null, $4 how many. */
export const termsHolders = statement<TermsHolderRow>(
  'ordering.business_terms_holders',
  `${HOLDER} and ($2::text is null or position($2 in organisation.name_zh) > 0) and ($3::uuid is null or organisation.id > $3)
   order by organisation.id limit $4`,
);

export const termsHolder = statement<TermsHolderRow>(
  'ordering.business_terms_holder',
  `${HOLDER} and organisation.id = $2`,
);

export interface GivenTermsRow {
  id: string;
  payer_kind: machines.buying.PayerKind;
  payment: machines.buying.PurchasePayment;
  term_days: number | null;
  contract_reference: string | null;
  credit_limit_fen: bigint;
  reason: string;
  set_by_name: string | null;
  set_at: Date;
}

export const termsGiven = statement<GivenTermsRow>(
  'ordering.business_terms_given',
  `select given.id, given.payer_kind, given.payment, given.term_days, given.contract_reference, given.credit_limit_fen, given.reason,
          person.display_name as set_by_name, given.set_at
     from ordering.business_terms given left join identity.person_v person on person.id = given.set_by
    where given.organisation_id = $1 order by given.id desc limit 100`,
);
