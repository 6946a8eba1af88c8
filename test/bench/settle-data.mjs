// A month of released lines, as a platform of cooperatives leaves it: of every supplier four lots, behind each ten households that are
// still owed the floor price of what they brought, and fifty lines sent from it. So every line has ten share rows.

const linesOfSupplier = 200;
const lotsOfSupplier = 4;
const householdsOfLot = 10;
const lineFen = 5_000;
/** A day that is over: the run is of the month up to it. */
export const PERIOD_END = '2026-10-31';

/** What a month of so many lines has. @param {number} lines */
export function sizeOf(lines) {
  const suppliers = Math.max(1, Math.round(lines / linesOfSupplier));
  return {
    ...{ suppliers, lines: suppliers * linesOfSupplier, lots: suppliers * lotsOfSupplier },
    households: suppliers * lotsOfSupplier * householdsOfLot,
    shares: suppliers * linesOfSupplier * householdsOfLot,
  };
}

/**
 * Writes it by SQL, without its foreign keys being asked: what is measured then runs as always. Ids are in the order of time, so that the
 * lines of one supplier lie all over the tables, as the orders of a month do.
 * @param {import('pg').Client} owner @param {ReturnType<typeof sizeOf>} size
 */
export async function fillMonth(owner, { suppliers, lines }) {
  await owner.query('set session_replication_role = replica');
  await owner.query(`
    create function pg_temp.known(kind text, n bigint) returns uuid immutable language sql
      as $$ select md5(kind || n)::uuid $$;
    create function pg_temp.timely(kind text, n bigint) returns uuid immutable language sql
      as $$ select (lpad(to_hex(n), 12, '0') || '7' || substr(md5(kind || n), 1, 19))::uuid $$;
    insert into registry.region (code, name, level, parent_code, side, pinyin, province_code)
      values ('610000', '陕西省', 'province', null, 'west', 'shaanxi', '610000') on conflict do nothing;
    insert into registry.policy (key, value, effective_from, source)
      select 'fee.platformBp', '200', '2020-01-01', 'bench' where not exists (select from registry.policy where key = 'fee.platformBp');
    insert into registry.organisation (id, reference, name_zh, name_en, kind, county_code)
      select pg_temp.known('supplier', n), 'bench-' || n, '示例合作社', 'Example', 'cooperative', '610000'
        from generate_series(0, ${suppliers - 1}) n;
    insert into catalogue.product (id, reference, slug, name_zh, name_en, description_zh, description_en, category, region_code,
                                   harvest_months, storage, perishable)
      values (pg_temp.known('product', 0), 'bench', 'bench', '示例苹果', 'Example apple', '', '', 'fruit', '610000', '{9}', 'ambient', false);
    create temp table bench_lot as
      select n, pg_temp.known('lot', n) as id, pg_temp.known('supplier', n / ${lotsOfSupplier}) as supplier_id
        from generate_series(0, ${suppliers * lotsOfSupplier - 1}) n;
    create temp table bench_household as
      select household.n, pg_temp.known('household', household.n) as id, pg_temp.known('agreement', household.n) as agreement_id, pg_temp.timely('delivery', household.n) as delivery_id,
             lot.id as lot_id, lot.supplier_id
        from generate_series(0, ${suppliers * lotsOfSupplier * householdsOfLot - 1}) household (n) join bench_lot lot on lot.n = household.n / ${householdsOfLot}`);
  await owner.query(`
    insert into registry.household (id, reference, supplier_id, county_code, village, display_name, joined_on)
      select id, 'bench-' || n, supplier_id, '610000', '示例村', '示例户', '2026-01-01' from bench_household;
    insert into benefit.agreement (id, supplier_id, household_id, kind, version, product_id, floor_price_fen_per_kg, contracted_grams,
                                   delivered_grams, effective_from, state, signed_at, signed_way)
      select agreement_id, supplier_id, id, 'contractPurchase', 1, pg_temp.known('product', 0), 400, 1000000, 50000, '2026-01-01', 'inForce',
             '2026-01-01', 'paper' from bench_household;
    insert into trace.lot (id, code, supplier_id, product_id, produced_on, received_grams, shipped_grams, certified_grams, created_at)
      select id, 'BENCH-' || n, supplier_id, pg_temp.known('product', 0), '2026-10-01', 500000, ${(linesOfSupplier / lotsOfSupplier) * 1000}, 500000,
             '2026-10-01' from bench_lot;
    insert into trace.delivery (id, lot_id, supplier_id, household_id, grams, yield_grams, delivered_on, state, counts, entered, recorded_at,
                                recorded_by, confirmed_at, confirmed_by, confirmed_how)
      select delivery_id, lot_id, supplier_id, id, 50000, 50000, '2026-10-01', 'confirmed', true, 'sheet', '2026-10-01', 'bench', '2026-10-01',
             'bench', 'sheet' from bench_household;
    insert into benefit.coverage (delivery_id, agreement_id, lot_id, household_id, grams, delivered_on)
      select delivery_id, agreement_id, lot_id, id, 50000, '2026-10-01' from bench_household;
    insert into benefit.obligation (id, agreement_id, supplier_id, household_id, lot_id, kind, source_kind, source_id, quantity, rate_fen,
                                    amount_fen, earned_on, created_at, delivery_id)
      select pg_temp.timely('obligation', n), agreement_id, supplier_id, id, lot_id, 'floorPrice', 'delivery', delivery_id, 50000, 400, 20000 + n % 97,
             '2026-10-01', '2026-10-01', delivery_id from bench_household`);
  await owner.query(`
    create temp table bench_line as
      select n, pg_temp.timely('line', n) as id, pg_temp.timely('part', n / 2) as part_id, pg_temp.timely('order', n / 2) as order_id,
             (n / 2 % ${suppliers})::int as supplier, timestamptz '2026-10-01' + n * interval '29 days' / ${lines} as placed_at
        from generate_series(0, ${lines - 1}) n;
    insert into ordering.customer_order (id, number, token_hash, state, amount_fen, region_code, delivery_sealed, delivery_masked, placed_at,
                                         pay_by, paid_at, fee_rule_version)
      select order_id, 'B' || n, decode(md5(n::text), 'hex'), 'paid', ${2 * lineFen}, '610000', '', '{}', placed_at, placed_at, placed_at, 'fee@1'
        from bench_line where n % 2 = 0;
    insert into ordering.supplier_order (id, order_id, supplier_id, state, amount_fen, shipped_at, received_at, released_at)
      select part_id, order_id, pg_temp.known('supplier', supplier), 'released', ${2 * lineFen}, placed_at, placed_at, placed_at + interval '1 day'
        from bench_line where n % 2 = 0;
    insert into ordering.order_line (id, order_id, supplier_order_id, sku_id, quantity, unit_price_fen, amount_fen, product_id, product_slug,
                                     product_name, pack, net_grams, perishable)
      select id, order_id, part_id, pg_temp.known('sku', n % 2), 1, ${lineFen}, ${lineFen}, pg_temp.known('product', 0), 'bench', '示例苹果', '1 kg',
             1000, false from bench_line;
    insert into ordering.line_progress (line_id, supplier_order_id, quantity, amount_fen, shipped_packs)
      select id, part_id, 1, ${lineFen}, 1 from bench_line;
    insert into trace.movement (order_line_id, lot_id, shipment_id, packs, grams, moved_at)
      select id, pg_temp.known('lot', supplier * ${lotsOfSupplier} + (n / 2 / ${suppliers}) % ${lotsOfSupplier}), part_id, 1, 1000, placed_at from bench_line`);
  await fillBooks(owner);
  await owner.query('set session_replication_role = origin');
  await owner.query('vacuum (analyze)');
}

