import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { RouteKey } from '@xihuo/contract';
import type { CallerName } from './callers';
import { debt, householdOf, paperOf, yuan } from './dues-rows';
import { keptContent } from './table';
import { openWorld, type Made, type World } from './world';

/** What must not be said of money owed to households is refused by its name, changes nothing, and leaves one line. */

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world?.close());

const lines = (code: string) =>
  world.house.count(
    `select count(*) from platform.audit_content
      where content::json -> 'after' ->> 'refused' = $1 and content::json ->> 'actor' like 'person:%'
        and content::json ->> 'subjectId' <> ''`,
    [code],
  );

async function refused(name: CallerName, key: RouteKey, made: Made, wanted: [number, string]) {
  const [before, written] = [await keptContent(world), await lines(wanted[1])];
  const answer = await world.ask(name, key, made);
  expect([answer.status, answer.code]).toEqual(wanted);
  expect(await keptContent(world)).toEqual(before);
  expect(await lines(wanted[1])).toBe(written + 1);
  return answer.body;
}

async function paid(fen: number, more: object = {}): Promise<Made> {
  const body = {
    ...{ id: randomUUID(), supplierId: world.offer.supplierId, householdId: await householdOf(world) },
    ...{ amount: yuan(fen), method: 'cash', paidOn: await world.day(0), paperId: await paperOf(world) },
    ...{ obligationIds: [await debt(world)], ...more },
  };
  return { body };
}

test('more paid outside than is owed: what is open is answered', async () => {
  const made = await paid(10_001);
  const body = await refused('supplier', 'POST /benefit/outside-payments', made, [409, 'OUTSIDE_PAYMENT_TOO_LARGE']);
  expect(body).toMatchObject({ open: yuan(10_000) });
});

test('nothing, or on a day to come', async () => {
  await refused('supplier', 'POST /benefit/outside-payments', await paid(0), [422, 'AMOUNT_ZERO']);
  const tomorrow = await paid(100, { paidOn: await world.day(1) });
  await refused('supplier', 'POST /benefit/outside-payments', tomorrow, [422, 'OUTSIDE_PAYMENT_DAY']);
});

test('one receipt for two payments', async () => {
  const first = await paid(100);
  await world.granted('supplier', 'POST /benefit/outside-payments', first);
  const { paperId } = first.body as { paperId: string };
  await refused('supplier', 'POST /benefit/outside-payments', await paid(100, { paperId }), [409, 'RECEIPT_USED']);
});

test('a pool that pays nobody', async () => {
  const body = {
    ...{ supplierId: world.offer.supplierId, title: '示例分红', year: Number((await world.day(0)).slice(0, 4)) },
    ...{ declared: yuan(1_000), paperId: await paperOf(world) },
  };
  await refused('supplier', 'POST /benefit/pools', { body }, [409, 'POOL_WITHOUT_PAYEES']);
});

test.each([
  ['59.99 %', 599_900, 409, 'DISTRIBUTION_BELOW_SIXTY'],
  ['one fen less than sixty', 599_999, 409, 'DISTRIBUTION_BELOW_SIXTY'],
  ['more than there is', 1_000_001, 422, 'DISTRIBUTION_ABOVE_SURPLUS'],
] as const)('a distribution of %s', async (_, byVolume, status, code) => {
  const body = {
    ...{ supplierId: world.offer.supplierId, year: Number((await world.day(0)).slice(0, 4)) - 1 },
    ...{ surplus: yuan(1_200_000), losses: yuan(100_000), reserve: yuan(100_000), byVolume: yuan(byVolume) },
    paperId: await paperOf(world),
  };
  const answer = await refused('supplier', 'POST /benefit/distributions', { body }, [status, code]);
  if (code === 'DISTRIBUTION_BELOW_SIXTY') expect(JSON.stringify(answer)).toMatch(/第四十四条|art\. 44/);
});
