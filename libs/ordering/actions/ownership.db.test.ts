import { routes } from '@xihuo/contract';
import { Database, newId, Vault } from '@xihuo/platform';
import { cloneDatabase, testMasterKey, type DatabaseClone } from '@xihuo/testing';
import { Client } from 'pg';
import { deliveryCell } from '../store/delivery-cell';
import { ordersFile } from './export-orders';
import { orderToken, tokenHash } from './order-token';
import { viewOrder } from './view-order';
import { listShippingTasks, viewShippingTask } from './view-shipping-task';

const vault = new Vault(testMasterKey);
const tokenKey = vault.derive('order-token');
const address = { regionCode: '110101', address: '示例路 1 号', name: '张三', phone: '13800000000' };

let clone: DatabaseClone;
let database: Database;
let owner: Client;
const [mine, neighbour] = [newId(), newId()];

beforeAll(async () => {
  clone = await cloneDatabase();
  database = await Database.open({ url: clone.url, pool: 2 });
  owner = new Client({ connectionString: clone.url });
  await owner.connect();
  await owner.query(`insert into registry.region (code, name, level, pinyin, province_code)
                     values ('110000', '北京市', 'province', 'beijing', '110000'), ('110101', '东城区', 'county', 'dongcheng', '110000')`);
  await owner.query(
    `insert into registry.organisation (id, reference, name_zh, name_en, kind)
     select id, 'test-' || id, '示例合作社', 'Example cooperative', 'cooperative' from unnest($1::uuid[]) as id`,
    [[mine, neighbour]],
  );
});
afterAll(async () => {
  await owner?.end();
  await database?.close();
  await clone?.drop();
});

interface Paid {
  orderId: string;
  supplierOrderId: string;
}

/** An order of one line, paid and to be shipped by `supplier`. */
async function paidOrder(supplier: string, personId: string | null = null): Promise<Paid> {
  const [orderId, supplierOrderId] = [newId(), newId()];
  await owner.query(
    `insert into ordering.customer_order (id, number, person_id, token_hash, state, amount_fen, region_code, delivery_sealed,
       delivery_masked, placed_at, pay_by, paid_at, fee_rule_version)
     values ($1, ($1::uuid)::text, $2, $3, 'paid', 3000, '110101', $4, '{"address": "", "name": "", "phone": ""}', now(), now(), now(), 'test')`,
    [
      orderId,
      personId,
      tokenHash(orderToken(tokenKey, orderId)),
      vault.seal(deliveryCell(orderId), JSON.stringify(address)),
    ],
  );
  await owner.query(
    `insert into ordering.supplier_order (id, order_id, supplier_id, state, amount_fen, sought) values ($1, $2::uuid, $3, 'toShip', 3000, $2::uuid || ' 示例')`,
    [supplierOrderId, orderId, supplier],
  );
  await owner.query(
    `insert into ordering.order_line (order_id, supplier_order_id, sku_id, quantity, unit_price_fen, amount_fen, product_id,
       product_slug, product_name, pack, perishable)
     values ($1, $2, $3, 2, 1500, 3000, $3, 'example', '示例', '500g', false)`,
    [orderId, supplierOrderId, newId()],
  );
  return { orderId, supplierOrderId };
}

const notFound = expect.objectContaining({ code: 'NOT_FOUND' }) as Error;

test('an order opens to its own token', async () => {
  const { orderId } = await paidOrder(mine);
  const order = await viewOrder(database, orderId, { personId: null, token: orderToken(tokenKey, orderId) });
  expect(order).toMatchObject({ id: orderId, supplierOrders: [{ supplier: { id: mine } }] });
});

test('the token of another order, no token and an invented one open nothing', async () => {
  const [order, other] = [await paidOrder(mine), await paidOrder(mine)];
  for (const token of [orderToken(tokenKey, other.orderId), 'invented', '', null]) {
    await expect(viewOrder(database, order.orderId, { personId: null, token })).rejects.toEqual(notFound);
  }
});

test('the order of an account opens to that account alone', async () => {
  const [person, stranger] = [newId(), newId()];
  const { orderId } = await paidOrder(mine, person);
  await expect(viewOrder(database, orderId, { personId: person, token: null })).resolves.toMatchObject({ id: orderId });
  await expect(viewOrder(database, orderId, { personId: stranger, token: null })).rejects.toEqual(notFound);
});

test("a guest's order is nobody's account's order", async () => {
  const { orderId } = await paidOrder(mine);
  await expect(viewOrder(database, orderId, { personId: newId(), token: null })).rejects.toEqual(notFound);
});

