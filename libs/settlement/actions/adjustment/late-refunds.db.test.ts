import { money } from '@xihuo/kernel';
import { holding } from '@xihuo/testing';
import { grant, kit, openPayoutDesk, person, tells, type PayoutDesk } from '../../fixtures/payout-desk';
import { runSettlement } from '../run-settlement';
import { viewHeld } from '../payout/view-payouts';
import { decide } from './decide-adjustment';
import { proposeLateRefund } from './propose-adjustment';

jest.setTimeout(240_000);

/** What buyers are paid back of lines that were settled, and paid out: their supplier owes it, households keep what they have (F6). */

let desk: PayoutDesk;
let supplier: string;

beforeEach(async () => {
  desk = await openPayoutDesk();
  supplier = desk.offer.supplierId;
  await desk.settled();
});
afterEach(() => holding.closeSound(desk.shop));

interface Line {
  statement: string;
  line: string;
  part: string;
}
async function settledLine(): Promise<Line> {
  const [row] = await desk.shop.rows<Line>(
    `select statement.id as statement, line.line_id as line, bought.supplier_order_id as part
       from settlement.line join settlement.statement using (run_id, supplier_id) join ordering.order_line bought on bought.id = line.line_id
      order by statement.period_end limit 1`,
  );
  return row!;
}
const wanted = ({ statement, line }: Line, fen: bigint) => ({
  ...{ statementId: statement, lineId: line, amount: money.toWire(money.fen(fen)) },
  ...{ reason: '批次召回', evidence: '召回公告 2026-01' },
});
const propose = async (fen: bigint) => {
  const line = await settledLine();
  return desk.as(desk.drawer, (tx) => proposeLateRefund(tx, wanted(line, fen)));
};
const approve = (id: string, by = desk.approver) =>
  desk.as(by, (tx) => decide(tx, kit, { id, decision: 'approve', reason: '核对无误' }));
async function refunded(fen: bigint): Promise<string> {
  const id = await propose(fen);
  await approve(id);
  return id;
}
async function nextDay(): Promise<void> {
  const end = await desk.today();
  await desk.later(24);
  await desk.shop.does((tx) => runSettlement(tx, end));
}
const newest = async () => {
  const [row] = await desk.shop.rows<Record<'opening' | 'payable' | 'late' | 'payout' | 'netted' | 'closing', string>>(
    `select opening_fen as opening, payable_fen as payable, late_refund_fen as late, payout_fen as payout, netted_fen as netted,
            closing_fen as closing from settlement.statement where supplier_id = $1 order by period_end desc limit 1`,
    [supplier],
  );
  return row!;
};
const dues = () => desk.balance('householdPayable', desk.household);

test('a refund after the supplier was paid is owed by it at once, comes first off its next statement, and households keep theirs', async () => {
  await desk.account(desk.household);
  await desk.account(supplier);
  const run = await desk.atTheBank();
  const items = await desk.itemsOf(run);
  await desk.tell(
    run,
    ...(await Promise.all(items.map(async (item) => tells(item, 'pay', { on: await desk.today() })))),
  );
  expect(await desk.balance('supplierPayable', supplier)).toBe(0);
  const had = await dues();

  const id = await refunded(3_000n);
  const { part } = await settledLine();
  expect(
    await desk.shop.rows(`select amount_fen, source_kind, source_id from payment.refund where supplier_order_id = $1`, [
      part,
    ]),
  ).toEqual([{ amount_fen: '3000', source_kind: 'lateRefund', source_id: id }]);
  expect(await desk.balance('supplierReceivable', supplier)).toBe(3_000);
  expect(await dues()).toBe(had);

  // The next sale is taken first, to the fen; what is left of it is due.
  await desk.settled();
  const said = await newest();
  expect(said).toMatchObject({ late: '3000', netted: '3000', opening: '8000', payout: '8000' });
  expect(BigInt(said.closing)).toBe(BigInt(said.payable) - 3_000n);
  expect(await desk.balance('supplierReceivable', supplier)).toBe(0);
  expect(await desk.balance('supplierPayable', supplier)).toBe(Number(said.closing));
  const next = await desk.draw();
  const payable = (await desk.itemsOf(next)).find(({ purpose }) => purpose === 'payable')!;
  expect(payable.amount.amount).toBe(said.closing);
});

test('while it is owed nothing is paid to the supplier, and what it is due is netted on the next day', async () => {
  await desk.account(desk.household);
  await desk.account(supplier);
  const before = BigInt((await newest()).closing);
  await refunded(3_000n);
  const run = await desk.draw();
  const { data: held } = await viewHeld(desk.shop.database, desk.drawer, run.id, { limit: 10 });
  expect(held.map(({ reason, amount }) => [reason, BigInt(amount.amount)])).toEqual([['owesBack', before]]);
  await nextDay();
  expect(await newest()).toMatchObject({
    ...{ payable: '0', late: '3000', netted: '3000', payout: '0' },
    ...{ opening: before.toString(), closing: (before - 3_000n).toString() },
  });
});

test('never more than was settled of the line: neither at once, nor bit by bit, nor by two who approve at the same time', async () => {
  const paid = 10_000n;
  await expect(propose(paid + 1n)).rejects.toMatchObject({ code: 'LATE_REFUND_TOO_LARGE' });
  await expect(
    desk.as(desk.drawer, async (tx) => proposeLateRefund(tx, wanted({ ...(await settledLine()), line: supplier }, 1n))),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  const two = [await propose(6_000n), await propose(6_000n)];
  const answers = await Promise.allSettled([approve(two[0]!), approve(two[1]!, person(grant('finance')))]);
  expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: expect.stringMatching(/^(LATE_REFUND_TOO_LARGE|REFUND_TOO_LARGE)$/) },
  });
  expect(await desk.balance('supplierReceivable', supplier)).toBe(6_000);
  await expect(propose(4_001n)).rejects.toMatchObject({ code: 'LATE_REFUND_TOO_LARGE' });
  await refunded(4_000n);
});

test('nobody approves the refund they proposed, and a line that is not let go is none of its business', async () => {
  const id = await propose(1_000n);
  await expect(approve(id, desk.drawer)).rejects.toMatchObject({ code: 'FOUR_EYES' });
  const { part } = await settledLine();
  await desk.shop.rows(`update ordering.supplier_order set state = 'received' where id = $1`, [part]);
  await expect(approve(id)).rejects.toMatchObject({ code: 'ORDER_STATE' });
  await desk.shop.rows(`update ordering.supplier_order set state = 'released' where id = $1`, [part]);
  expect(await desk.shop.count('select count(*) from payment.refund')).toBe(0);
});
