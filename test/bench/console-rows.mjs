// A hundred thousand orders of one supplier beside as many of others, in every state, and as many statements of five hundred: what the long lists of the console are read from.

/** Written by SQL without its foreign keys being asked: what is measured then reads as always. @param {import('pg').Client} owner @param {number} rows */
export async function fillLists(owner, rows) {
  await owner.query('set session_replication_role = replica');
  await owner.query(`
    create function pg_temp.timely(kind text, n bigint) returns uuid immutable language sql
      as $$ select (lpad(to_hex(n), 12, '0') || '7' || substr(md5(kind || n), 1, 19))::uuid $$;
    insert into registry.region (code, name, level, parent_code, side, pinyin, province_code)
      values ('610000', '陕西省', 'province', null, 'west', 'shaanxi', '610000') on conflict do nothing;
    insert into registry.organisation (id, reference, name_zh, name_en, kind, county_code)
      select md5('list' || n)::uuid, 'list-' || n, '示例合作社' || n, 'Example ' || n, 'cooperative', '610000'
        from generate_series(0, 499) n;
    insert into ordering.customer_order (id, number, token_hash, state, amount_fen, region_code, delivery_sealed, delivery_masked, placed_at,
                                         pay_by, paid_at, fee_rule_version)
      select pg_temp.timely('list-order', n), 'L' || n, decode(md5('list' || n), 'hex'), 'paid', 10000, '610000', '', '{}', now(), now(), now(), 'fee@1'
        from generate_series(0, ${2 * rows - 1}) n;
    insert into ordering.supplier_order (id, order_id, supplier_id, state, amount_fen, sought)
      select pg_temp.timely('list-part', n), pg_temp.timely('list-order', n), md5('list' || case n % 2 when 0 then 0 else n % 500 end)::uuid,
             (array['toShip', 'shipped', 'received', 'released'])[n / 2 % 4 + 1], 10000, 'L' || n || ' 示例苹果 示例苹果'
        from generate_series(0, ${2 * rows - 1}) n;
    insert into ordering.order_line (id, order_id, supplier_order_id, sku_id, quantity, unit_price_fen, amount_fen, product_id, product_slug,
                                     product_name, pack, net_grams, perishable)
      select pg_temp.timely('list-line', n), pg_temp.timely('list-order', n / 2), pg_temp.timely('list-part', n / 2), md5('sku' || n % 2)::uuid, 1, 5000, 5000,
             md5('product')::uuid, 'list', '示例苹果', '1 kg', 1000, false
        from generate_series(0, ${4 * rows - 1}) n;
    insert into settlement.statement (id, run_id, supplier_id, period_end, opening_fen, gross_fen, refund_fen, fee_fen, farmer_dues_fen, payable_fen,
                                      closing_fen, rule_version)
      select pg_temp.timely('list-statement', n), md5('run' || n / 500)::uuid, md5('list' || n % 500)::uuid, date '2000-01-31' + (n / 500)::int, 0, sum, 0, 0, 0,
             sum, sum, 'bench@1'
        from generate_series(0, ${rows - 1}) n, lateral (select n * 7919 % 1000003 as sum) made`);
  await owner.query('set session_replication_role = origin');
  await owner.query('vacuum (analyze)');
}