test('a supplier opens its own order with the address, and not its neighbour’s', async () => {
  const own = await paidOrder(mine);
  const others = await paidOrder(neighbour);
  const task = await viewShippingTask(database, vault, own.supplierOrderId, [mine]);
  expect(task.shipTo).toMatchObject({ address: address.address, phone: address.phone });
  await expect(viewShippingTask(database, vault, others.supplierOrderId, [mine])).rejects.toEqual(notFound);
  await expect(viewShippingTask(database, vault, own.supplierOrderId, [])).rejects.toEqual(notFound);
});

test("a supplier's list holds its own orders only", async () => {
  await paidOrder(mine);
  await paidOrder(neighbour);
  const { data } = await listShippingTasks(database, vault, [mine], { limit: 100 });
  expect(new Set(data.map((task) => task.supplier.id))).toEqual(new Set([mine]));
});

test('orders are found by their number or goods and turned round; a page goes on where the one before ended', async () => {
  const own = newId();
  await owner.query(
    `insert into registry.organisation (id, reference, name_zh, name_en, kind)
     values ($1::uuid, 'test-' || $1::text, '示例合作社', 'Example cooperative', 'cooperative')`,
    [own],
  );
  for (let made = 0; made < 5; made += 1) await paidOrder(own);
  const list = (query: { q?: string; sort?: 'placed' | '-placed'; cursor?: string; limit?: number }) =>
    listShippingTasks(database, vault, [own, neighbour], { limit: 100, ...query });
  const all = (await list({})).data.filter(({ supplier }) => supplier.id === own);
  const turned: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await list({ sort: '-placed', limit: 2, ...(cursor === undefined ? {} : { cursor }) });
    turned.push(...page.data.filter(({ supplier }) => supplier.id === own).map(({ id }) => id));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  expect(turned).toEqual(all.map(({ id }) => id).toReversed());
  const [first] = all;
  await owner.query(`update ordering.supplier_order set sought = 'XH2026113077 示例' where id = $1`, [first!.id]);
  // As it is read out, not as it is written.
  expect((await list({ q: 'xh2026 1130-77' })).data.map(({ id }) => id)).toEqual([first!.id]);
  expect((await list({ q: first!.lines[0]!.productName })).data.length).toBeGreaterThanOrEqual(5);
  expect((await list({ q: '%' })).data).toEqual([]);
});

test('what a version of the program writes that knows no such words is found by its number and its goods', async () => {
  const [orderId, partId] = [newId(), newId()];
  await owner.query(
    `with placed as (
       insert into ordering.customer_order (id, number, token_hash, state, amount_fen, region_code, delivery_sealed, delivery_masked, placed_at,
         pay_by, paid_at, fee_rule_version)
       values ($1, 'XH2026113099', $4, 'paid', 3000, '110101', '\\x00', '{"address": "", "name": "", "phone": ""}', now(), now(), now(), 'test')
     ), part as (
       insert into ordering.supplier_order (id, order_id, supplier_id, state, amount_fen) values ($2, $1, $3, 'toShip', 3000)
     )
     insert into ordering.order_line (order_id, supplier_order_id, sku_id, quantity, unit_price_fen, amount_fen, product_id, product_slug,
       product_name, pack, perishable)
     values ($1, $2, uuidv7(), 2, 1500, 3000, uuidv7(), 'example', '示例 Tea', '500g', false)`,
    [orderId, partId, neighbour, tokenHash(orderToken(tokenKey, orderId))],
  );
  const { rows } = await owner.query('select sought from ordering.supplier_order where id = $1', [partId]);
  expect(rows).toEqual([{ sought: 'XH2026113099 示例 tea' }]);
});

test('a file of orders holds the own ones, narrowed as asked, a row a line, and nobody to call', async () => {
  const own = newId();
  await owner.query(
    `insert into registry.organisation (id, reference, name_zh, name_en, kind)
     values ($1::uuid, 'test-' || $1::text, '示例合作社', 'Example cooperative', 'cooperative')`,
    [own],
  );
  await paidOrder(own);
  await paidOrder(own);
  await paidOrder(neighbour);
  const lines = async (state?: 'toShip' | 'shipped', q?: string) => {
    const query = routes['GET /supplier/orders/file'].query.parse({ format: 'csv', state, q });
    const { bytes } = await ordersFile({ database, vault }, [own], { ...query, language: 'zh' });
    const chunks: string[] = [];
    for await (const chunk of bytes) chunks.push(String(chunk));
    return chunks.join('').trim().split('\r\n');
  };
  const toShip = await lines('toShip');
  expect(toShip).toHaveLength(3);
  expect(toShip[1]).toMatch(/,待发货,示例,500g,2,15,30,北京市.*,张三$/);
  expect(toShip.join()).not.toMatch(/13800000000|示例路/);
  expect(await lines('shipped')).toHaveLength(1);
  expect(await lines('toShip', '没有这样的货')).toHaveLength(1);
});
