import type { Actor } from '@xihuo/platform';
import { holding } from '@xihuo/testing';
import { diesAt, stepDies, workerDies } from '../../fixtures/dying';
import { openPayoutDesk, tells, type PayoutDesk } from '../../fixtures/payout-desk';
import { instruct } from './bank-file';
import { viewPayoutRun, viewPayoutRuns, type PayoutRunView } from './view-payouts';

/** kill -9 at every step of a payout, one after the other: what was done is done once, and what was not is done after. */

const WORKER = 'settlement.payouts';
const CAME_BACK = 'settlement.onPayoutsCameBack';
const PATIENCE = 480_000;
/** One point of each kind; every one of them with the long tests. */
const ONE_OF_A_KIND = new Set([
  ...[
    'payout.draw:listed',
    'payout.approve:afterCommit',
    'payout.setAside:beforeCommit',
    'payout.instruct:beforeCommit',
  ],
  ...['payout.results:beforeCommit', `${CAME_BACK}:afterCommit`],
]);

let desk: PayoutDesk;
beforeAll(async () => {
  desk = await openPayoutDesk();
  await desk.account(desk.household);
  await desk.account(desk.offer.supplierId, '102100099996');
  await desk.settled();
});
afterAll(() => holding.closeSound(desk.shop));

const step = (name: string, by: Actor, about: object) => stepDies(desk, name, by, about);
const worker = (job: string) => workerDies(desk, job);
type Dying = Parameters<typeof diesAt>;
const dying = (kill: Dying[1], done: Dying[2], points: Dying[3]) => diesAt(desk, kill, done, points, ONE_OF_A_KIND);

const transfers = () => desk.shop.count(`select count(*) from ledger.transfer where code like 'payout.%'`);
const events = (event: string) =>
  desk.shop.count('select count(*) from settlement.payout_event where event = $1', [event]);
const refused = (code: string) => expect.objectContaining({ code });

async function drawn(): Promise<PayoutRunView> {
  const [first] = (await viewPayoutRuns(desk.shop.database, desk.drawer, { limit: 1 })).data;
  return viewPayoutRun(desk.shop.database, desk.drawer, first!.id);
}

test(
  'a payout is drawn, approved, set aside, handed over, paid and returned once each, wherever it is killed',
  async () => {
    const lists = () => desk.shop.count('select count(*) from settlement.payout_run');
    await dying(step('draw', desk.drawer, {}), lists, [
      ['payout.draw:listed', 0],
      ['payout.draw:beforeCommit', 0],
      ['payout.draw:afterCommit', 1],
    ]);
    if ((await lists()) === 0) await desk.draw();
    await expect(desk.draw()).rejects.toEqual(refused('PAYOUT_RUN_OPEN'));

    const run = await drawn();
    const state = async () => (await drawn()).state;
    await dying(step('approve', desk.approver, { id: run.id, hash: run.hash }), state, [
      ['payout.approve:moved', 'drawn'],
      ['payout.approve:beforeCommit', 'drawn'],
      ['payout.approve:afterCommit', 'approved'],
    ]);
    await expect(desk.approve(run)).rejects.toEqual(refused('NOT_AT_THIS_STEP'));

    await dying(worker(WORKER), transfers, [
      ['payout.setAside:beforeCommit', 0],
      [`${WORKER}:beforeCommit`, 0],
      [`${WORKER}:afterCommit`, 2],
    ]);
    await desk.setAside();
    await desk.setAside();
    expect(await transfers()).toBe(2);

    const batch = run.batches[0]!.id;
    const batchState = async () => (await drawn()).batches[0]!.state;
    await dying(step('instruct', desk.drawer, { id: batch }), batchState, [
      ['payout.instruct:moved', 'setAside'],
      ['payout.instruct:beforeCommit', 'setAside'],
      ['payout.instruct:afterCommit', 'instructed'],
    ]);
    await desk.as(desk.drawer, (tx) => instruct(tx, batch));

    const [payable, share] = await desk.itemsOf(run);
    const paid = [tells(payable!, 'pay'), tells(share!, 'pay')];
    await dying(step('tell', desk.drawer, { id: batch, rows: paid }), () => events('pay'), [
      ['payout.results:beforeCommit', 0],
      ['payout.tell:beforeCommit', 0],
      ['payout.tell:afterCommit', 2],
    ]);
    await desk.tell(run, ...paid);
    expect(await desk.tell(run, ...paid)).toEqual(['known', 'known']);

    const back = [tells(share!, 'bounce', { reason: '户名不符' })];
    await dying(step('tell', desk.drawer, { id: batch, rows: back }), () => events('bounce'), [
      ['payout.results:beforeCommit', 0],
      ['payout.tell:beforeCommit', 0],
      ['payout.tell:afterCommit', 1],
    ]);
    await desk.tell(run, ...back);
    expect(await desk.tell(run, ...back)).toEqual(['known']);
    await dying(worker(CAME_BACK), () => events('bounce'), [
      [`${CAME_BACK}:beforeCommit`, 1],
      [`${CAME_BACK}:afterCommit`, 1],
    ]);

    expect((await desk.itemsOf(run)).map(({ state: became }) => became)).toEqual(['paid', 'returned']);
    expect([
      await desk.balance('supplierPayable', desk.offer.supplierId),
      await desk.balance('householdPayable', desk.household),
    ]).toEqual([0, 2_000]);
    expect(await desk.shop.count('select count(*) from settlement.payout_due where item_id is null')).toBe(1);
  },
  PATIENCE,
);
