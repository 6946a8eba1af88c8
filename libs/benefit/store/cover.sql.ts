import { statement } from '@xihuo/platform';
import { BACK } from './obligation.sql';

export interface DeliveryRow {
  delivery_id: string;
  supplier_id: string;
  household_id: string;
  product_id: string;
  lot_id: string;
  /** What of it is not bought yet. */
  grams: bigint;
  delivered_on: string;
  /** Fen a kilogram that both sides confirmed at the scale; null where the agreement alone says it. */
  price_fen_per_kg: bigint | null;
  /** Of which purchase of it this would be, from 1. */
  part: number;
  /** Stands in the place of another that was confirmed. */
  in_place: boolean;
}

/**
 * Deliveries as they stand, but for what of them is bought already. In this order they are laid under agreements: what was put right
 * takes the room that it made before anything else does.
 */
export const deliveriesToCover = statement<DeliveryRow>(
  'benefit.deliveries_to_cover',
  `select delivery.id as delivery_id, lot.supplier_id, delivery.household_id, lot.product_id, delivery.lot_id,
          delivery.grams - bought.grams as grams, delivery.delivered_on, delivery.price_fen_per_kg, bought.part,
          exists (select from benefit.replaced_delivery where by_id = delivery.id) as in_place
     from trace.delivery_v delivery join trace.lot_v lot on lot.id = delivery.lot_id
    cross join lateral (select coalesce(sum(known.grams), 0)::bigint as grams, (coalesce(max(known.part), 0) + 1)::int as part
                          from benefit.coverage known where known.delivery_id = delivery.id) bought
    where delivery.id = any ($1::uuid[]) and delivery.grams > bought.grams
    order by in_place desc, delivery.id`,
);

export interface CoverRow {
  id: string;
  series_id: string;
  supplier_id: string;
  household_id: string;
  product_id: string;
  priority: number;
  floor_price_fen_per_kg: bigint;
  premium_fen_per_kg: bigint;
  open_grams: bigint;
  cap_grams_per_year: bigint | null;
  cap_grams_per_lot: bigint | null;
  effective_from: string;
  effective_to: string | null;
}

/** Purchase agreements, past and present, of the pairs and products that deliver; locked in id order, so that none is overfilled. */
export const lockCovers = statement<CoverRow>(
  'benefit.lock_covers',
  `select agreement.id, series_id, agreement.supplier_id, agreement.household_id, agreement.product_id, priority,
          floor_price_fen_per_kg, premium_fen_per_kg, contracted_grams - delivered_grams as open_grams, cap_grams_per_year,
          cap_grams_per_lot, effective_from, effective_to
     from benefit.agreement
     join (select distinct * from unnest($1::uuid[], $2::uuid[], $3::uuid[]) pair (supplier_id, household_id, product_id)) pair
       on pair.supplier_id = agreement.supplier_id and pair.household_id = agreement.household_id
      and pair.product_id = agreement.product_id
    where kind = 'contractPurchase' and state in ('signed', 'inForce', 'ended', 'superseded')
    order by agreement.id for update of agreement`,
);

/** The same without a lock: for whoever only asks. */
export const openCovers = statement<CoverRow & { number: string }>(
  'benefit.open_covers',
  `select id, number, series_id, supplier_id, household_id, product_id, priority, floor_price_fen_per_kg, premium_fen_per_kg,
          contracted_grams - delivered_grams as open_grams, cap_grams_per_year, cap_grams_per_lot, effective_from, effective_to
     from benefit.agreement
    where supplier_id = $1 and household_id = $2 and product_id = $3 and kind = 'contractPurchase'
      and state in ('signed', 'inForce', 'ended', 'superseded') and bound @> $4::date
    order by priority, id`,
);

