import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createLog } from '@xihuo/platform';
import { holding, testMasterKey } from '@xihuo/testing';
import { openSeason, type Season } from '../../fixtures/season';
import { settleDaily } from '../../jobs/settle-daily.job';
import { prepareRun } from './prepare-run';

/** kill -9 of a worker amid a settlement, at every point of it: the books are those of a run that nobody disturbed. */

const root = join(__dirname, '../../../..');
let season: Season;
beforeAll(async () => {
  season = await openSeason(3);
  // Second rebates beside the floor price: of what the goods of every household sell for.
  await season.shop.rows(`update benefit.agreement set rebate_bp = 750 where kind = 'contractPurchase'`);
});
afterAll(() => holding.closeSound(season.shop));

/** A round of the worker's job in a process of its own, killed at a point; answers how it ended. */
const dies = (failpoint: string) =>
  new Promise((resolve, reject) => {
    const values = ['test/chaos/run-job.ts', season.shop.url, testMasterKey, failpoint, 'settlement.daily'];
    const child = spawn(process.execPath, ['-r', '@swc-node/register', ...values], {
      ...{ cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
      env: { ...process.env, SWC_NODE_PROJECT: 'tsconfig.base.json', SWCRC: 'true' },
    });
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(signal ?? code));
  });

async function goOn(): Promise<void> {
  const kit = { database: season.shop.database, log: createLog('silent', 'test') };
  await settleDaily.run(kit as Parameters<typeof settleDaily.run>[0]);
}

const settledShards = () => season.shop.count(`select count(*) from settlement.shard where state = 'settled'`);
const runs = () => season.shop.count('select count(*) from settlement.run');

test.each([
  ['settlement.prepare:opened', false],
  ['settlement.prepare:beforeCommit', false],
  ['settlement.prepare:afterCommit', true],
])('killed at %s there is the whole run or none', async (failpoint, isThere) => {
  const before = await runs();
  const end = await season.sold();
  const expected = await season.undisturbed(end);
  expect(await dies(failpoint)).toBe('SIGKILL');
  expect((await runs()) - before).toBe(isThere ? 1 : 0);
  expect(await holding.brokenInvariants(season.shop.count)).toEqual({});
  await goOn();
  expect(await season.books()).toEqual(expected);
  await goOn();
  expect(await season.books()).toEqual(expected);
});

test.each([
  ['settlement.begin:beforeCommit', 0],
  ['settlement.begin:afterCommit', 0],
  ['settlement.shard:begun', 0],
  ['settlement.shard:taken', 0],
  ['settlement.shard:funded', 0],
  ['settlement.shard:posted', 0],
  ['settlement.shard:stated', 0],
  ['settlement.shard:beforeCommit', 0],
  ['settlement.shard:afterCommit', 1],
  ['settlement.shard:between', 1],
  ['settlement.close:beforeCommit', 3],
  ['settlement.close:afterCommit', 3],
])('killed at %s, shards that are done stay done, and the others are done once', async (failpoint, done) => {
  const before = await settledShards();
  const end = await season.sold();
  const expected = await season.undisturbed(end);
  await season.shop.does((tx) => prepareRun(tx, end, 1));
  expect(await dies(failpoint)).toBe('SIGKILL');
  expect((await settledShards()) - before).toBe(done);
  expect(await holding.brokenInvariants(season.shop.count)).toEqual({});
  await goOn();
  expect(await season.books()).toEqual(expected);
  expect((await settledShards()) - before).toBe(3);
});

test('a worker that dies over one shard again and again leaves it to somebody, and settles the others', async () => {
  const end = await season.sold();
  const expected = await season.undisturbed(end);
  await season.shop.does((tx) => prepareRun(tx, end, 1));
  const [first] = await season.shop.rows<{ id: string }>(
    `update settlement.shard set begun = 5 where id = (select min(id::text)::uuid from settlement.shard where state = 'waiting') returning id`,
  );
  await goOn();
  expect(await season.shop.rows('select state, reason from settlement.shard where id = $1', [first!.id])).toEqual([
    { state: 'failed', reason: expect.stringMatching(/begun 5 times/) },
  ]);
  await season.shop.rows(`update settlement.shard set state = 'waiting', reason = null, begun = 0 where id = $1`, [
    first!.id,
  ]);
  await goOn();
  expect(await season.books()).toEqual(expected);
});
