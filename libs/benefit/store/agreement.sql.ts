import type { machines, ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';
import { MINE, OF_PARTIES, PARTIES, type PartiesRow } from './parties.sql';

type View = ResponseOf<'GET /benefit/agreements/{id}'>;

/** The terms as columns; of each kind only its own are filled. Fen, grams, basis points. */
export interface TermColumns {
  kind: View['kind'];
  product_id: string | null;
  floor_price_fen_per_kg: bigint | null;
  premium_fen_per_kg: bigint;
  contracted_grams: bigint | null;
  priority: number;
  cap_grams_per_year: bigint | null;
  cap_grams_per_lot: bigint | null;
  rebate_bp: number;
  daily_wage_fen: bigint | null;
  piece_rate_fen: bigint | null;
  piece_name: string | null;
  work_days_per_year: number | null;
  shares: number | null;
  land_mu_hundredths: number | null;
  rent_fen_per_mu: bigint | null;
  effective_from: string;
  effective_to: string | null;
}

export interface AgreementRow extends PartiesRow, TermColumns {
  id: string;
  row_version: number;
  series_id: string;
  number: string;
  edition: number;
  state: machines.AgreementState;
  county_code: string;
  product_name: string | null;
  delivered_grams: bigint;
  /** Days worked this year that count. */
  worked_days: number;
  words: Pick<View['words'], 'title' | 'sentences'> | null;
  words_hash: string | null;
  offered_at: Date | null;
  offered_by_name: string | null;
  signed_at: Date | null;
  signed_way: NonNullable<View['signing']>['way'] | null;
  witness_name: string | null;
  witness_role: NonNullable<NonNullable<View['signing']>['witness']>['role'] | null;
  witness_paper_id: string | null;
  witnessed_on: string | null;
  supersedes: string | null;
  superseded_by: string | null;
  /** A next version is drawn up or waits for a signature. */
  next_open: boolean;
  end_reason: string | null;
  ended_by: View['endedBy'];
  decline_reason: string | null;
  versions: View['versions'];
  phones: number;
}

const TERMS = ['product_id', 'floor_price_fen_per_kg', 'premium_fen_per_kg', 'contracted_grams', 'priority']
  .concat(['cap_grams_per_year', 'cap_grams_per_lot', 'rebate_bp', 'daily_wage_fen', 'piece_rate_fen', 'piece_name'])
  .concat(['work_days_per_year', 'shares', 'land_mu_hundredths', 'rent_fen_per_mu', 'effective_from', 'effective_to']);
const TERM_TYPES: Readonly<Record<string, string>> = {
  ...{ product_id: 'uuid', piece_name: 'text', effective_from: 'date', effective_to: 'date', priority: 'smallint' },
  ...{ rebate_bp: 'integer', work_days_per_year: 'integer', shares: 'integer', land_mu_hundredths: 'integer' },
};
const typed = (names: readonly string[]) => names.map((name) => `${name} ${TERM_TYPES[name] ?? 'bigint'}`).join(', ');

const SELECT = `
  select agreement.id, agreement.row_version, agreement.series_id, agreement.number, agreement.version as edition, agreement.kind,
         agreement.state, ${PARTIES('agreement')}, supplier.county_code, product.name_zh as product_name,
         ${TERMS.map((name) => `agreement.${name}`).join(', ')}, agreement.delivered_grams, coalesce(worked.days, 0)::int as worked_days,
         agreement.words, agreement.words_hash, agreement.offered_at, clerk.display_name as offered_by_name, agreement.signed_at,
         agreement.signed_way, agreement.witness_name, agreement.witness_role, agreement.witness_paper_id, agreement.witnessed_on,
         agreement.supersedes, series.superseded_by, coalesce(series.next_open, false) as next_open, agreement.end_reason, agreement.ended_by,
         agreement.decline_reason, series.versions, phone.phones
    from benefit.agreement
    ${OF_PARTIES('agreement')}
    left join catalogue.product_v product on product.id = agreement.product_id
    left join identity.person_v clerk on clerk.id = agreement.offered_by
   cross join lateral (select (platform.business_now() at time zone 'Asia/Shanghai')::date as day) today
    left join lateral (
      select sum(work.days) as days from benefit.work_record work
       where agreement.kind = 'employment' and work.agreement_id = agreement.id and work.state in ('confirmed', 'uncontested')
         and work.worked_on >= date_trunc('year', today.day)::date) worked on true
   cross join lateral (
      select (array_agg(other.id) filter (where other.supersedes = agreement.id and other.state in ('signed', 'inForce', 'ended', 'superseded')))[1] as superseded_by,
             bool_or(other.state in ('draft', 'offered') and other.id <> agreement.id) as next_open,
             jsonb_agg(jsonb_build_object('id', other.id, 'edition', other.version, 'state', other.state,
               'effectiveFrom', other.effective_from) order by other.version) as versions
        from benefit.agreement other where other.series_id = agreement.series_id) series
   cross join lateral (
      select count(distinct person_id)::int as phones from identity.role_grant_v
       where role = 'farmer' and household_id = agreement.household_id) phone`;

/** What was never offered is the supplier's own affair: the household sees nothing of it. */
const SHOWN = `(${MINE('agreement')} and (agreement.state not in ('draft', 'withdrawn') or agreement.offered_at is not null
  or agreement.supplier_id = any ($1::uuid[]) or supplier.county_code like any ($2::text[])))`;

export const agreementsOf = statement<AgreementRow>(
  'benefit.agreements_of',
  `${SELECT} where ${SHOWN} and ($4::uuid is null or agreement.supplier_id = $4) and ($5::uuid is null or agreement.household_id = $5)
      and ($6::uuid is null or agreement.product_id = $6) and ($7::text is null or agreement.kind = $7)
      and ($8::text is null or agreement.state = $8) and ($9::uuid is null or agreement.id < $9)
    order by agreement.id desc limit $10`,
);

/** The household's own: what waits for a signature first, then what binds, then what is over. */
export const ownAgreements = statement<AgreementRow>(
  'benefit.own_agreements',
  `${SELECT} where ${SHOWN}
    order by array_position(array['offered', 'inForce', 'signed'], agreement.state), agreement.id desc limit 200`,
);

export const agreementOf = statement<AgreementRow>(
  'benefit.agreement_of',
  `${SELECT} where ${SHOWN} and agreement.id = $4`,
);

/** Agreements by their ids, in their order; the rows are held, what is joined is only read. */
export const lockAgreements = statement<AgreementRow>(
  'benefit.lock_agreements',
  `${SELECT} where agreement.id = any ($1::uuid[]) order by agreement.id for update of agreement`,
);

/** Holds one that somebody may change, and what it takes the place of, in the order of ids. */
export const holdSeries = statement<{ id: string; supersedes: string | null }>(
  'benefit.hold_series',
  `select agreement.id, agreement.supersedes from benefit.agreement
    where agreement.series_id = (select wanted.series_id from benefit.agreement wanted
            join registry.organisation_v supplier on supplier.id = wanted.supplier_id
           where wanted.id = $4 and ${MINE('wanted')})
    order by agreement.id for update of agreement`,
);

export interface DraftFacts {
  id: string;
  county_code: string;
  linked: boolean;
  own_product: boolean;
  product_name: string | null;
}

/** What an agreement may be drawn up between: who is linked to whom, and whose product it is. */
export const draftFacts = statement<DraftFacts>(
  'benefit.draft_facts',
  `select item.id, supplier.county_code, household.id is not null as linked,
          item.product_id is null or exists (select from catalogue.sku_v sku
            where sku.supplier_id = item.supplier_id and sku.product_id = item.product_id) as own_product,
          (select name_zh from catalogue.product_v product where product.id = item.product_id) as product_name
     from jsonb_to_recordset($1::jsonb) as item (id uuid, supplier_id uuid, household_id uuid, product_id uuid)
     join registry.organisation_v supplier on supplier.id = item.supplier_id
     left join registry.household_v household on household.id = item.household_id and household.supplier_id = item.supplier_id`,
);

export const insertDrafts = statement<{ id: string }>(
  'benefit.insert_drafts',
  `insert into benefit.agreement (id, first_id, version, supersedes, supplier_id, household_id, kind, ${TERMS.join(', ')}, state, drawn_by, drawn_at)
   select item.id, item.first_id,
          coalesce((select max(known.version) from benefit.agreement known where known.series_id = item.first_id), 0) + 1,
          item.supersedes, item.supplier_id, item.household_id, item.kind, ${TERMS.map((name) => `item.${name}`).join(', ')}, 'draft', $2, $3
     from jsonb_to_recordset($1::jsonb) as item (id uuid, first_id uuid, supersedes uuid, supplier_id uuid, household_id uuid, kind text,
          ${typed(TERMS)})
   returning id`,
);

export const rewriteDraft = statement(
  'benefit.rewrite_draft',
  `update benefit.agreement set row_version = row_version + 1, kind = item.kind, ${TERMS.map((name) => `${name} = item.${name}`).join(', ')},
          drawn_by = $3, drawn_at = $4
     from jsonb_to_record($2::jsonb) as item (kind text, ${typed(TERMS)})
    where agreement.id = $1`,
);

/** Signed, or binding on days of the same priority: of others than the series itself. */
export const overlapping = statement<{ id: string; number: string }>(
  'benefit.overlapping',
  `select known.id, known.number from benefit.agreement mine
     join benefit.agreement known on known.supplier_id = mine.supplier_id and known.household_id = mine.household_id
      and known.kind = mine.kind and known.product_id is not distinct from mine.product_id and known.priority = mine.priority
      and known.series_id <> mine.series_id and known.state in ('signed', 'inForce', 'ended', 'superseded')
      and known.bound && mine.bound
    where mine.id = any ($1::uuid[]) order by known.id limit 1`,
);

/**
 * The last day from the first one of next versions on that has facts under another version of the same agreement: deliveries that
 * are bought, work that was written down and stands, days whose rent is owed.
 */
export const daysTaken = statement<{ number: string; last_day: string }>(
  'benefit.days_taken',
  `select mine.number, max(fact.day) as last_day
     from benefit.agreement mine
     join benefit.agreement known on known.series_id = mine.series_id and known.id <> mine.id
    cross join lateral (
      select delivered_on as day from benefit.coverage
       where coverage.agreement_id = known.id and counts and delivered_on >= mine.effective_from
      union all
      select worked_on from benefit.work_record work
       where work.agreement_id = known.id and work.state not in ('corrected', 'withdrawn') and worked_on >= mine.effective_from
      union all
      select upper(let) - 1 from benefit.rent
       where rent.agreement_id = known.id and upper(let) > mine.effective_from) fact
    where mine.id = any ($1::uuid[]) and mine.supersedes is not null
    group by mine.id, mine.number order by mine.id limit 1`,
);

export const setOffered = statement(
  'benefit.set_offered',
  `update benefit.agreement set state = 'offered', row_version = row_version + 1, words = item.words, words_hash = item.hash,
          offered_by = $2, offered_at = $3
     from jsonb_to_recordset($1::jsonb) as item (id uuid, words jsonb, hash text) where agreement.id = item.id`,
);

/** What was signed binds from its first day; before it, it only waits. $9 today. */
export const setSigned = statement(
  'benefit.set_signed',
  `update benefit.agreement set state = case when effective_from <= $9::date then 'inForce' else 'signed' end,
          row_version = row_version + 1, signed_at = $2, signed_by = $3, signed_way = $4, witness_name = $5, witness_role = $6,
          witness_paper_id = item.paper_id, witnessed_on = $8::date
     from unnest($1::uuid[], $7::uuid[]) as item (id, paper_id) where agreement.id = item.id`,
);

/** The version before binds until the day before the first of the new one; where none is left, it is over at once. */
export const cutShort = statement(
  'benefit.cut_short',
  `update benefit.agreement set row_version = row_version + 1,
          effective_to = case when effective_to < next.day then effective_to else next.day - 1 end,
          state = case when next.day <= $3::date or effective_from >= next.day then 'superseded' else state end
     from unnest($1::uuid[], $2::date[]) as next (old_id, day)
    where id = next.old_id and state in ('signed', 'inForce')`,
);

export const setEnding = statement(
  'benefit.set_ending',
  `update benefit.agreement set row_version = row_version + 1, end_reason = $3, ended_by = $4,
          effective_to = least(coalesce(effective_to, $2::date), $2::date),
          state = case when effective_from > $2::date then 'ended' else state end
    where id = $1`,
);

export const setDeclined = statement(
  'benefit.set_declined',
  `update benefit.agreement set state = 'declined', row_version = row_version + 1, decline_reason = $2 where id = $1`,
);

export const setWithdrawn = statement(
  'benefit.set_withdrawn',
  `update benefit.agreement set state = 'withdrawn', row_version = row_version + 1, withdraw_reason = $2 where id = $1`,
);

/** Versions whose first day has come. $1 today. */
export const beginDue = statement<{ id: string }>(
  'benefit.begin_due',
  `update benefit.agreement set state = 'inForce', row_version = row_version + 1
    where id = any(array(select id from benefit.agreement where state = 'signed' and effective_from <= $1::date order by id limit $2 for update skip locked))
   returning id`,
);

/** Versions whose last day is over: superseded where the next one was signed, ended where not. $1 today. */
export const endDue = statement<{ id: string; state: 'ended' | 'superseded' }>(
  'benefit.end_due',
  `update benefit.agreement set row_version = row_version + 1,
          state = case when exists (select from benefit.agreement next where next.series_id = agreement.series_id and next.supersedes = agreement.id
                         and next.state in ('signed', 'inForce', 'ended', 'superseded')) then 'superseded' else 'ended' end
    where id = any(array(select id from benefit.agreement where state = 'inForce' and effective_to < $1::date order by id limit $2 for update skip locked))
   returning id, state`,
);
