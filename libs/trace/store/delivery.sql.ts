import type { machines, ResponseOf } from '@xihuo/contract';
import { statement } from '@xihuo/platform';

type View = ResponseOf<'GET /me/deliveries/{id}'>;

export interface DeliveryRow {
  id: string;
  row_version: number;
  state: machines.DeliveryState;
  supplier_id: string;
  supplier_name: string;
  lot_id: string;
  lot_code: string;
  product_id: string;
  product_name: string;
  household_id: string;
  display_name: string;
  village: string;
  grams: bigint;
  yield_grams: bigint;
  grade: View['grade'];
  price_fen_per_kg: bigint | null;
  delivered_on: string;
  recorded_at: Date;
  ticket_file_id: string | null;
  note: string | null;
  counts: boolean;
  confirmed_at: Date | null;
  confirmed_how: View['confirmedBy'];
  witness_name: string | null;
  witness_role: NonNullable<View['witness']>['role'] | null;
  witnessed_at: Date | null;
  confirms_on: string | null;
  contest_reason: string | null;
  contested_at: Date | null;
  contest_file_id: string | null;
  witness_file_id: string | null;
  /** Somewhere on its way the household said that it was not so. */
  was_contested: boolean;
  root_id: string | null;
  replaces_id: string | null;
  replaced_by_id: string | null;
  correction_reason: string | null;
}

const SELECT = `
  select delivery.id, delivery.row_version, delivery.state, delivery.supplier_id, supplier.name_zh as supplier_name, delivery.lot_id,
         lot.code as lot_code, lot.product_id, product.name_zh as product_name, delivery.household_id, household.display_name,
         household.village, delivery.grams, delivery.yield_grams, delivery.grade, delivery.price_fen_per_kg, delivery.delivered_on,
         delivery.recorded_at, delivery.ticket_file_id, delivery.note, delivery.counts, delivery.confirmed_at,
         delivery.confirmed_how, delivery.witness_name, delivery.witness_role, delivery.witnessed_at, delivery.confirms_on,
         delivery.contest_reason, delivery.contested_at, delivery.contest_file_id, delivery.witness_file_id, delivery.root_id,
         delivery.replaces_id, later.id as replaced_by_id, delivery.correction_reason,
         exists (select from trace.delivery known
                  where (known.id = delivery.root_id or known.root_id = delivery.root_id) and known.contested_at is not null) as was_contested
    from trace.delivery
    join trace.lot on lot.id = delivery.lot_id
    join catalogue.product_v product on product.id = lot.product_id
    join registry.organisation_v supplier on supplier.id = delivery.supplier_id
    join registry.household_v household on household.id = delivery.household_id
    left join trace.delivery later on later.replaces_id = delivery.id`;

/** Of the suppliers or households somebody is, or of the counties it is an officer of; all may be empty, then nothing is found. */
const MINE = `(delivery.supplier_id = any ($1::uuid[]) or delivery.household_id = any ($2::uuid[])
  or supplier.county_code like any ($3::text[]))`;

export const deliveriesOf = statement<DeliveryRow>(
  'trace.deliveries_of',
  `${SELECT} where ${MINE} and ($4::text is null or delivery.state = $4) and ($5::uuid is null or delivery.lot_id = $5)
      and ($6::uuid is null or delivery.household_id = $6) and ($7::date is null or delivery.delivered_on >= $7)
      and ($8::date is null or delivery.delivered_on <= $8) and ($9::uuid is null or delivery.id < $9)
    order by delivery.id desc limit $10`,
);

export const deliveryOf = statement<DeliveryRow>('trace.delivery_of', `${SELECT} where ${MINE} and delivery.id = $4`);

/** Whoever is to change a delivery holds its row; what is joined is only read. */
export const lockDelivery = statement<DeliveryRow>(
  'trace.lock_delivery',
  `${SELECT} where ${MINE} and delivery.id = $4 for update of delivery`,
);

export const deliveryById = statement<DeliveryRow>('trace.delivery_by_id', `${SELECT} where delivery.id = $1`);

/** The lot goods are brought into, held so that nobody closes it meanwhile. */
export const lotToFill = statement<{
  id: string;
  supplier_id: string;
  product_id: string;
  category: string;
  state: machines.LotState;
  produced_on: string;
}>(
  'trace.lot_to_fill',
  `select lot.id, lot.supplier_id, lot.product_id, product.category, lot.state, lot.produced_on
     from trace.lot join catalogue.product_v product on product.id = lot.product_id
    where lot.id = $1 and lot.supplier_id = any ($2::uuid[]) for share of lot`,
);

