// A guest's cart of a hundred lines over HTTP: freight to a place and three promotions on them, one connection, one after the other.
import { Agent, request } from 'node:http';
import { Stage } from './stage.mjs';

const LINES = 100;
const WARM = 100;
const ASKED = 1_000;
const LIMIT_MS = 25;
const CITY = '310101';

/** @param {import('./report.mjs').Report} report */
export async function cart(report) {
  const stage = new Stage('cart');
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  try {
    await stage.database();
    const owner = await stage.owner();
    const skus = await offer(owner);
    const port = await stage.server('api', 'dist/server/apps/api/main.js', '/health/ready');
    const changes = skus.map((skuId) => ({ skuId, quantity: 2 }));
    const { token } = await ask(port, agent, 'PUT', `/api/v1/cart/lines?region=${CITY}`, {}, { changes });
    const path = `/api/v1/cart?region=${CITY}`;
    const headers = { 'cart-token': String(token) };
    check(await ask(port, agent, 'GET', path, headers));
    const times = [];
    for (let asked = 0; asked < WARM + ASKED; asked += 1) {
      const from = performance.now();
      await ask(port, agent, 'GET', path, headers);
      if (asked >= WARM) times.push(performance.now() - from);
    }
    times.sort((a, b) => a - b);
    const at = (/** @type {number} */ share) => Number(times[Math.floor(times.length * share)]);
    report.say(
      `${LINES} lines, ${ASKED} times on one connection: p50 ${at(0.5).toFixed(1)} ms, p90 ${at(0.9).toFixed(1)} ms`,
    );
    report.figure({ figure: 'p99', value: at(0.99), unit: 'ms', limit: LIMIT_MS });
  } finally {
    agent.destroy();
    await stage.down();
  }
}

/**
 * Ample stock of a hundred packs, freight of every supplier, and three promotions that run.
 * @param {import('pg').Client} owner
 * @returns {Promise<string[]>} the packs
 */
async function offer(owner) {
  await owner.query(`insert into ordering.stock (sku_id, on_hand) select sku_id, 1000000 from catalogue.offer_v where for_sale
                     on conflict (sku_id, place_id) do update set on_hand = excluded.on_hand`);
  const { rows } = await owner.query(
    `select sku_id as id, supplier_id as supplier from catalogue.offer_v where for_sale order by sku_id limit ${LINES}`,
  );
  if (rows.length < LINES) throw new Error(`only ${rows.length} packs are for sale, not ${LINES}`);
  const rate = (/** @type {string[]} */ regions, /** @type {string} */ storage) => ({
    ...{
      storage,
      regions,
      served: true,
      firstGrams: 1000,
      firstFen: '800',
      stepGrams: 500,
      stepFen: '150',
      freeFromFen: '9900000',
    },
  });
  const rates = ['ambient', 'chilled', 'frozen'].flatMap((storage) => [
    rate(['000000'], storage),
    rate(['540000', '650000'], storage),
    rate(['310000', '320000', '330000'], storage),
  ]);
  await owner.query(
    `insert into ordering.freight_template (supplier_id, effective_from, assumed_grams, rates, created_at)
     select distinct supplier_id, platform.business_now() - interval '1 day', 500, $1::jsonb, platform.business_now() from catalogue.offer_v`,
    [JSON.stringify(rates)],
  );
  const own = JSON.stringify([{ kind: 'supplier', organisationId: null, shareBp: 10_000 }]);
  const platform = JSON.stringify([{ kind: 'platform', organisationId: null, shareBp: 10_000 }]);
  const supplier = rows[0].supplier;
  const insert = (/** @type {unknown[]} */ values) =>
    owner.query(
      `insert into ordering.promotion (id, supplier_id, kind, state, name_zh, name_en, starts_at, ends_at, percent_bp, threshold_fen,
                                       reduction_fen, funders, created_at)
       values (uuidv7(), $1, $2, 'published', '示例', 'Example', platform.business_now() - interval '1 day',
               platform.business_now() + interval '1 day', $3, $4, $5, $6, platform.business_now())`,
      values,
    );
  // Those of the demonstration rest: three are measured.
  await owner.query(
    `update ordering.promotion set ends_at = starts_at + interval '1 second' where state = 'published'`,
  );
  await insert([null, 'fullReduction', null, 10_000, 1_000, platform]);
  await insert([supplier, 'campaignPrice', 500, null, null, own]);
  await insert([supplier, 'fullReduction', null, 1_000, 100, own]);
  await owner.query('vacuum (analyze)');
  return rows.map(({ id }) => id);
}

/** A cart that is not priced is not measured. @param {any} view */
function check(view) {
  const lines = view.groups.flatMap((/** @type {{ lines: unknown[] }} */ group) => group.lines);
  if (lines.length !== LINES) throw new Error(`${lines.length} lines can be bought, not ${LINES}`);
  if (view.promotions.length !== 3) throw new Error(`${view.promotions.length} promotions hold, not 3`);
  if (view.freight.amount === '0') throw new Error('nothing is asked for freight');
}

/**
 * @param {number} port @param {Agent} agent @param {string} method @param {string} path
 * @param {Record<string, string>} headers @param {object} [body] @returns {Promise<any>}
 */
function ask(port, agent, method, path, headers, body) {
  return new Promise((done, fail) => {
    const sent = request(
      { host: '127.0.0.1', port, method, path, agent, headers: { ...headers, 'content-type': 'application/json' } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk) => (text += chunk));
        response.once('end', () =>
          response.statusCode === 200 ? done(JSON.parse(text)) : fail(new Error(`${response.statusCode} ${text}`)),
        );
      },
    );
    sent.once('error', fail);
    sent.end(body ? JSON.stringify(body) : undefined);
  });
}
