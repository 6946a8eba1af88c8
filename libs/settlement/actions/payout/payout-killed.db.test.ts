import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { must } from '@xihuo/kernel';
import type { Actor } from '@xihuo/platform';
import { holding, testMasterKey } from '@xihuo/testing';
import { openPayoutDesk, tells, type PayoutDesk } from '../../fixtures/payout-desk';
import { instruct } from './bank-file';
import { viewPayoutRun, viewPayoutRuns, type PayoutRunView } from './view-payouts';

/** kill -9 at every step of a payout, one after the other: what was done is done once, and what was not is done after. */

const root = join(__dirname, '../../../..');
const WORKER = 'settlement.payouts';
const CAME_BACK = 'settlement.onPayoutsCameBack';
const PATIENCE = 480_000;
/** One point of each kind; every one of them with the long tests. */
const EVERY = process.env['TEST_LONG'] === '1';
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

/** A script in a process of its own, killed at a point; answers how it ended. */
const dies = (script: string, failpoint: string, ...more: string[]) =>
  new Promise((resolve, reject) => {
    const values = [script, desk.shop.url, testMasterKey, failpoint, ...more];
    const child = spawn(process.execPath, ['-r', '@swc-node/register', ...values], {
      ...{ cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
      env: { ...process.env, SWC_NODE_PROJECT: 'tsconfig.base.json', SWCRC: 'true' },
    });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? code));
  });
const step = (name: string, by: Actor, about: object) => (failpoint: string) => {
  must(by.kind === 'person', 'finance is a person');
  return dies('libs/settlement/fixtures/payout-step.ts', failpoint, name, by.personId, JSON.stringify(about));
};
const worker = (job: string) => (failpoint: string) => dies('test/chaos/run-job.ts', failpoint, job);

/** Kills a step at each point after the other; after every kill all there is is sound, and `done` says whether the step was done. */
async function diesAt(
  kill: (failpoint: string) => Promise<unknown>,
  done: () => Promise<unknown>,
  points: readonly (readonly [string, unknown])[],
): Promise<void> {
  for (const [failpoint, expected] of points.filter(([point]) => EVERY || ONE_OF_A_KIND.has(point))) {
    expect([failpoint, await kill(failpoint)]).toEqual([failpoint, 'SIGKILL']);
    expect([failpoint, await done()]).toEqual([failpoint, expected]);
    expect([failpoint, await holding.brokenInvariants(desk.shop.count)]).toEqual([failpoint, {}]);
  }
}

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
    await diesAt(step('draw', desk.drawer, {}), lists, [
      ['payout.draw:listed', 0],
      ['payout.draw:beforeCommit', 0],
      ['payout.draw:afterCommit', 1],
    ]);
    if ((await lists()) === 0) await desk.draw();
    await expect(desk.draw()).rejects.toEqual(refused('PAYOUT_RUN_OPEN'));

    const run = await drawn();
    const state = async () => (await drawn()).state;
    await diesAt(step('approve', desk.approver, { id: run.id, hash: run.hash }), state, [
      ['payout.approve:moved', 'drawn'],
      ['payout.approve:beforeCommit', 'drawn'],
      ['payout.approve:afterCommit', 'approved'],
    ]);
    await expect(desk.approve(run)).rejects.toEqual(refused('NOT_AT_THIS_STEP'));

    await diesAt(worker(WORKER), transfers, [
      ['payout.setAside:beforeCommit', 0],
      [`${WORKER}:beforeCommit`, 0],
      [`${WORKER}:afterCommit`, 2],
    ]);
    await desk.setAside();
    await desk.setAside();
    expect(await transfers()).toBe(2);

    const batch = run.batches[0]!.id;
    const batchState = async () => (await drawn()).batches[0]!.state;
    await diesAt(step('instruct', desk.drawer, { id: batch }), batchState, [
      ['payout.instruct:moved', 'setAside'],
      ['payout.instruct:beforeCommit', 'setAside'],
      ['payout.instruct:afterCommit', 'instructed'],
    ]);
    await desk.as(desk.drawer, (tx) => instruct(tx, batch));

    const [payable, share] = await desk.itemsOf(run);
    const paid = [tells(payable!, 'pay'), tells(share!, 'pay')];
    await diesAt(step('tell', desk.drawer, { id: batch, rows: paid }), () => events('pay'), [
      ['payout.results:beforeCommit', 0],
      ['payout.tell:beforeCommit', 0],
      ['payout.tell:afterCommit', 2],
    ]);
    await desk.tell(run, ...paid);
    expect(await desk.tell(run, ...paid)).toEqual(['known', 'known']);

    const back = [tells(share!, 'bounce', { reason: '户名不符' })];
    await diesAt(step('tell', desk.drawer, { id: batch, rows: back }), () => events('bounce'), [
      ['payout.results:beforeCommit', 0],
      ['payout.tell:beforeCommit', 0],
      ['payout.tell:afterCommit', 1],
    ]);
    await desk.tell(run, ...back);
    expect(await desk.tell(run, ...back)).toEqual(['known']);
    await diesAt(worker(CAME_BACK), () => events('bounce'), [
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
