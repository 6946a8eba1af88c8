import { admissionParts } from '@xihuo/admission';
import { catalogueParts } from '@xihuo/catalogue';
import { orderingParts } from '@xihuo/ordering';
import { paymentParts } from '@xihuo/payment';
import { registryParts } from '@xihuo/registry';
import { holding, openField, openHouse, openShop, type House } from '@xihuo/testing';
import { loadReference } from './reference';

/** A house for real use: its migrations, and what no house can do without; nothing of the demonstration. */

let house: House;
beforeAll(async () => {
  const field = await openField({ pool: 4 });
  expect(await loadReference(field.url)).toBe(true);
  house = await openHouse({ field, parts: [registryParts] });
});
afterAll(() => house?.close());

const TABLES = ['region', 'pairing', 'listed_county', 'policy', 'calendar_exception'];
const held = async () =>
  Object.fromEntries(
    await Promise.all(
      TABLES.map(async (table) => [
        table,
        await house.rows(`select xmin::text, held.* from registry.${table} held order by held::text`),
      ]),
    ),
  ) as Record<string, object[]>;
const forget = () => house.rows(`delete from platform.seed_step where name like 'reference %'`);

test('nothing of it is the demonstration', async () => {
  expect(await house.rows('select demo from platform.instance')).toEqual([{ demo: false }]);
  expect(await house.count('select count(*) from registry.organisation')).toBe(0);
});

test('a guest begins a cart where the settings are these alone', async () => {
  const shop = await openShop();
  await shop.rows(`delete from registry.policy where source = 'test'`);
  await loadReference(shop.url);
  const { skuId } = await shop.offer({ priceFen: 1_000n });
  const parts = [admissionParts, catalogueParts, paymentParts, orderingParts];
  const open = await openHouse({ field: shop, parts });
  const changes = [{ skuId, quantity: 1, selected: true }];
  const { status, body } = await open.browser('shop').ask('PUT', '/cart/lines', { changes });
  expect([status, typeof body['token']]).toEqual([200, 'string']);
  await holding.closeSound(open);
});

test('every setting has a value, there are regions, and the year is known', async () => {
  // In a year whose notice is out; of one that has its statutory days alone the calendar says so.
  await house.rows(`select platform.set_clock_offset(timestamptz '2026-06-15T04:00:00Z' - now())`);
  const examined = { database: house.database } as Parameters<
    NonNullable<typeof registryParts.goLive>[number]['missing']
  >[0];
  const checks = registryParts.goLive ?? [];
  expect(await Promise.all(checks.map(async (check) => [check.name, await check.missing(examined)]))).toEqual([
    ['registry.regions', []],
    ['registry.settings', []],
    ['registry.calendar', []],
  ]);
  await house.rows(`select platform.set_clock_offset('0')`);
});

test('asked again it does not look; and where it looks, it touches nothing', async () => {
  const before = await held();
  const records = await house.count('select count(*) from platform.audit_entry');
  expect(await loadReference(house.url)).toBe(false);
  await forget();
  expect(await loadReference(house.url)).toBe(true);
  expect(await held()).toEqual(before);
  expect(await house.count('select count(*) from platform.audit_entry')).toBe(records);
  expect(before.policy!.length).toBeGreaterThan(100);
  expect(before.region).toHaveLength(3218);
});

test('what operators have set stays; what is missing comes', async () => {
  await house.rows(
    `update registry.policy set value = '50', effective_from = '2026-02-01', source = 'ours' where key = 'fee.platformBp'`,
  );
  await house.rows(`delete from registry.policy where key = 'cart.guestDays'`);
  await house.rows(`update registry.region set name = '改名' where code = '110000'`);
  await forget();
  await loadReference(house.url);
  const found = await house.rows<{ key: string; value: number; source: string }>(
    `select key, value, source from registry.policy where key in ('fee.platformBp', 'cart.guestDays') order by key`,
  );
  expect(found).toMatchObject([
    { key: 'cart.guestDays', value: 30 },
    { key: 'fee.platformBp', value: 50, source: 'ours' },
  ]);
  expect(await house.rows(`select name from registry.region where code = '110000'`)).toEqual([{ name: '改名' }]);
});
