import { createHash, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDispute, settleBy } from '@xihuo/dispute';
import { money, time } from '@xihuo/kernel';
import { command, Notices, Vault, type Tx } from '@xihuo/platform';
import { adjustments, runSettlement } from '@xihuo/settlement';
import { openShop, testMasterKey, type Shop } from '@xihuo/testing';
import { writeExport } from '../export/write-export.mjs';
import { check } from './check.mjs';

jest.setTimeout(240_000);

type Row = Record<string, string | null>;

const home = mkdtempSync(join(tmpdir(), 'xihuo-export-'));
const whole = join(home, 'whole');
const key = 'a key of this test';
const vault = new Vault(testMasterKey);
let shop: Shop;
let households: string[];

/** A season in small: a harvest owed to households, an order settled and put right, one disputed and settled in part, one under way. */
beforeAll(async () => {
  shop = await openShop();
  await writtenOff(400n);
  const offer = await shop.offer({ priceFen: 10_000n, grams: 1_000n });
  const harvest = await shop.harvest({ offer, grams: [2_000n, 2_000n, 3_000n], floorFenPerKg: 1_500n });
  households = harvest.households;
  const lots = new Map([[offer.productId, harvest.lotId]]);
  await shop.receivedOrder(lots, { offer, quantity: 2 });
  const quarrel = await shop.receivedOrder(lots, { offer });
  const part = quarrel.supplierOrders[0]!;
  const lines = [{ lineId: part.lines[0]!.id, amount: money.toWire(money.fen(4_000n)) }];
  const entrance = { side: 'buyer', orderId: quarrel.id, personId: null, token: quarrel.token } as const;
  const { id } = await shop.does((tx) =>
    openDispute(tx, { vault, notices: new Notices(vault) }, entrance, {
      ...{ supplierOrderId: part.id, kind: 'quality', words: '不好', lines },
    }),
  );
  await settled(8);
  await shop.does((tx) => settleBy(tx, id, 'agreement', money.fen(1_000n)));
  await corrected(offer.supplierId, -700n);
  await corrected(offer.supplierId, 500n);
  await refundedLate(part.lines[0]!.id, 1_500n);
  await shop.receivedOrder(lots, { offer });
  await settled(1);
  // Nothing is sealed past a transaction that still runs, and another suite beside this one may have one.
  do await shop.rows('select platform.seal_audit(1000), pg_sleep(0.02)');
  while ((await shop.count('select count(*) from platform.audit_entry')) > 0);
  await writeExport({ databaseUrl: shop.url, folder: whole, key });
});
afterAll(async () => {
  await shop.close();
  rmSync(home, { recursive: true, force: true });
});

/** Somebody of finance, each time somebody else. */
async function by<View>(work: (tx: Tx) => Promise<View>): Promise<View> {
  const grants = [{ role: 'finance' as const, organisationId: null, jurisdiction: null, householdId: null }];
  const actor = { kind: 'person', personId: randomUUID(), grants } as const;
  return (await command(shop.database, { name: 'test', actor, requestId: 'test' }, work)).view;
}

/** What was settled of a line goes back to its buyer after all, in part. */
async function refundedLate(lineId: string, fen: bigint): Promise<void> {
  const [said] = await shop.rows<{ id: string }>(
    'select statement.id from settlement.statement join settlement.line using (run_id, supplier_id) where line_id = $1',
    [lineId],
  );
  const wanted = { statementId: said!.id, lineId, amount: money.toWire(money.fen(fen)) };
  const id = await by((tx) => adjustments.proposeLateRefund(tx, { ...wanted, reason: '召回', evidence: '召回公告' }));
  await by((tx) => decided(tx, id));
}
const decided = (tx: Tx, id: string) =>
  adjustments.decide(tx, { vault, notices: new Notices(vault) }, { id, decision: 'approve', reason: '核对无误' });

/** A supplier is to give something back and leaves: part of it is written off by two people, and its last statement says so. */
async function writtenOff(fen: bigint): Promise<void> {
  const supplierId = await shop.supplier();
  await corrected(supplierId, -900n);
  await settled(1);
  await shop.impose(supplierId, 'exit');
  await shop.rows(
    `with exit as (
       insert into admission.exit_procedure (supplier_id, county_code, measure_id, started_at, deadline)
       select supplier_id, '610629', id, started_at, started_at::date + 60 from admission.measure where supplier_id = $1 returning id
     )
     insert into admission.exit_step (exit_id, step) select id, 'remainingDebts' from exit`,
    [supplierId],
  );
  const wanted = { supplierId, amount: money.toWire(money.fen(fen)), reason: '账户已注销', evidence: '催收函' };
  const id = await by((tx) => adjustments.proposeWriteOff(tx, wanted));
  await by((tx) => decided(tx, id));
  await settled(1);
}

/** Something is put right by two people of finance; the next statement says so. */
async function corrected(supplierId: string, fen: bigint): Promise<void> {
  const wanted = { supplierId, statementId: null, lineId: null, amount: money.toWire(money.fen(fen)) };
  const id = await by((tx) => adjustments.propose(tx, { ...wanted, reason: '运费计错', evidence: '承运商对账单' }));
  await by((tx) => decided(tx, id));
}