/** Grams bought so far under whole agreements, by year and by lot: asked only of those that have caps. */
export const takenSoFar = statement<{ series_id: string; year: string | null; lot_id: string | null; grams: bigint }>(
  'benefit.taken_so_far',
  `select agreement.series_id, to_char(coverage.delivered_on, 'YYYY') as year, coverage.lot_id, sum(coverage.grams)::bigint as grams
     from benefit.coverage join benefit.agreement on agreement.id = coverage.agreement_id
    where coverage.counts and agreement.series_id = any ($1::uuid[])
    group by grouping sets ((agreement.series_id, to_char(coverage.delivered_on, 'YYYY')), (agreement.series_id, coverage.lot_id))`,
);

/** Keeps which grams of which delivery are bought under which agreement, and counts them against the contract. */
export const keepCoverage = statement(
  'benefit.keep_coverage',
  `with part as (
     select * from jsonb_to_recordset($1::jsonb) as item (delivery_id uuid, agreement_id uuid, lot_id uuid, household_id uuid,
       grams bigint, delivered_on date, part smallint)
   ), kept as (
     insert into benefit.coverage (delivery_id, agreement_id, lot_id, household_id, grams, delivered_on, part)
     select delivery_id, agreement_id, lot_id, household_id, grams, delivered_on, part from part
   )
   update benefit.agreement set delivered_grams = delivered_grams + came.grams
     from (select agreement_id, sum(grams) as grams from part group by agreement_id) came
    where agreement.id = came.agreement_id`,
);

/**
 * Holds the agreements under which deliveries, and all that stands or stood for the same goods, may be bought: whoever owes one of them
 * meanwhile is waited for, or waits and finds what stands then.
 */
export const holdCoversOf = statement<{ id: string }>(
  'benefit.hold_covers_of',
  `select id from benefit.agreement
    where (supplier_id, household_id, product_id) in (
            select lot.supplier_id, known.household_id, lot.product_id
              from trace.confirmed_delivery_v known join trace.lot_v lot on lot.id = known.lot_id
             where known.root_id in (select root_id from trace.confirmed_delivery_v where id = any ($1::uuid[])))
      and kind = 'contractPurchase' and state in ('signed', 'inForce', 'ended', 'superseded')
    order by id for update`,
);

/** What some deliveries stand in the place of counts under no agreement any more. @returns the agreements that have room again */
export const dropCoverage = statement<{ id: string }>(
  'benefit.drop_coverage',
  `with ${BACK}, gone as (
     update benefit.coverage set counts = false where delivery_id in (select id from back) and counts returning agreement_id, grams
   )
   update benefit.agreement set delivered_grams = delivered_grams - went.grams
     from (select agreement_id, sum(grams) as grams from gone group by agreement_id) went
    where agreement.id = went.agreement_id
   returning agreement.id`,
);

export const holdDeliveries = statement(
  'benefit.hold_deliveries',
  `insert into benefit.held_delivery (delivery_id, supplier_id, household_id, product_id, lot_id, grams, delivered_on, why, held_at)
   select delivery_id, supplier_id, household_id, product_id, lot_id, grams, delivered_on, why, $2
     from jsonb_to_recordset($1::jsonb) as item (delivery_id uuid, supplier_id uuid, household_id uuid, product_id uuid,
       lot_id uuid, grams bigint, delivered_on date, why text)
   on conflict (delivery_id) do update set grams = excluded.grams, why = excluded.why
    where (held_delivery.grams, held_delivery.why) is distinct from (excluded.grams, excluded.why)`,
);

/** Held deliveries that newly signed agreements might cover; those of corrected rows are gone from the view and stay behind. */
export const heldOf = statement<{ delivery_id: string }>(
  'benefit.held_of',
  `select held.delivery_id from benefit.held_delivery held
     join trace.delivery_v delivery on delivery.id = held.delivery_id
    where released_at is null and exists (select from benefit.agreement
            where agreement.id = any ($1::uuid[]) and agreement.supplier_id = held.supplier_id
              and agreement.household_id = held.household_id and agreement.product_id = held.product_id)
    order by held.delivery_id for update of held`,
);

