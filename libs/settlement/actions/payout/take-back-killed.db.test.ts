import { holding } from '@xihuo/testing';
import { diesAt, stepDies } from '../../fixtures/dying';
import { openPayoutDesk, type PayoutDesk } from '../../fixtures/payout-desk';
import { discardBatch } from './discard-batch';
import { viewPayoutRun } from './view-payouts';

/** kill -9 while a batch that money was set aside for is taken back: it is given back whole and once, or not at all. */

const ONE_OF_A_KIND = new Set(['payout.discardBatch:moved', 'payout.discardBatch:afterCommit']);

let desk: PayoutDesk;
beforeAll(async () => {
  desk = await openPayoutDesk();
  await desk.account(desk.household);
  await desk.account(desk.offer.supplierId, '102100099996');
  await desk.settled();
});
afterAll(() => holding.closeSound(desk.shop));

test('a batch is asked back and taken back once each, wherever it is killed', async () => {
  const run = await desk.draw();
  await desk.approve(run);
  await desk.setAside();
  const batch = run.batches[0]!.id;
  const askedBy = () =>
    desk.shop.count('select count(discard_asked_by) from settlement.payout_batch where id = $1', [batch]);
  const kill = (by: PayoutDesk['drawer']) => stepDies(desk, 'discardBatch', by, { id: batch });
  await diesAt(
    desk,
    kill(desk.drawer),
    askedBy,
    [
      ['payout.discardBatch:moved', 0],
      ['payout.discardBatch:beforeCommit', 0],
    ],
    ONE_OF_A_KIND,
  );
  await desk.as(desk.drawer, (tx) => discardBatch(tx, { id: batch, reason: '金额待核' }));

  const state = async () => (await viewPayoutRun(desk.shop.database, desk.drawer, run.id)).batches[0]!.state;
  const due = () => desk.shop.count('select count(*) from settlement.payout_due where item_id is null');
  const aside = () =>
    desk.shop.count(`select count(*) from ledger.transfer_v where code like 'payout.%' and kind = 'pending'
    and not exists (select from ledger.transfer_v ended where ended.pending_id = transfer_v.id)`);
  const after = async () => [await state(), await due(), await aside()];
  await diesAt(
    desk,
    kill(desk.approver),
    after,
    [
      ['payout.discardBatch:moved', ['setAside', 0, 2]],
      ['payout.discardBatch:beforeCommit', ['setAside', 0, 2]],
      ['payout.discardBatch:afterCommit', ['discarded', 2, 0]],
    ],
    ONE_OF_A_KIND,
  );
  await expect(
    desk.as(desk.approver, (tx) => discardBatch(tx, { id: batch, reason: '金额待核' })),
  ).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  expect(await desk.draw()).toMatchObject({ items: 2 });
}, 240_000);
