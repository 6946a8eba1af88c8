import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Shop } from '@xihuo/testing';
import { writeExport } from '../export/write-export.mjs';
import { check } from './check.mjs';
import { tradeSmallSeason } from './fixtures/small-season';

jest.setTimeout(240_000);

type Row = Record<string, string | null>;

const home = mkdtempSync(join(tmpdir(), 'xihuo-export-'));
const whole = join(home, 'whole');
const key = 'a key of this test';
let shop: Shop;
let households: string[];

beforeAll(async () => {
  ({ shop, households } = await tradeSmallSeason());
  await writeExport({ databaseUrl: shop.url, folder: whole, key });
});
afterAll(async () => {
  await shop.close();
  rmSync(home, { recursive: true, force: true });
});

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
