// Ten million order lines as results keep them: a row a day and a row a month, dimension, place, key and way, for a year and the year before it. What each
// dimension adds up to is the same number of lines, to the line.
const EAST = ['110000', '120000', '310000', '320000', '330000', '350000', '370000', '440000'];
const WEST = ['150000', '450000', '500000', '510000', '520000', '530000', '610000', '620000', '630000', '640000'];
/** As many as were lifted out of poverty; as many of them as are key counties. */
const [COUNTIES, KEY_COUNTIES] = [832, 160];
const [CATEGORIES, CHANNELS, CAMPAIGNS] = [16, 60, 40];

export const [FROM, UNTIL] = ['2026-01-01', '2026-12-31'];
/** A span that begins and ends within a month: the most days that are read one by one. */
export const WITHIN = /** @type {const} */ (['2026-01-16', '2026-12-15']);

/** What is counted under each dimension besides day and way, as rows (place, key). */
const KEYS = {
  all: `select west as place, '' as key from west`,
  pairing: `select west, east || '-' || west from west, east`,
  county: 'select place, code from county',
  category: `select west, 'kind-' || n from west, generate_series(1, ${CATEGORIES}) n`,
  channel: `select west, case n when 1 then 'direct' else 'venue:' || n end from west, generate_series(1, ${CHANNELS}) n`,
  campaign: `select west, case n when 1 then '' else 'campaign-' || n end from west, generate_series(1, ${CAMPAIGNS}) n`,
};

/** @param {import('pg').Client} owner @param {number} lines of the year; the year before has as many */
export async function fillResults(owner, lines) {
  const list = (/** @type {string[]} */ codes) => `array[${codes.map((code) => `'${code}'`)}]`;
  await owner.query(`
    create temporary table west as select unnest(${list(WEST)}) as west;
    create temporary table east as select unnest(${list(EAST)}) as east;
    create temporary table county as
      select west as place, left(west, 2) || lpad((n / ${WEST.length} + 1)::text, 4, '0') as code
        from generate_series(0, ${COUNTIES - 1}) n join (select west, row_number() over () - 1 as at from west) placed on at = n % ${WEST.length};
    insert into registry.region (code, name, level, side, pinyin, province_code)
      select west, west, 'province', 'west', '', west from west union all select east, east, 'province', 'east', '', east from east;
    insert into registry.region (code, name, level, parent_code, side, pinyin, province_code)
      select code, code, 'county', place, 'west', '', place from county;
    insert into registry.pairing (east_code, west_code, nickname, effective_from, source)
      select east, west, '', '2021-01-01', 'bench' from east, west where (left(east, 2)::int + left(west, 2)::int) % 8 = 0;
    insert into registry.listed_county (list, region_code, in_programme, effective_from, source)
      select 'keyAssistedCounty', code, true, '2021-08-27', 'bench' from county order by code limit ${KEY_COUNTIES}`);
  let rows = 0;
  for (const [dimension, keys] of Object.entries(KEYS))
    for (const before of [0, 1]) {
      const { rowCount } = await owner.query(`
        insert into insight.sales_day (day, dimension, place, key, way, orders, packs, grams, sales_fen, back_fen, freight_fen, fee_fen, settled_fen)
        select day, '${dimension}', place, key, way, n, n * 2, n * 1000, n * 5000, n * 100, n * 300, n * 25, n * 2500
          from (select cell.*, at * ${lines}::bigint / cells - (at - 1) * ${lines}::bigint / cells as n
                  from (select day::date, place, key, way, row_number() over () as at, count(*) over () as cells
                          from generate_series(date '${FROM}' - interval '${before} year', date '${UNTIL}' - interval '${before} year',
                                               interval '1 day') day,
                               (${keys}) keyed (place, key), unnest(array['purchased', 'helped']) way) cell) dealt
         where n > 0 order by day`);
      rows += rowCount ?? 0;
    }
  await owner.query(`
    insert into insight.sales_month
    select date_trunc('month', day)::date, dimension, place, key, way, sum(orders), sum(packs), sum(grams), sum(sales_fen), sum(back_fen),
           sum(freight_fen), sum(fee_fen), sum(settled_fen)
      from insight.sales_day group by 1, 2, 3, 4, 5`);
  await owner.query('insert into insight.sales_counted (counted_at) values (now())');
  await owner.query('vacuum (analyze)');
  return rows;
}
