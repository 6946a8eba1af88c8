/**
 * What placing orders is held against: a bare node-postgres script that writes the same rows, one transaction an order, every
 * statement prepared, with as many orders in flight as there are buyers over as many connections as the api's pool: round
 * trip by round trip, or (`inOneCall`) by the function of order-call.sql. No HTTP, no validation, no rights:
 * `node bare-orders.mjs '<json>'` like load.mjs.
 */
import { createHash, randomFillSync, randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import pg from 'pg';
import { baskets, delivery } from './basket.mjs';
import { measure } from './measure.mjs';
import { pool as connections, root } from './stage.mjs';

const load = createRequire(`${root}/dist/server/`);
const { Vault } = load('./libs/platform/seal/vault.js');
const { uuidv7 } = load('./libs/kernel/ids.js');
const { orderNumber } = load('./libs/ordering/rules/order-number.js');

const statements = {
  now: 'select platform.business_now() as now',
  lockKey: 'select pg_try_advisory_xact_lock($1::bigint) as locked',
  findKey: 'select body_hash, response from platform.idempotency_key where key_hash = $1',
  offers: `select sku_id, supplier_id, product_id, slug, name_zh, pack, net_grams, price_fen, perishable
             from catalogue.offer_v where sku_id = any ($1::uuid[]) and for_sale`,
  lockStock:
    'select sku_id, on_hand - reserved as available from ordering.stock where sku_id = any ($1::uuid[]) order by sku_id for update',
  order: `insert into ordering.customer_order (id, number, token_hash, amount_fen, region_code, delivery_sealed, delivery_masked,
            placed_at, pay_by, fee_rule_version) values ($1, $2, $3, $4, $5, $6, $7, $8, $8::timestamptz + interval '30 minutes', $9)`,
  supplierOrder:
    'insert into ordering.supplier_order (order_id, supplier_id, amount_fen) values ($1, $2, $3) returning id',
  line: `insert into ordering.order_line (order_id, supplier_order_id, sku_id, quantity, unit_price_fen, amount_fen, product_id,
           product_slug, product_name, pack, net_grams, perishable) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
         returning id`,
  stock: 'update ordering.stock set reserved = reserved + $2 where sku_id = $1 and place_id = warehouse_id',
  movement: `insert into ordering.stock_movement (sku_id, kind, on_hand_change, reserved_change, order_id, at)
             values ($1, 'reserve', 0, $2, $3, $4)`,
  key: 'insert into platform.idempotency_key (key_hash, route, body_hash, response, created_at) values ($1, $2, $3, $4, $5)',
  inOneCall: 'select bench.place_order($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)',
  event: `insert into platform.outbox_event (id, name, payload, request_id, occurred_at) values ($1, 'orderPlaced', $2, $3, $4)`,
};

/** @param {string | Buffer} text */
const sha256 = (text) => createHash('sha256').update(text).digest();
const newId = () => uuidv7(Date.now(), randomFillSync(Buffer.alloc(16)));
const vault = new Vault(String(process.env.MASTER_KEY));
const masked = JSON.stringify({ address: '示例路 1 号***', name: '示**', phone: '138****0000' });

/** @typedef {ReturnType<ReturnType<typeof baskets>>} Basket */

/** @param {string} id */
const sealedFor = (id) =>
  vault.seal({ table: 'ordering.customer_order', row: id, column: 'delivery_sealed' }, JSON.stringify(delivery));

/** Where to ask: a connection that is held, or whichever is free. @param {pg.Pool | pg.PoolClient} where */
const asking =
  (where) =>
  /** @param {keyof typeof statements} name @param {unknown[]} [values] @returns {Promise<any[]>} */
  async (name, values = []) =>
    (await where.query({ name, text: statements[name], values })).rows;

/** @param {pg.Pool} pool @param {Basket} basket */
async function placeInOneCall(pool, basket) {
  const id = newId();
  const number = orderNumber(new Date().toISOString().slice(0, 10), randomInt(1_000_000_000));
  await asking(pool)('inOneCall', [
    ...[id, number, sha256(id), delivery.regionCode, sealedFor(id), masked],
    ...[basket.map(({ skuId }) => skuId), basket.map(({ quantity }) => quantity)],
    ...[sha256(newId()), sha256(JSON.stringify({ lines: basket, delivery })), newId(), newId()],
  ]);
}

/** @param {pg.PoolClient} client @param {Basket} basket */
async function placeOrder(client, basket) {
  const id = newId();
  const keyHash = sha256(newId());
  const body = JSON.stringify({ lines: basket, delivery });
  const ask = asking(client);

  const [{ now }] = await ask('now');
  await ask('lockKey', [keyHash.readBigInt64BE(0)]);
  await ask('findKey', [keyHash]);
  const offers = new Map((await ask('offers', [basket.map(({ skuId }) => skuId)])).map((row) => [row.sku_id, row]));
  await ask('lockStock', [basket.map(({ skuId }) => skuId)]);

  const lines = basket.map(({ skuId, quantity }) => {
    const offer = offers.get(skuId);
    return { offer, quantity, amount: BigInt(offer.price_fen) * BigInt(quantity) };
  });
  const total = lines.reduce((sum, { amount }) => sum + amount, 0n);
  const number = orderNumber(now.toISOString().slice(0, 10), randomInt(1_000_000_000));
  await ask('order', [
    id,
    number,
    sha256(id),
    total,
    delivery.regionCode,
    sealedFor(id),
    masked,
    now,
    'fee.platformBp@2026-01-01',
  ]);

  const answer = [];
  for (const supplierId of new Set(lines.map(({ offer }) => offer.supplier_id))) {
    const own = lines.filter(({ offer }) => offer.supplier_id === supplierId);
    const sum = own.reduce((all, { amount }) => all + amount, 0n);
    const [supplierOrder] = await ask('supplierOrder', [id, supplierId, sum]);
    for (const { offer, quantity, amount } of own) {
      const [line] = await ask('line', [
        ...[id, supplierOrder.id, offer.sku_id, quantity, offer.price_fen, amount, offer.product_id],
        ...[offer.slug, offer.name_zh, offer.pack, offer.net_grams, offer.perishable],
      ]);
      answer.push({ ...offer, ...line, supplierOrderId: supplierOrder.id, quantity, amount: String(amount) });
    }
  }
  for (const { offer, quantity } of lines) await ask('stock', [offer.sku_id, quantity]);
  for (const { offer, quantity } of lines) await ask('movement', [offer.sku_id, quantity, id, now]);
  const response = JSON.stringify({ id, number, amount: String(total), delivery: masked, lines: answer });
  await ask('key', [keyHash, 'POST /orders', sha256(body), response, now]);
  await ask('event', [newId(), JSON.stringify({ orderId: id }), newId(), now]);
}

/**
 * @param {pg.Pool} pool
 * @param {Basket} basket
 * @returns {Promise<void>}
 */
async function inTransaction(pool, basket) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await placeOrder(client, basket);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/**
 * Nine random digits a day: among tens of thousands of orders two now and then draw the same number, and one draws again.
 * @param {() => Promise<void>} place
 * @returns {Promise<void>}
 */
async function untilNumbered(place) {
  try {
    await place();
  } catch (error) {
    if (/** @type {{ constraint?: string }} */ (error).constraint !== 'customer_order_number_key') throw error;
    await untilNumbered(place);
  }
}

/** @param {import('./load.mjs').Load} wanted */
async function run({ connections: buyers, seconds, offersFile, seed = 1, inOneCall = false }) {
  const basket = baskets(JSON.parse(readFileSync(String(offersFile), 'utf8')), seed);
  const options = '-c role=xihuo_app -c timezone=UTC';
  const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: connections, options });
  try {
    const place = inOneCall ? placeInOneCall : inTransaction;
    return await measure({ atOnce: buyers, seconds }, () => {
      const wanted = basket();
      return untilNumbered(() => place(pool, wanted));
    });
  } finally {
    await pool.end();
  }
}

console.log(JSON.stringify(await run(JSON.parse(process.argv[2] ?? '{}'))));
