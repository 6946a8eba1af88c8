import type { Actor } from '@xihuo/platform';
import { holding } from '@xihuo/testing';
import { grant, openPayoutDesk, person, type PayoutDesk } from '../../fixtures/payout-desk';
import { instruct } from './bank-file';
import { discardList } from './decide-list';
import { discardBatch } from './discard-batch';
import { stopPayouts } from './stop-payouts';
import { viewPayoutRun } from './view-payouts';

let desk: PayoutDesk;
beforeEach(async () => {
  desk = await openPayoutDesk();
  await desk.account(desk.household);
  await desk.account(desk.offer.supplierId, '102100099996');
  await desk.settled();
});
afterEach(() => holding.closeSound(desk.shop));

const stop = () => desk.as(desk.drawer, (tx) => stopPayouts(tx, { stopped: true, reason: '疑似欺诈' }));
const goOn = () => desk.as(desk.approver, (tx) => stopPayouts(tx, { stopped: false, reason: '已核实' }));

test('a batch that money was set aside for is taken back by two, also while payouts are stopped, and is due again', async () => {
  const run = await desk.draw();
  const batch = { id: run.batches[0]!.id, reason: '金额待核' };
  const takeBack = (by = desk.drawer) => desk.as(by, (tx) => discardBatch(tx, batch));
  await desk.approve(run);
  await expect(takeBack()).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  await desk.setAside();
  await stop();
  expect(await takeBack()).toMatchObject({ state: 'setAside', discarded_reason: '金额待核' });
  const offered = async (by: Actor) => (await viewPayoutRun(desk.shop.database, by, run.id)).batches[0]!.mayDiscard;
  expect([await offered(desk.drawer), await offered(desk.approver)]).toEqual([false, true]);
  await expect(takeBack()).rejects.toMatchObject({ code: 'FOUR_EYES' });
  expect(await takeBack(person(grant('finance')))).toMatchObject({ state: 'discarded' });
  await expect(takeBack(desk.approver)).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  expect((await desk.itemsOf(run)).map(({ state }) => state)).toEqual(['discarded', 'discarded']);
  expect(await desk.shop.count(`select count(*) from ledger.transfer where kind = 'voidPending'`)).toBe(2);
  await goOn();
  const again = await desk.atTheBank();
  expect(again).toMatchObject({ items: 2, amount: { amount: '10000' } });
  await expect(
    desk.as(desk.drawer, (tx) => discardBatch(tx, { ...batch, id: again.batches[0]!.id })),
  ).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
});

test('an approved list that nothing was set aside for is thrown away, also while payouts are stopped', async () => {
  const run = await desk.draw();
  await desk.approve(run);
  await stop();
  await desk.as(desk.drawer, (tx) => discardList(tx, { id: run.id, reason: '金额待核' }));
  expect(await viewPayoutRun(desk.shop.database, desk.drawer, run.id)).toMatchObject({
    ...{ state: 'discarded', discardedReason: '金额待核' },
    batches: [{ state: 'discarded' }],
  });
  await goOn();
  await desk.setAside();
  await expect(desk.as(desk.drawer, (tx) => instruct(tx, run.batches[0]!.id))).rejects.toMatchObject({
    code: 'NOT_AT_THIS_STEP',
  });
  expect(await desk.draw()).toMatchObject({ items: 2 });
});

describe('an approved list', () => {
  const aside = () => desk.shop.count(`select count(*) from ledger.transfer where code like 'payout.%'`);

  it('to which a batch is added is paid to nobody', async () => {
    const run = await desk.draw();
    await desk.approve(run);
    await desk.shop.rows(
      `insert into settlement.payout_batch (run_id, supplier_id, state, list_hash) values ($1, gen_random_uuid(), 'drawn', repeat('0', 64))`,
      [run.id],
    );
    await desk.setAside();
    const [{ state, reason }] = (await desk.shop.rows<{ state: string; reason: string }>(
      'select state, discarded_reason as reason from settlement.payout_run where id = $1',
      [run.id],
    )) as [{ state: string; reason: string }];
    expect([state, reason, await aside()]).toEqual(['discarded', 'altered', 0]);
    await desk.shop.rows(`delete from settlement.payout_batch where list_hash = repeat('0', 64)`);
    expect(await desk.draw()).toMatchObject({ items: 2 });
  });

  it('of which a batch would be paid by another debtor, hash and all, is paid to nobody, and it is said which', async () => {
    const run = await desk.draw();
    await desk.approve(run);
    const debtor = (id: string) =>
      desk.shop.rows('update settlement.payout_batch set supplier_id = $2 where id = $1', [run.batches[0]!.id, id]);
    const other = await desk.shop.offer();
    await debtor(other.supplierId);
    await desk.setAside();
    await debtor(desk.offer.supplierId);
    expect(await aside()).toBe(0);
    expect(await viewPayoutRun(desk.shop.database, desk.drawer, run.id)).toMatchObject({
      ...{ state: 'discarded', discardedReason: 'altered' },
      batches: [{ state: 'discarded', discardedReason: 'altered' }],
    });
  });
});
