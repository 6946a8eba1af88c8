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

const PATIENCE = 480_000;

/** One point of each kind; every one of them with the long tests. */
const EVERY = process.env['TEST_LONG'] === '1';
const ONE_OF_A_KIND = new Set([
  ...['settlement.prepare:opened', 'settlement.prepare:afterCommit', 'settlement.shard:funded'],
  ...['settlement.shard:afterCommit', 'settlement.shard:between', 'settlement.close:afterCommit'],
]);

/** Kills a round at each point after the other: after every kill all that is there is sound, and so many shards are settled. */
async function diesAt(points: readonly (readonly [string, number])[], before: number): Promise<void> {
  for (const [failpoint, done] of points.filter(([point]) => EVERY || ONE_OF_A_KIND.has(point))) {
    expect([failpoint, await dies(failpoint)]).toEqual([failpoint, 'SIGKILL']);
    expect([failpoint, (await settledShards()) - before]).toEqual([failpoint, done]);
    expect([failpoint, await holding.brokenInvariants(season.shop.count)]).toEqual([failpoint, {}]);
  }
}

test(
  'killed while a run is prepared there is the whole run or none',
  async () => {
    const [before, shards] = [await runs(), await settledShards()];
    const end = await season.sold();
    const expected = await season.undisturbed(end);
    await diesAt(
      [
        ['settlement.prepare:opened', 0],
        ['settlement.prepare:beforeCommit', 0],
      ],
      shards,
    );
    expect(await runs()).toBe(before);
    await diesAt([['settlement.prepare:afterCommit', 0]], shards);
    expect(await runs()).toBe(before + 1);
    await goOn();
    expect(await season.books()).toEqual(expected);
    await goOn();
    expect(await season.books()).toEqual(expected);
  },
  PATIENCE,
);

test(
  'killed at every point of a run after the other, shards that are done stay done, and the others are done once',
  async () => {
    const before = await settledShards();
    const end = await season.sold();
    const expected = await season.undisturbed(end);
    await season.shop.does((tx) => prepareRun(tx, end, 1));
    await diesAt(
      [
        ['settlement.begin:beforeCommit', 0],
        ['settlement.begin:afterCommit', 0],
        ['settlement.shard:begun', 0],
        ['settlement.shard:taken', 0],
        ['settlement.shard:funded', 0],
        ['settlement.shard:posted', 0],
        ['settlement.shard:stated', 0],
        ['settlement.shard:beforeCommit', 0],
        ['settlement.shard:afterCommit', 1],
        ['settlement.shard:between', 2],
        ['settlement.close:beforeCommit', 3],
        ['settlement.close:afterCommit', 3],
      ],
      before,
    );
    expect(await season.books()).toEqual(expected);
    await goOn();
    expect(await season.books()).toEqual(expected);
  },
  PATIENCE,
);

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