/** What was captured for every part of an order lies in the clearing account, and every supplier's debt is booked. @param {import('pg').Client} owner */
async function fillBooks(owner) {
  await owner.query(`
    select ledger.open_accounts(array['institution', 'orderClearing', 'obligationControl'], array[null, null, null]::uuid[],
                                array[false, false, false], array['debit', 'credit', 'credit']);
    select ledger.open_accounts(array_agg('supplierDebt'::text), array_agg(id), array_agg(true), array_agg('debit'::text))
      from registry.organisation where reference like 'bench-%'`);
  await owner.query(`
    insert into ledger.transfer (id, debit_account, credit_account, amount_fen, code, group_id, leg, kind, source_kind, source_id, rule_version,
                                 business_date, posted_at)
      select part.id, debit.id, credit.id, part.amount_fen, 'payment.capture', part.id, 1, 'posted', 'payment', part.id, 'bench@1', '2026-10-01', now()
        from ordering.supplier_order part, ledger.account debit, ledger.account credit
       where part.state = 'released' and part.settled_at is null and debit.code = 'institution' and credit.code = 'orderClearing'`);
  const { rows } = await owner.query(`
    select array_agg(uuidv7()) as ids, array_agg(debit.id) as debits, array_agg(control.id) as credits, array_agg(owed.fen) as fen
      from (select supplier_id, sum(amount_fen)::bigint as fen from benefit.obligation
              where supplier_id in (select id from registry.organisation where reference like 'bench-%') group by 1) owed
      join ledger.account debit on debit.code = 'supplierDebt' and debit.owner_id = owed.supplier_id
      join ledger.account control on control.code = 'obligationControl'`);
  const { ids, debits, credits, fen } = rows[0];
  const same = (/** @type {unknown} */ value) => ids.map(() => value);
  const refused = await owner.query(
    `select * from ledger.post($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::uuid[], $7::text[], $8::uuid[],
                               $9::date[], $10::text[], $11::uuid[], $12::text[], $13::date[])`,
    [
      ...[
        ids,
        debits,
        credits,
        fen,
        same('obligation.accrue'),
        ids,
        same('posted'),
        same(null),
        same(null),
        same('bench'),
        ids,
      ],
      ...[same('bench@1'), same('2026-10-01')],
    ],
  );
  if (refused.rows.length > 0) throw new Error(`debts were not booked: ${JSON.stringify(refused.rows[0])}`);
}
