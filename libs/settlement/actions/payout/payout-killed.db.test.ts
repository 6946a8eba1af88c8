import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { holding, testMasterKey } from '@xihuo/testing';
import { openPayoutDesk, type PayoutDesk } from '../../fixtures/payout-desk';

const root = join(__dirname, '../../../..');
const JOB = 'settlement.payouts';
let desk: PayoutDesk;
beforeEach(async () => {
  desk = await openPayoutDesk();
});
afterEach(() => holding.closeSound(desk.shop));

/** A round of the worker's job in a process of its own, killed at a point; answers how it ended. */
const dies = (failpoint: string) =>
  new Promise((resolve, reject) => {
    const values = ['test/chaos/run-job.ts', desk.shop.url, testMasterKey, failpoint, JOB];
    const child = spawn(process.execPath, ['-r', '@swc-node/register', ...values], {
      ...{ cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
      env: { ...process.env, SWC_NODE_PROJECT: 'tsconfig.base.json', SWCRC: 'true' },
    });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? code));
  });

test.each([
  ['payout.setAside:beforeCommit', 0],
  [`${JOB}:afterCommit`, 2],
])('killed at %s money is set aside for every line once', async (failpoint, left) => {
  await desk.account(desk.household);
  await desk.account(desk.offer.supplierId, '102100099996');
  await desk.settled();
  const run = await desk.draw();
  await desk.approve(run);
  const transfers = () => desk.shop.count(`select count(*) from ledger.transfer where code like 'payout.%'`);
  expect(await dies(failpoint)).toBe('SIGKILL');
  expect(await transfers()).toBe(left);
  expect(await holding.brokenInvariants(desk.shop.count)).toEqual({});
  await desk.setAside();
  await desk.setAside();
  expect(await transfers()).toBe(2);
  expect((await desk.itemsOf(run)).map(({ state }) => state)).toEqual(['setAside', 'setAside']);
});
