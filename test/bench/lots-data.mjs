// A year of a large platform in lots: a million deliveries in, a million shipments out, half of the goods processed twice.

export const suppliers = 200;
export const raw = 16_000;
export const made = 4_000;
export const deliveries = 1_000_000;
export const shipments = 1_000_000;

/**
 * Writes it by SQL, without its foreign keys being asked: what is measured then runs as always.
 * Raw lots 4n .. 4n+3 are mixed into lot n of the first making; twenty of these into one of the second; packs are of all.
 * @param {import('pg').Client} owner
 */
export async function fillLots(owner) {
  await owner.query(`set session_replication_role = replica`);
  await owner.query(`
    create temp table bench_supplier as select n, uuidv7() as id from generate_series(0, ${suppliers - 1}) n;
    create temp table bench_lot as
      select n, uuidv7() as id, n % ${suppliers} as supplier, 'raw' as stage from generate_series(0, ${raw - 1}) n
      union all select n, uuidv7(), n % ${suppliers}, 'mixed' from generate_series(0, ${made - 1}) n
      union all select n, uuidv7(), n % ${suppliers}, 'packed' from generate_series(0, ${made / 20 - 1}) n;
    insert into registry.region (code, name, level, parent_code, side, pinyin, province_code)
      values ('610000', '陕西省', 'province', null, 'west', 'shaanxi', '610000') on conflict do nothing;
    insert into registry.organisation (id, reference, name_zh, name_en, kind, county_code)
      select id, 'bench-' || n, '示例合作社', 'Example', 'cooperative', '610000' from bench_supplier;
    insert into catalogue.product (id, reference, slug, name_zh, name_en, description_zh, description_en, category, region_code,
                                   harvest_months, storage, perishable)
      select id, 'bench-' || n, 'bench-' || n, '示例苹果', 'Example apple', '', '', 'fruit', '610000', '{9}', 'ambient', false
        from bench_supplier;
    insert into trace.lot (id, code, supplier_id, product_id, produced_on, received_grams, shipped_grams, processed_grams,
                           certified_grams, created_at)
      select lot.id, 'BENCH-' || upper(lot.stage) || '-' || lot.n, supplier.id, supplier.id, '2026-10-01', 4000000000, 0,
             case when lot.stage = 'packed' then 0 else 1000000 end, 4000000000, now()
        from bench_lot lot join bench_supplier supplier on supplier.n = lot.supplier;
    insert into registry.policy (key, value, effective_from, source)
      values ('trace.certificateCategories', '["fruit"]', '2020-01-01', 'bench')`);
  await owner.query(`
    insert into trace.processing (id, supplier_id, kind, performed_on, input_grams, output_grams, lost_grams, recorded_at, recorded_by)
      select lot.id, supplier.id, 'mixing', '2026-10-02', 4, 4, 0, now(), 'bench'
        from bench_lot lot join bench_supplier supplier on supplier.n = lot.supplier where stage <> 'raw';
    insert into trace.processing_output (processing_id, lot_id, grams) select id, id, 4 from bench_lot where stage <> 'raw';
    insert into trace.processing_input (processing_id, lot_id, grams)
      select mixed.id, source.id, 1 from bench_lot source join bench_lot mixed on mixed.stage = 'mixed' and mixed.n = source.n / 4
       where source.stage = 'raw'
      union all
      select packed.id, source.id, 1 from bench_lot source join bench_lot packed on packed.stage = 'packed' and packed.n = source.n / 20
       where source.stage = 'mixed';
    insert into trace.delivery (lot_id, supplier_id, household_id, grams, yield_grams, delivered_on, state, counts, entered,
                                recorded_at, recorded_by, confirmed_at, confirmed_by, confirmed_how)
      select lot.id, supplier.id, gen_random_uuid(), 50000, 50000, '2026-10-01', 'confirmed', true, 'sheet', now(), 'bench', now(),
             'bench', 'sheet'
        from generate_series(0, ${deliveries - 1}) item join bench_lot lot on lot.stage = 'raw' and lot.n = item % ${raw}
        join bench_supplier supplier on supplier.n = lot.supplier;
    insert into trace.movement (order_line_id, lot_id, shipment_id, packs, grams, moved_at)
      select uuidv7(), lot.id, gen_random_uuid(), 1, 500, now() from generate_series(0, ${shipments - 1}) item
        join (select *, row_number() over (order by stage, n) - 1 as place from bench_lot) lot
          on lot.place = item % ${raw + made + made / 20};
    update trace.lot set shipped_grams = moved.grams from (select lot_id, sum(grams) as grams from trace.movement group by 1) moved
     where moved.lot_id = lot.id`);
  await owner.query(`set session_replication_role = origin`);
  for (const table of ['lot', 'delivery', 'movement', 'processing', 'processing_input', 'processing_output'])
    await owner.query(`vacuum (analyze) trace.${table}`);
  await owner.query('analyze catalogue.product');
}