export const linkedHousehold = statement<{ id: string }>(
  'trace.linked_household',
  'select id from registry.household_v where id = $1 and supplier_id = $2',
);

export const insertDelivery = statement<{ id: string }>(
  'trace.insert_delivery',
  `insert into trace.delivery (id, lot_id, supplier_id, household_id, grams, yield_grams, grade, price_fen_per_kg, delivered_on,
                               ticket_file_id, note, state, counts, entered, recorded_at, recorded_by, root_id, replaces_id,
                               correction_reason)
   values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 'recorded', false, 'scale', $12, $13, $14, $15, $16)
   on conflict (id) do nothing returning id`,
);

/** All rows that stand for one thing brought, held in the order of their ids. */
export const lockChain = statement<{
  id: string;
  lot_id: string;
  counts: boolean;
  yield_grams: bigint;
  confirmed_at: Date | null;
}>(
  'trace.lock_chain',
  `select id, lot_id, counts, yield_grams, confirmed_at from trace.delivery where id = $1 or root_id = $1 order by id for update`,
);

export const setCorrected = statement(
  'trace.set_corrected',
  `update trace.delivery set state = 'corrected', counts = false, row_version = row_version + 1 where id = any ($1::uuid[])`,
);

export const setConfirmed = statement(
  'trace.set_confirmed',
  `update trace.delivery set state = 'confirmed', counts = true, row_version = row_version + 1, confirmed_at = $2, confirmed_by = $3,
          confirmed_how = $4, confirms_on = null where id = $1`,
);

export const setWitnessed = statement(
  'trace.set_witnessed',
  `update trace.delivery set state = 'witnessed', counts = true, row_version = row_version + 1, witnessed_at = $2, witness_name = $3,
          witness_role = $4, witness_file_id = $5, confirms_on = $6 where id = $1`,
);

export const setContested = statement(
  'trace.set_contested',
  `update trace.delivery set state = 'contested', row_version = row_version + 1, contested_at = $2, contest_reason = $3,
          contest_file_id = $4, contested_by = $5, confirms_on = null where id = $1`,
);

/** Witnessed ones whose time to be contested is over. */
export const silentDeliveries = statement<{ id: string }>(
  'trace.silent_deliveries',
  `select id from trace.delivery where state = 'witnessed' and confirms_on <= $1 order by id limit $2 for update skip locked`,
);

/**
 * What comes into lots or is taken back from them, under their locks in the order of ids. What is taken back takes its certificate
 * with it: goods that come in its place later want a new one.
 */
export const changeReceived = statement<{ lot_id: string }>(
  'trace.change_received',
  `with came as (
     select lot_id, sum(grams) as grams from unnest($1::uuid[], $2::bigint[]) as item (lot_id, grams) group by lot_id
   ), locked as (
     select lot.id from trace.lot join came on came.lot_id = lot.id order by lot.id for update of lot
   )
   update trace.lot set received_grams = received_grams + came.grams,
                        certified_grams = least(certified_grams, received_grams + came.grams)
     from came join locked on locked.id = came.lot_id where lot.id = came.lot_id returning lot.id as lot_id`,
);

export const putCode = statement<{ sends: number }>(
  'trace.put_delivery_code',
  `insert into trace.delivery_code as known (delivery_id, code_hash, sent_at, expires_at) values ($1, $2, $3, $4)
   on conflict (delivery_id) do update
     set code_hash = excluded.code_hash, sent_at = excluded.sent_at, expires_at = excluded.expires_at, tries = 0,
         sends = known.sends + 1 where known.sends < 5 and known.used_at is null
   returning sends`,
);

/** Counts a try before anything is compared, in a statement of its own: a crash or a thousand at once win no extra try. */
export const tryCode = statement<{ code_hash: Buffer }>(
  'trace.try_delivery_code',
  `update trace.delivery_code set tries = tries + 1
    where delivery_id = $1 and used_at is null and tries < 5 and expires_at > platform.business_now() returning code_hash`,
);

export const spendCode = statement<{ delivery_id: string }>(
  'trace.spend_delivery_code',
  'update trace.delivery_code set used_at = $2 where delivery_id = $1 and used_at is null returning delivery_id',
);
