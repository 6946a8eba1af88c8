// The order lines of a year behind results, one by one: ten to an order, an order to a supplier, with the days and keys that they are found by.
// A category, a channel and a campaign of a dozen lines a year are among them: whoever looks for these must pass all others over.
import { FROM, UNTIL } from './results-data.mjs';

const LINES_AN_ORDER = 10;
export const RARE = /** @type {const} */ ({
  categories: 'kind-rare',
  channels: 'venue:rare',
  campaigns: 'campaign-rare',
});
const RARE_LINES = 12;
/** What each is kept under, which the column of a line is called too. */
const COLUMNS = { categories: 'category', channels: 'channel', campaigns: 'campaign' };

/** @param {import('pg').Client} owner @param {number} lines */
export async function fillLines(owner, lines) {
  const orders = Math.ceil(lines / LINES_AN_ORDER);
  // In the order of their time, as ids of ours are; what checks single rows is not what is measured.
  await owner.query('set session_replication_role = replica');
  await owner.query(`
    create temporary table seller as
      select row_number() over (order by code) - 1 as at, code, gen_random_uuid() as id, province_code as place from registry.region
       where level = 'county' and side = 'west';
    create unique index on seller (at);
    insert into registry.organisation (id, reference, name_zh, name_en, kind, county_code)
      select id, 'bench ' || code, 'bench ' || code, 'bench ' || code, 'cooperative', code from seller;
    insert into catalogue.product (id, reference, slug, name_zh, name_en, description_zh, description_en, category, region_code, harvest_months,
                                   storage, perishable)
      select lpad(to_hex(n), 32, '0')::uuid, 'bench ' || n, 'bench-' || n, 'bench', 'bench', '', '', 'kind-' || n,
             (select min(code) from seller), '{1}', 'ambient', false from generate_series(1, 16) n;
    create temporary table placed as
      select n, lpad(to_hex(n), 32, '0')::uuid as id, seller.id as seller, seller.code as county, (n / 7 % 2 = 0) as purchased,
             (array['110000', '120000', '310000', '320000', '330000', '350000', '370000', '440000'])[n / 3 % 8 + 1] as bought_from,
             date '${FROM}' + (n * (date '${UNTIL}' - date '${FROM}' + 1) / ${orders})::integer as day
        from generate_series(0, ${orders - 1}::bigint) n join seller on seller.at = n * 7919 % (select count(*) from seller);
    insert into ordering.customer_order (id, number, token_hash, amount_fen, region_code, delivery_sealed, delivery_masked, placed_at, pay_by,
                                         fee_rule_version, state, paid_at)
      select id, 'bench' || n, '', 10000, bought_from, '', '{}', (day + time '03:00') at time zone 'UTC', (day + time '04:00') at time zone 'UTC',
             'bench', 'paid', (day + time '03:10') at time zone 'UTC' from placed order by n;
    insert into ordering.supplier_order (id, order_id, supplier_id, amount_fen, state, settled_at)
      select id, id, seller, 10000, 'released', (day + time '03:00') at time zone 'UTC' from placed order by n;
    insert into ordering.order_line (id, order_id, supplier_order_id, sku_id, quantity, unit_price_fen, amount_fen, product_id, product_slug,
                                     product_name, pack, net_grams, perishable)
      select lpad(to_hex(n * ${LINES_AN_ORDER} + k), 32, '0')::uuid, id, id, lpad(to_hex(k), 32, '0')::uuid, 2, 500, 1000,
             lpad(to_hex((n * 3 + k) % 16 + 1), 32, '0')::uuid, 'bench', 'bench', 'bench', 500, false
        from placed, generate_series(0, ${LINES_AN_ORDER - 1}) k order by n, k;
    insert into insight.sold_line (day, county, line_id, way, bought_from, category, channel, campaign)
      select day, county, lpad(to_hex(n * ${LINES_AN_ORDER} + k), 32, '0')::uuid, case when purchased then 'purchased' else 'helped' end, bought_from,
             'kind-' || (n * 3 + k) % 16 + 1, case (n * 11 + k) % 60 when 0 then 'direct' else 'venue:' || (n * 11 + k) % 60 + 1 end,
             case (n * 13 + k) % 40 when 0 then '' else 'campaign-' || (n * 13 + k) % 40 + 1 end
        from placed, generate_series(0, ${LINES_AN_ORDER - 1}) k order by day, county, n, k`);
  for (const [table, key] of Object.entries(RARE)) await makeRare(owner, table, key, orders);
  await owner.query('set session_replication_role = origin');
  await owner.query('vacuum (analyze)');
}

/** @param {import('pg').Client} owner @param {string} table @param {string} key @param {number} orders */
async function makeRare(owner, table, key, orders) {
  const named = /** @type {keyof typeof COLUMNS} */ (table);
  await owner.query(`
    with rare as (
      update insight.sold_line line set ${COLUMNS[named]} = '${key}'
        from (select lpad(to_hex(n * ${LINES_AN_ORDER} + ${Object.keys(RARE).indexOf(table)}), 32, '0')::uuid as id, day, county
                from placed where n in (select min(n) from placed where left(county, 2) = '61' group by n * ${RARE_LINES} / ${orders})) chosen
       where line.line_id = chosen.id and line.day = chosen.day and line.county = chosen.county
      returning line.day, line.way)
    insert into insight.sales_day (day, dimension, place, key, way, orders, packs, grams, sales_fen, back_fen, freight_fen, fee_fen, settled_fen)
    select day, '${COLUMNS[named]}', '610000', '${key}', way, 0, 2, 0, 1000, 0, 0, 0, 0 from rare group by day, way`);
}
