import { statement } from '@xihuo/platform';

/** Keeps the floor prices of agreements as they are told; the last word on each counts. $2 now. */
export const keepFloors = statement(
  'trace.keep_floors',
  `insert into trace.agreed_floor as known (agreement_id, supplier_id, household_id, product_id, floor_fen_per_kg, binds_from, last_day, reported_at)
   select agreement_id, supplier_id, household_id, product_id, floor_fen_per_kg, binds_from, last_day, $2
     from jsonb_to_recordset($1::jsonb) as item (agreement_id uuid, supplier_id uuid, household_id uuid, product_id uuid,
          floor_fen_per_kg bigint, binds_from date, last_day date)
   on conflict (agreement_id) do update
     set floor_fen_per_kg = excluded.floor_fen_per_kg, binds_from = excluded.binds_from, last_day = excluded.last_day,
         reported_at = excluded.reported_at`,
);

/** The least that any agreement of the pair takes for goods of a lot on a day; null where none binds it. */
export const leastFloor = statement<{ fen: bigint | null }>(
  'trace.least_floor',
  `select min(floor_fen_per_kg) as fen from trace.agreed_floor floor join trace.lot on lot.id = $1
    where floor.supplier_id = lot.supplier_id and floor.product_id = lot.product_id and floor.household_id = $2
      and floor.binds_from <= $3::date and (floor.last_day is null or floor.last_day >= $3::date)`,
);