let day = 0;
async function settled(days: number): Promise<void> {
  day += days;
  await shop.releaseAfter(day);
  const end = await shop.does((tx) => Promise.resolve(time.businessDate(tx.now)));
  day += 1;
  await shop.setClock(`${day} days`);
  await shop.does((tx) => runSettlement(tx, end));
}

const read = (folder: string, kind: string): Row[] =>
  readFileSync(join(folder, `${kind}.ndjson`), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);

let copies = 0;
/** A copy in which one kind was changed by somebody who knows that the manifest has to fit. */
function forged(kind: string, change: (rows: Row[]) => Row[]): string {
  copies += 1;
  const folder = join(home, `forged-${copies}`);
  cpSync(whole, folder, { recursive: true });
  const rows = change(read(folder, kind));
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
  manifest.files[`${kind}.ndjson`] = { rows: rows.length, sha256: createHash('sha256').update(text).digest('hex') };
  writeFileSync(join(folder, `${kind}.ndjson`), text);
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  return folder;
}

const first =
  (wanted: (row: Row) => boolean, change: (row: Row) => Row) =>
  (rows: Row[]): Row[] => {
    const at = rows.findIndex(wanted);
    if (at < 0) throw new Error('there is no such row to change');
    return rows.map((row, index) => (index === at ? change(row) : row));
  };
const more = (column: string) => (row: Row) => ({ ...row, [column]: (BigInt(row[column]!) + 1n).toString() });
const any = () => true;

test('what was exported fits, and says what was looked at', async () => {
  const said: string[] = [];
  expect(await check(whole, { log: (line) => said.push(line) })).toEqual({ ok: true });
  expect(said.join('\n')).toMatch(/3 settled lines/);
  expect(said.join('\n')).toMatch(/1 closed supplier orders/);
  const inChinese: string[] = [];
  await check(whole, { log: (line) => inChinese.push(line), language: 'zh' });
  expect(inChinese).toHaveLength(said.length);
  expect(inChinese.join('\n')).toMatch(/3 条已结算明细/);
  expect(read(whole, 'shares').length).toBeGreaterThan(2);
});

test('nobody is named: neither a household nor an order by its id, and the same one by the same name', async () => {
  const text = ['accounts', 'shares', 'obligations', 'transfers', 'order-lines']
    .map((kind) => readFileSync(join(whole, `${kind}.ndjson`), 'utf8'))
    .join('');
  const orders = await shop.rows<{ id: string }>('select id from ordering.supplier_order');
  for (const id of [...households, ...orders.map((order) => order.id)]) expect(text).not.toContain(id);
  const payees = new Set(read(whole, 'obligations').map((debt) => debt.payeeId));
  expect(payees.size).toBe(3);
  expect(read(whole, 'shares').every((share) => payees.has(share.payeeId!))).toBe(true);
});

