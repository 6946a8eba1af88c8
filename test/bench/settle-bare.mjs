// What a settlement wrote, written once more by bare statements: the same rows into the same tables, with their indexes, checks and keys.

/** In the order in which one leads to the other. */
const tables = [
  'settlement.line',
  'settlement.portion',
  'benefit.sale',
  'benefit.sale_line',
  'benefit.sale_part',
  'benefit.share',
  'settlement.statement',
  'settlement.payout_due',
];

/**
 * Puts the rows of the run aside, empties the tables, and writes the rows shard by shard, a transaction each, as the run does it. The
 * transfers go into a table like that of the ledger, which takes rows from nobody else.
 * @param {import('pg').Client} owner
 * @returns {Promise<number>} milliseconds
 */
export async function bareInsert(owner) {
  await owner.query('set session_replication_role = replica');
  for (const table of tables) await owner.query(`create table ${aside(table)} as select * from ${table}`);
  await owner.query(
    `create table bench_aside_transfer as select * from ledger.transfer where source_kind = 'settlementRun'`,
  );
  await owner.query('create table bench_transfer (like ledger.transfer including all)');
  await owner.query(`truncate ${tables.join(', ')} cascade`);
  await owner.query('set session_replication_role = origin');
  const shards = await splitByShard(owner);
  await owner.query('checkpoint');
  const began = performance.now();
  for (const shard of shards) {
    await owner.query('begin');
    for (const table of tables) await owner.query(await insertOf(owner, table, shard));
    await owner.query('commit');
  }
  await owner.query('insert into bench_transfer select * from bench_aside_transfer');
  return performance.now() - began;
}

/** @param {string} table */
const aside = (table) => `bench_aside_${table.replace('.', '_')}`;

/** Each row aside has the number of its shard, so that finding it is no part of what is measured. @param {import('pg').Client} owner */
async function splitByShard(owner) {
  const { rows } = await owner.query('select id from settlement.shard order by id');
  const ids = rows.map(({ id }) => id);
  for (const table of tables) {
    const from = aside(table);
    const supplier = /sale_(line|part)$/.test(table)
      ? `(select supplier_id from ${aside('benefit.sale')} sale where sale.id = item.sale_id)`
      : 'item.supplier_id';
    for (const [at, id] of ids.entries())
      await owner.query(
        `create table ${from}_${at} as select item.* from ${from} item
          where ${supplier} in (select supplier_id from settlement.shard_supplier where shard_id = '${id}')`,
      );
  }
  return ids.map((_, at) => at);
}

/** Without what the table reckons itself. @param {import('pg').Client} owner @param {string} table @param {number} shard */
async function insertOf(owner, table, shard) {
  const { rows } = await owner.query(
    `select string_agg(quote_ident(attname), ', ' order by attnum) as columns from pg_attribute
      where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = ''`,
    [table],
  );
  return `insert into ${table} (${rows[0].columns}) select ${rows[0].columns} from ${aside(table)}_${shard}`;
}
