// What the ledger's bench posts, and where it posts it.

/** @typedef {{ id: string, owned: boolean }} Account */

const DAY = '2026-11-23';

/** Opens accounts of one kind through the ledger's own function. @param {import('pg').Client} owner @param {number} count */
export async function openAccounts(owner, code, side, isConstrained, count) {
  const { rows } = await owner.query('select uuidv7() as id from generate_series(1, $1)', [count]);
  const owners = rows.map(({ id }) => id);
  await owner.query(
    `select ledger.open_accounts(array_fill($1::text, array[$4::int]), $2::uuid[], array_fill($3::boolean, array[$4::int]),
                                 array_fill($5::text, array[$4::int]))`,
    [code, owners, isConstrained, count, side],
  );
  const found = await owner.query('select id from ledger.account where code = $1 and owner_id = any ($2) order by id', [
    code,
    owners,
  ]);
  return /** @type {string[]} */ (found.rows.map(({ id }) => id));
}

/** The one account of a kind that nobody owns. @param {import('pg').Client} owner */
export async function openClearing(owner, code = 'orderClearing', side = 'credit') {
  await owner.query(`select ledger.open_accounts(array[$1], array[null::uuid], array[false], array[$2])`, [code, side]);
  const { rows } = await owner.query('select id from ledger.account where code = $1 and owner_id is null', [code]);
  return /** @type {string} */ (rows[0].id);
}

/**
 * Arrays as `ledger.post` takes them.
 * @param {{ ids: string[], groups: string[], debits: string[], credits: string[], fen?: number }} moves
 */
export function arraysOf({ ids, groups, debits, credits, fen = 1 }) {
  const same = (/** @type {unknown} */ value) => ids.map(() => value);
  return [
    ...[ids, debits, credits, same(fen), same('bench.move'), groups, same('posted'), same(null), same(null)],
    ...[same('bench'), ids, same('bench@1'), same(DAY)],
  ];
}

export const POST = {
  name: 'post',
  text: `select * from ledger.post($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::uuid[], $7::text[], $8::uuid[],
                                   $9::date[], $10::text[], $11::uuid[], $12::text[], $13::date[])`,
};

/** The same rows into a table of the same columns, indexes and checks, with nothing asked. */
export const BARE = {
  name: 'bare',
  text: `insert into bench_transfer (id, debit_account, credit_account, amount_fen, code, group_id, kind, pending_id, expires_on,
                                     source_kind, source_id, rule_version, business_date, leg, posted_at)
         select item.*, row_number() over (), clock_timestamp()
           from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::bigint[], $5::text[], $6::uuid[], $7::text[], $8::uuid[], $9::date[],
                       $10::text[], $11::uuid[], $12::text[], $13::date[]) item`,
};

/** Ten million transfers of one account, as a busy year leaves them, folded. @param {import('pg').Client} owner */
export async function fillAccount(owner, account, counter, many, perTransaction) {
  for (let done = 0; done < many; done += perTransaction) {
    await owner.query(
      `insert into ledger.transfer (id, debit_account, credit_account, amount_fen, code, group_id, leg, kind, source_kind, source_id,
                                    rule_version, business_date, posted_at)
       select id, $1, $2, 1 + n % 997, 'bench.past', id, 1, 'posted', 'bench', id, 'bench@1', '2026-11-22', clock_timestamp()
         from (select uuidv7() as id, n from generate_series(1, $3::int) n) made`,
      [counter, account, Math.min(perTransaction, many - done)],
    );
    await owner.query('select ledger.fold()');
  }
}
