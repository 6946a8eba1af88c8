import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { check } from './check.mjs';
import {
  any,
  first,
  more,
  mustBeFound,
  openExport,
  read,
  type Export,
  type Forgery,
  type Row,
} from './fixtures/forging';

jest.setTimeout(240_000);

let out: Export;
const isReleased = (row: Row) => row.state === 'released';
const isReleasedOrder = (id: string) =>
  read(out.whole, 'supplier-orders').some((row) => row.id === id && isReleased(row));
/** All but a fen of a line, under another name. */
const rest = (row: Row) => ({ ...row, id: 'p-rest', amountFen: (BigInt(row.amountFen!) - 1n).toString() });

beforeAll(async () => void (out = await openExport()));
afterAll(() => out.close());

test('what was exported fits, and says what was looked at', async () => {
  const said: string[] = [];
  expect(await check(out.whole, { log: (line) => said.push(line) })).toEqual({ ok: true });
  expect(said.join('\n')).toMatch(/5 settled lines/);
  expect(said.join('\n')).toMatch(/1 closed supplier orders/);
  const inChinese: string[] = [];
  await check(out.whole, { log: (line) => inChinese.push(line), language: 'zh' });
  expect(inChinese).toHaveLength(said.length);
  expect(inChinese.join('\n')).toMatch(/5 条已结算明细/);
  expect(read(out.whole, 'shares').length).toBeGreaterThan(2);
});

test.each<Forgery>([
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
    first(isReleased, more('capturedFen')),
    /was captured, the ledger says/,
  ],
  ['a line of which more was paid', 'order-lines', first(any, more('amountFen')), /its lines make/],
  [
    'a line of which more went back',
    'order-lines',
    first((row) => isReleasedOrder(row.supplierOrderId!) && row.refundedFen === '0', more('refundedFen')),
    /was paid and not given back/,
  ],
  [
    'a line that nobody shared in',
    'order-lines',
    (rows) => {
      const [one] = rows.filter((row) => isReleasedOrder(row.supplierOrderId!));
      return [...rows.map((row) => (row === one ? { ...row, amountFen: '1' } : row)), rest(one!)];
    },
    /was paid and not given back/,
  ],
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
    'rebates that went back with one fen more',
    'shares-back',
    first(any, more('amountFen')),
    /of rebates .* went back from .* by its shares, .* by the ledger/,
  ],
  ['rebates that went back left out', 'shares-back', (rows) => rows.slice(1), /the ledger moved/],
  [
    'rebates that went back for another adjustment',
    'shares-back',
    first(any, (row) => ({ ...row, adjustmentId: 'p-another' })),
    /the ledger moved|which is not there/,
  ],
  [
    'rebates that went back of another household',
    'shares-back',
    (rows) => rows.map((row) => ({ ...row, payeeId: 'p-somebody' })),
    /of rebates .* went back from an account of p-somebody/,
  ],
  [
    'what rebates gave back called a correction',
    'adjustments',
    first(
      (row) => row.kind === 'rebateBack',
      (row) => ({ ...row, kind: 'correction' }),
    ),
    /the ledger moved/,
  ],
  [
    'more sent back to a funder than the ledger says',
    'subsidy-returns',
    first(any, more('amountFen')),
    /went back to a funder by/,
  ],
  ['what was sent back to a funder left out', 'subsidy-returns', () => [], /the ledger sent ¥7.00 back to funders/],
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
])('%s is found and named', (...forgery) => mustBeFound(out, forgery));

test('a file that is not the one of the manifest, one that is missing and an export broken off are said', async () => {
  const folder = out.forged('lots', (rows) => rows);
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
  expect(await check(out.whole, { kept })).toMatchObject({
    ok: false,
    broken: expect.stringMatching(/checkpoint at 1/),
  });
});
