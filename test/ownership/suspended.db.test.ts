import 'reflect-metadata';
import { keptContent } from './table';
import { openWorld, type Made, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world?.close());

const REASON = '多批次农残超标，经核实属实';

test('a suspended supplier sells nothing on the very next request, and again on the one after an appeal was right', async () => {
  const { shop, offer } = world;
  const order = () => world.ask('account', 'POST /orders', { body: shop.bodyOf({ offer }) });
  expect((await order()).status).toBe(201);

  const about = { supplierId: offer.supplierId, ground: 'EXT-01', summary: '抽检发现农残超标' };
  const opened = await world.granted('reviewer', 'POST /admission/cases', { body: about });
  const suspension: Made = { ids: { id: opened['id'] as string }, body: { kind: 'suspension', reason: REASON } };
  const { measures } = await world.granted('reviewer', 'POST /admission/cases/{id}/measures', suspension);

  const before = await keptContent(world);
  expect(await order()).toMatchObject({ status: 409, code: 'SKU_NOT_FOR_SALE' });
  expect(await keptContent(world)).toEqual(before);

  const ids = { id: (measures as { id: string }[])[0]!.id };
  const statement = { statement: '样品并非本社产品，附送检单' };
  const appeal = await world.granted('supplier', 'POST /supplier/measures/{id}/appeal', { ids, body: statement });
  await world.replaced('reviewer');
  await world.granted('reviewer', 'POST /admission/appeals/{id}/decision', {
    ids: { id: appeal['id'] as string },
    body: { decision: 'upheld', reason: '样品编号与送检记录不符' },
  });
  expect((await order()).status).toBe(201);
});

/** What the database takes of a machine: it may warn, hold a product and suspend; nobody leaves by a machine. */
test.each([
  ['notice', true],
  ['warning', true],
  ['rectification', true],
  ['productDelisting', true],
  ['suspension', true],
  ['exit', false],
  ['reAdmissionBar', false],
])('%s by a machine: %s', async (kind, may) => {
  const { supplierId } = await world.shop.offer();
  const imposed = (by: string) =>
    world.house.rows(
      `insert into admission.measure (supplier_id, kind, product_id, reason, imposed_by, started_at, ends_on)
       values ($1, $2::text, case when $2 = 'productDelisting' then gen_random_uuid() end, 'test', $3, now(), '2099-01-01')`,
      [supplierId, kind, by],
    );
  if (may) await expect(imposed('system:watching')).resolves.toBeDefined();
  else await expect(imposed('system:watching')).rejects.toThrow(/measure_by_people/);
  await expect(imposed(`person:${supplierId}`)).resolves.toBeDefined();
});