/**
 * Agreements that bind what is held for want of one, or have room for what is held for want of that, by contract and caps: each was
 * signed, or had volume come free, while the delivery was looked at, and neither saw the other. What is looked at and held again says
 * why, so that it is not looked at for ever. Locked, but for those that somebody has in hand.
 */
export const coveringHeld = statement<{ id: string }>(
  'benefit.covering_held',
  `with waiting as (
     select agreement.id, held.why, held.grams,
            exists (select from benefit.replaced_delivery where by_id = held.delivery_id) as in_place,
            sum(greatest(least(contracted_grams - delivered_grams, cap_grams_per_year - taken.in_year, cap_grams_per_lot - taken.in_lot), 0))
              over (partition by held.delivery_id) as open_grams
       from benefit.held_delivery held
       join trace.delivery_v delivery on delivery.id = held.delivery_id
       join benefit.agreement on agreement.supplier_id = held.supplier_id and agreement.household_id = held.household_id
        and agreement.product_id = held.product_id and agreement.bound @> held.delivered_on
        and kind = 'contractPurchase' and agreement.state in ('signed', 'inForce', 'ended', 'superseded')
      cross join lateral (
        select coalesce(sum(bought.grams) filter (where extract(year from bought.delivered_on) = extract(year from held.delivered_on)), 0) as in_year,
               coalesce(sum(bought.grams) filter (where bought.lot_id = held.lot_id), 0) as in_lot
          from benefit.agreement version join benefit.coverage bought on bought.agreement_id = version.id and bought.counts
         where version.series_id = agreement.series_id
           and (agreement.cap_grams_per_year is not null or agreement.cap_grams_per_lot is not null)) taken
      where released_at is null
   )
   select id from benefit.agreement
    where id in (select id from waiting
                  where why = 'AGREEMENT_NOT_IN_FORCE' or open_grams >= case when in_place then 1 else grams end)
    order by id limit $1 for update skip locked`,
);

export const releaseHeld = statement(
  'benefit.release_held',
  'update benefit.held_delivery set released_at = $2 where delivery_id = any ($1::uuid[]) and released_at is null',
);

export interface HeldRow {
  delivery_id: string;
  supplier_id: string;
  supplier_name: string;
  household_id: string;
  display_name: string;
  village: string;
  product_id: string;
  product_name: string;
  grams: bigint;
  delivered_on: string;
  why: 'AGREEMENT_NOT_IN_FORCE' | 'AGREEMENT_VOLUME_EXCEEDED';
  held_at: Date;
}

const HELD = `
  select held.delivery_id, held.supplier_id, supplier.name_zh as supplier_name, held.household_id, household.display_name,
         household.village, held.product_id, product.name_zh as product_name, held.grams, held.delivered_on, held.why, held.held_at
    from benefit.held_delivery held
    join trace.delivery_v delivery on delivery.id = held.delivery_id
    join registry.organisation_v supplier on supplier.id = held.supplier_id
    join registry.household_v household on household.id = held.household_id
    join catalogue.product_v product on product.id = held.product_id`;

/** $1 suppliers acted for, $2 patterns of county codes: who reads is part of the question. */
export const listHeld = statement<HeldRow>(
  'benefit.list_held',
  `${HELD} where released_at is null and (held.supplier_id = any ($1::uuid[]) or supplier.county_code like any ($2::text[]))
      and ($3::uuid is null or held.supplier_id = $3) and ($4::uuid is null or held.delivery_id < $4)
    order by held.delivery_id desc limit $5`,
);

/** The households' own, the newest first. $2 of one of them alone; after $3. */
export const ownHeld = statement<HeldRow>(
  'benefit.own_held',
  `${HELD} where released_at is null and held.household_id = any ($1::uuid[]) and ($2::uuid is null or held.household_id = $2)
      and ($3::uuid is null or held.delivery_id < $3)
    order by held.delivery_id desc limit $4`,
);

export const heldFacts = statement<HeldRow>(
  'benefit.held_facts',
  `${HELD} where held.delivery_id = any ($1::uuid[]) order by held.delivery_id`,
);
