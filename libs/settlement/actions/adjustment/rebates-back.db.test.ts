import { money } from '@xihuo/kernel';
import { holding } from '@xihuo/testing';
import { kit, openPayoutDesk, tells, type PayoutDesk } from '../../fixtures/payout-desk';
import { runSettlement } from '../run-settlement';
import { discardList } from '../payout/decide-list';
import { decide } from './decide-adjustment';
import { proposeLateRefund } from './propose-adjustment';

jest.setTimeout(240_000);

/**
 * Of what a line of 100 yuan sold for, its household has a tenth as second rebate beside its 20 yuan of floor price. What of it is not
 * paid goes back with the goods; what is paid, or on its way, the supplier bears.
 */

let desk: PayoutDesk;
let supplier: string;
beforeEach(async () => {
  desk = await openPayoutDesk();
  supplier = desk.offer.supplierId;
  await desk.shop.rows('update benefit.agreement set rebate_bp = 1000');
  await desk.settled();
});
afterEach(() => holding.closeSound(desk.shop));

async function goesBack(fen: bigint): Promise<void> {
  const [line] = await desk.shop.rows<{ statement: string; line: string }>(
    `select statement.id as statement, line.line_id as line from settlement.line join settlement.statement using (run_id, supplier_id)
      order by statement.period_end limit 1`,
  );
  const wanted = { statementId: line!.statement, lineId: line!.line, amount: money.toWire(money.fen(fen)) };
  const id = await desk.as(desk.drawer, (tx) =>
    proposeLateRefund(tx, { ...wanted, reason: '批次召回', evidence: '召回公告' }),
  );
  await desk.as(desk.approver, (tx) => decide(tx, kit, { id, decision: 'approve', reason: '核对无误' }));
}
/** What the household has to come, what its rebate is, funded and taken back, and what the supplier is to give back. */
const books = async () => {
  const [rebate] = await desk.shop.rows<Record<'owed' | 'funded' | 'reversed', string>>(
    `select amount_fen as owed, funded_fen as funded, reversed_fen as reversed from benefit.obligation where kind = 'rebate'`,
  );
  return {
    household: await desk.balance('householdPayable', desk.household),
    rebate: [rebate!.owed, rebate!.funded, rebate!.reversed].map(Number),
    back: await desk.balance('supplierReceivable', supplier),
  };
};
const adjustments = () =>
  desk.shop.rows(
    `select kind, amount_fen::integer as fen, state from settlement.adjustment order by kind, amount_fen desc`,
  );
async function nextDay(): Promise<void> {
  const end = await desk.today();
  await desk.later(24);
  await desk.shop.does((tx) => runSettlement(tx, end));
}

test('what was funded and is not paid goes back in proportion, is due no more, and lowers what the supplier gives back', async () => {
  expect(await books()).toEqual({ household: 3_000, rebate: [1_000, 1_000, 0], back: 0 });
  await goesBack(2_500n);
  expect(await books()).toEqual({ household: 2_750, rebate: [1_000, 750, 250], back: 2_250 });
  await goesBack(2_501n);
  // Half of the line, and a fen: what of the rebate goes is rounded down.
  expect(await books()).toEqual({ household: 2_500, rebate: [1_000, 500, 500], back: 4_501 });
  await goesBack(4_999n);
  expect(await books()).toEqual({ household: 2_000, rebate: [1_000, 0, 1_000], back: 9_000 });
  const approved = (kind: string, ...sums: number[]) => sums.map((fen) => ({ kind, fen, state: 'approved' }));
  expect(await adjustments()).toEqual([
    ...approved('lateRefund', -2_500, -2_501, -4_999),
    ...approved('rebateBack', 500, 250, 250),
  ]);

  await nextDay();
  const [said] = await desk.shop.rows(
    `select adjustment_fen::integer as adjustment, late_refund_fen::integer as late, netted_fen::integer as netted, closing_fen::integer as closing
       from settlement.statement where supplier_id = $1 order by period_end desc limit 1`,
    [supplier],
  );
  expect(said).toEqual({ adjustment: 1_000, late: 10_000, netted: 7_000, closing: -2_000 });
  await desk.account(desk.household);
  const run = await desk.draw();
  expect((await desk.itemsOf(run)).map(({ purpose, amount }) => [purpose, amount.amount])).toEqual([['share', '2000']]);
});

test('what is on a payout list is on its way: the supplier bears it', async () => {
  await desk.account(desk.household);
  await desk.draw();
  await goesBack(5_000n);
  expect(await books()).toEqual({ household: 3_000, rebate: [1_000, 1_000, 0], back: 5_000 });
  expect(await adjustments()).toEqual([{ kind: 'lateRefund', fen: -5_000, state: 'approved' }]);
});

test('what is paid stays the household’s; once the bank sends it back it is unpaid, and goes with the next refund', async () => {
  await desk.account(desk.household);
  const run = await desk.atTheBank();
  const on = await desk.today();
  const [item] = await desk.itemsOf(run);
  await desk.tell(run, tells(item!, 'pay', { on }));
  await goesBack(5_000n);
  expect(await books()).toEqual({ household: 0, rebate: [1_000, 1_000, 0], back: 5_000 });
  await desk.tell(run, tells(item!, 'bounce', { on, reason: '账户已销户' }));
  await goesBack(1_000n);
  expect(await books()).toEqual({ household: 2_400, rebate: [1_000, 400, 600], back: 5_400 });
});

test('never more than goes back to the buyer, however much more is unpaid by then', async () => {
  await desk.account(desk.household);
  const { id } = await desk.draw();
  await goesBack(9_900n);
  await desk.as(desk.drawer, (tx) => discardList(tx, { id, reason: '重新生成' }));
  await goesBack(100n);
  expect(await books()).toEqual({ household: 2_900, rebate: [1_000, 900, 100], back: 9_900 });
});
