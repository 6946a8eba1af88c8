import { statement } from '@xihuo/platform';

/** Days of one year for which land was let under one version of an agreement, as far as they are over and nothing is owed for them. */
export interface RentRow {
  agreement_id: string;
  supplier_id: string;
  household_id: string;
  display_name: string;
  village: string;
  land_mu_hundredths: number;
  rent_fen_per_mu: bigint;
  /** The first day of the year on which it binds. */
  first_day: string;
  /** Null where nothing is left to owe. */
  from_day: string | null;
  to_day: string | null;
  /** What is owed already for other days of that year, and no pool has set aside. */
  unpooled_fen: bigint;
}

const LETTING = `agreement.kind = 'dividend' and agreement.land_mu_hundredths is not null and agreement.rent_fen_per_mu is not null
  and agreement.state in ('signed', 'inForce', 'ended', 'superseded') and not isempty(agreement.bound)`;

/** Agreement by agreement and year by year up to the day $1. */
const YEARS = `
     from benefit.agreement join registry.household_v household on household.id = agreement.household_id
    cross join lateral generate_series(extract(year from lower(agreement.bound))::int,
                                       extract(year from least(upper(agreement.bound) - 1, $1::date))::int) as of (year)
    cross join lateral (select greatest(lower(agreement.bound), make_date(of.year, 1, 1)) as first_day,
                               least(upper(agreement.bound) - 1, make_date(of.year, 12, 31)) as last_day) term
    cross join lateral (select coalesce(max(upper(rent.let)), term.first_day) as from_day,
                               coalesce(sum(rent.amount_fen) filter (where rent.pool_id is null), 0)::bigint as unpooled_fen
                          from benefit.rent where rent.agreement_id = agreement.id
                           and rent.let && daterange(term.first_day, term.last_day, '[]')) known
    where ${LETTING} and term.first_day <= $1::date`;

/** Agreements with a year, or a term, that is over on the day $1 and not owed whole; held in id order. $2 at most. */
export const holdLettingDue = statement<{ id: string }>(
  'benefit.hold_letting_due',
  `select id from benefit.agreement where id in (
     select agreement.id ${YEARS} and term.last_day <= $1::date and known.from_day <= term.last_day)
   order by id limit $2 for update`,
);

/** All land let to a supplier, held in id order. */
export const holdLettingOf = statement<{ id: string }>(
  'benefit.hold_letting_of',
  `select id from benefit.agreement where supplier_id = $1 and ${LETTING} order by id for update`,
);

const ROW = `agreement.id as agreement_id, agreement.supplier_id, agreement.household_id, household.display_name, household.village,
          agreement.land_mu_hundredths, agreement.rent_fen_per_mu, term.first_day::text,
          case when known.from_day <= least(term.last_day, $1::date) then known.from_day::text end as from_day,
          least(term.last_day, $1::date)::text as to_day, known.unpooled_fen`;

/** Of agreements that are held ($2): their years that are over on the day $1. */
export const rentsOver = statement<RentRow>(
  'benefit.rents_over',
  `select ${ROW} ${YEARS}
      and agreement.id = any ($2::uuid[]) and term.last_day <= $1::date and known.from_day <= term.last_day
    order by agreement.id, of.year`,
);

/** What a supplier ($2) owes for the year $3, as far as it is over on the day $1. */
export const rentsOfYear = statement<RentRow>(
  'benefit.rents_of_year',
  `select ${ROW} ${YEARS}
      and agreement.supplier_id = $2 and of.year = $3
    order by household.village, household.display_name, agreement.id`,
);

/** Writes for which days rents are owed; a day that stands already is refused by the database. */
export const insertRents = statement<{ id: string; agreement_id: string; from_day: string }>(
  'benefit.insert_rents',
  `insert into benefit.rent (agreement_id, let, amount_fen)
   select agreement_id, daterange(from_day, to_day, '[]'), amount_fen
     from jsonb_to_recordset($1::jsonb) as item (agreement_id uuid, from_day date, to_day date, amount_fen bigint)
   returning id, agreement_id, lower(let)::text as from_day`,
);

/** The rents of a year ($3) that no pool has set aside are set aside by the pool $1 of the supplier $2. */
export const setAside = statement(
  'benefit.set_rents_aside',
  `update benefit.rent set pool_id = $1 from benefit.agreement
    where agreement.id = rent.agreement_id and agreement.supplier_id = $2 and rent.pool_id is null
      and rent.let <@ daterange(make_date($3, 1, 1), make_date($3, 12, 31), '[]')`,
);
