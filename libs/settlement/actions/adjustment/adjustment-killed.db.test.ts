import { money } from '@xihuo/kernel';
import { holding } from '@xihuo/testing';
import { diesAt, stepDies } from '../../fixtures/dying';
import { exitRound } from '../../fixtures/leaving';
import { kit, openPayoutDesk, tells, type PayoutDesk } from '../../fixtures/payout-desk';
import { runSettlement } from '../run-settlement';
import { decide } from './decide-adjustment';
import { proposeAdjustment, proposeLateRefund, proposeWriteOff } from './propose-adjustment';

/** kill -9 while an adjustment is approved, of each kind: it is done whole and once, or not at all. */

const PATIENCE = 480_000;
const ONE_OF_A_KIND = new Set([
  ...['adjustment.refundLate:refunded', 'adjustment.decide:beforeCommit', 'payout.decide:afterCommit'],
]);

let desk: PayoutDesk;
let supplier: string;
beforeAll(async () => {
  desk = await openPayoutDesk();
  supplier = desk.offer.supplierId;
  await desk.account(desk.household);
  await desk.account(supplier, '102100099996');
  await desk.settled();
});
afterAll(() => holding.closeSound(desk.shop));

const about = { reason: '批次召回', evidence: '召回公告 2026-01' };
const sum = (fen: bigint) => money.toWire(money.fen(fen));
const stateOf = async (id: string) =>
  (await desk.shop.rows<{ state: string }>('select state from settlement.adjustment where id = $1', [id]))[0]!.state;
const again = (id: string) =>
  desk.as(desk.approver, (tx) => decide(tx, kit, { id, decision: 'approve', reason: '核对无误' }));

/** Dies wherever it can while it approves; answers once it is approved, and that nobody approves it a second time. */
async function approvedThrough(id: string, points: readonly string[], moved: () => Promise<number>): Promise<void> {
  const before = await moved();
  let after = before;
  await diesAt(
    desk,
    stepDies(desk, 'decide', desk.approver, { id }),
    async () => {
      after = await moved();
      return stateOf(id);
    },
    [
      ...[...points, 'adjustment.decide:beforeCommit', 'payout.decide:beforeCommit'].map(
        (point) => [point, 'proposed'] as const,
      ),
      ['payout.decide:afterCommit', 'approved'],
    ],
    ONE_OF_A_KIND,
  );
  expect(after).toBe(await moved());
  await expect(again(id)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  expect(await moved()).toBe(after);
}

async function nextDay(): Promise<void> {
  const end = await desk.today();
  await desk.later(24);
  await desk.shop.does((tx) => runSettlement(tx, end));
}
const owesBack = () => desk.balance('supplierReceivable', supplier);
const borne = () => desk.balance('platformAdjustment', null);
const refunds = () => desk.shop.count(`select count(*) from payment.refund where source_kind = 'lateRefund'`);

test(
  'a correction, a late refund and a write-off are approved once each, wherever it is killed, and the books are those of nobody who died',
  async () => {
    const correction = await desk.as(desk.drawer, (tx) =>
      proposeAdjustment(tx, { supplierId: supplier, statementId: null, lineId: null, amount: sum(500n), ...about }),
    );
    await approvedThrough(correction, [], borne);
    expect(await borne()).toBe(0);
    await nextDay();
    expect([await stateOf(correction), await borne()]).toEqual(['posted', 500]);

    const run = await desk.atTheBank();
    const on = await desk.today();
    await desk.tell(run, ...(await desk.itemsOf(run)).map((item) => tells(item, 'pay', { on })));
    const [line] = await desk.shop.rows<{ statement: string; line: string }>(
      `select statement.id as statement, line.line_id as line from settlement.line join settlement.statement using (run_id, supplier_id)`,
    );
    const refund = await desk.as(desk.drawer, (tx) =>
      proposeLateRefund(tx, { statementId: line!.statement, lineId: line!.line, amount: sum(3_000n), ...about }),
    );
    await approvedThrough(refund, ['adjustment.refundLate:refunded'], owesBack);
    expect([await owesBack(), await refunds()]).toEqual([3_000, 1]);

    await nextDay();
    await desk.shop.leaves(supplier);
    await exitRound(desk);
    const off = await desk.as(desk.drawer, (tx) =>
      proposeWriteOff(tx, { supplierId: supplier, amount: sum(3_000n), ...about }),
    );
    await approvedThrough(off, [], owesBack);
    expect([await owesBack(), await borne()]).toEqual([0, 3_500]);
    await nextDay();
    expect(
      await desk.shop.rows(
        `select closing_fen as closing from settlement.statement where supplier_id = $1 order by period_end desc limit 1`,
        [supplier],
      ),
    ).toEqual([{ closing: '0' }]);
  },
  PATIENCE,
);