test.each<[string, string, (rows: Row[]) => Row[], RegExp]>([
  [
    'a transfer of one fen more',
    'transfers',
    first((row) => row.code === 'settle.payable', more('amountFen')),
    /its transfers/,
  ],
  ['a transfer left out', 'transfers', (rows) => rows.slice(1), /transfers/],
  ['a transfer twice', 'transfers', (rows) => [...rows, rows[0]!], /is there twice/],
  ['a transfer of nothing', 'transfers', first(any, (row) => ({ ...row, amountFen: '0' })), /above nothing/],
  [
    'a balance of one fen more',
    'accounts',
    first((row) => row.creditsFen !== null, more('creditsFen')),
    /its transfers say/,
  ],
  ['a share of one fen more', 'shares', first(any, more('amountFen')), /its shares say/],
  [
    'a share for somebody else',
    'shares',
    first(any, (row) => ({ ...row, payeeId: 'p-somebody' })),
    /to its credit, its shares say/,
  ],
  ['a fee of one fen more', 'settlement-lines', first(any, more('feeFen')), /households, fee and supplier make/],
  [
    'a line moved to the supplier',
    'settlement-lines',
    first((row) => BigInt(row.farmerDuesFen!) > 0n, more('farmerDuesFen')),
    /to households/,
  ],
  [
    'a closed order of which more was captured',
    'supplier-orders',
    first((row) => String(row.closed) === 'true', more('capturedFen')),
    /lies in clearing/,
  ],
  ['a line of which more was paid', 'order-lines', first(any, more('amountFen')), /was paid and not given back/],
  ['a statement that says more', 'statements', first(any, more('payableFen')), /its lines say/],
  ['a statement left out', 'statements', (rows) => rows.slice(0, -1), /its statements say|not what the ledger says/],
  [
    'an opening balance from nowhere',
    'statements',
    (rows) => rows.map((row) => more('closingFen')(more('openingFen')(row))),
    /opens with/,
  ],
  [
    'a correction of one fen more',
    'adjustments',
    first((row) => row.amountFen === '500', more('amountFen')),
    /the ledger moved ¥5.00 for it/,
  ],
  [
    'a late refund of one fen more',
    'adjustments',
    first((row) => row.kind === 'lateRefund', more('amountFen')),
    /the ledger moved ¥15.00 for it/,
  ],
  [
    'a late refund left out',
    'adjustments',
    (rows) => rows.filter((row) => row.kind !== 'lateRefund'),
    /for an adjustment that is not there/,
  ],
  [
    'a late refund of another order',
    'adjustments',
    first(
      (row) => row.kind === 'lateRefund',
      (row) => ({ ...row, supplierOrderId: 'p-another' }),
    ),
    /clearing/,
  ],
  [
    'a write-off of one fen more',
    'adjustments',
    first((row) => row.kind === 'writeOff', more('amountFen')),
    /the ledger moved ¥4.00 for it/,
  ],
  [
    'a write-off that is called a correction',
    'adjustments',
    first(
      (row) => row.kind === 'writeOff',
      (row) => ({ ...row, kind: 'correction' }),
    ),
    /the ledger moved ¥0.00 for it/,
  ],
  [
    'a write-off left out',
    'adjustments',
    (rows) => rows.filter((row) => row.kind !== 'writeOff'),
    /for an adjustment that is not there/,
  ],
  ['a correction left out', 'adjustments', (rows) => rows.slice(1), /for an adjustment that is not there/],
  [
    'a correction of which nobody else knew',
    'adjustments',
    first(any, (row) => ({ ...row, decidedBy: row.proposedBy! })),
    /was approved by who proposed it/,
  ],
  [
    'a correction on another statement',
    'adjustments',
    first(any, (row) => ({ ...row, statementId: 'p-another' })),
    /as adjustmentFen, its adjustments say/,
  ],
  [
    'a statement that netted more',
    'statements',
    first((row) => row.nettedFen !== '0', more('nettedFen')),
    /was netted, the ledger says/,
  ],
  [
    'a payment that was never made',
    'statements',
    (rows) => rows.map((row) => ({ ...more('payoutFen')(row), closingFen: (BigInt(row.closingFen!) - 1n).toString() })),
    /as payoutFen, its payments say/,
  ],
  ['a debt made smaller', 'obligations', first(any, (row) => ({ ...row, amountFen: '1' })), /too much|by the ledger/],
  ['a debt left out', 'obligations', (rows) => rows.slice(1), /not there|by the ledger/],
  ['a lot of which more came', 'lots', first(any, more('receivedGrams')), /its movements say/],
  ['a delivery left out', 'lot-movements', (rows) => rows.slice(1), /its movements say/],
  [
    'an entry of the log changed',
    'audit-chain',
    first(any, (row) => ({ ...row, contentHash: '0'.repeat(64) })),
    /broken at entry 1/,
  ],
  ['an entry of the log left out', 'audit-chain', (rows) => rows.filter((_, at) => at !== 1), /broken at entry 2/],
  ['the end of the log cut off', 'audit-chain', (rows) => rows.slice(0, -1), /before the checkpoint/],
])('%s is found and named', async (_, kind, change, words) => {
  const verdict = await check(forged(kind, change));
  expect(verdict).toMatchObject({ ok: false, broken: expect.stringMatching(words) });
  if (verdict.ok) return;
  // In Chinese the same, to the fen.
  const sums = (text: string) => (text.match(/-?¥\d+\.\d\d/g) ?? []).sort();
  expect(sums(verdict.brokenZh)).toEqual(sums(verdict.broken));
  expect(verdict.brokenZh).toMatch(/\p{Script=Han}/u);
  expect(verdict.brokenZh).not.toMatch(/undefined|null|NaN/);
});

test('a file that is not the one of the manifest, one that is missing and an export broken off are said', async () => {
  const folder = forged('lots', (rows) => rows);
  writeFileSync(
    join(folder, 'lots.ndjson'),
    readFileSync(join(folder, 'lots.ndjson'), 'utf8').replace('"code":"', '"code":"X'),
  );
  expect(await check(folder)).toMatchObject({
    ok: false,
    broken: expect.stringMatching(/lots.ndjson is not the file/),
  });
  rmSync(join(folder, 'lots.ndjson'));
  expect(await check(folder)).toMatchObject({ ok: false, broken: 'lots.ndjson is missing' });
  rmSync(join(folder, 'manifest.json'));
  expect(await check(folder)).toMatchObject({
    ok: false,
    broken: expect.stringMatching(/no export, or one that was broken off/),
  });
});

test('a log written anew as a whole is found by who kept a checkpoint', async () => {
  const kept = new Map([['1', 'f'.repeat(64)]]);
  expect(await check(whole, { kept })).toMatchObject({ ok: false, broken: expect.stringMatching(/checkpoint at 1/) });
});

test('an export goes into a folder of its own', async () => {
  await expect(writeExport({ databaseUrl: shop.url, folder: whole, key })).rejects.toThrow(/is not empty/);
});
