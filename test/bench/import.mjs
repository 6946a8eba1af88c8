// Tables of 10,000 products, prices and counts through the real api and worker: handed in, looked at, confirmed, written.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequire } from 'node:module';
import { median } from './rounds.mjs';
import { root, Stage } from './stage.mjs';

const rows = 10_000;
const wanted = 1_500;
const mostMb = 300;
/** Of each table: the first one also warms the processes up and counts like the others. */
const rounds = 3;

/** @typedef {{ kind: 'products' | 'prices' | 'stock', format: 'xlsx' | 'csv', columns: string[], lines: (string | number)[][] }} Table */

/** @param {import('./report.mjs').Report} report */
export async function imports(report) {
  const stage = new Stage('import');
  try {
    await stage.database();
    const api = await stage.server('api', 'dist/server/apps/api/main.js', '/health/ready');
    await stage.server('worker', 'dist/server/apps/worker/main.js', '/health/ready');
    const clerk = await Clerk.signIn(api, stage.folder);
    const owner = await stage.owner();
    const { rows: counties } = await owner.query(`select code from registry.region where level = 'county' limit 200`);
    await owner.query('delete from platform.rate_window');
    report.say(`${rows} rows a table, by a clerk of a supplier, over HTTP; ${rounds} tables of each kind`);

    const speeds = /** @type {Record<string, number[]>} */ ({});
    for (let round = 0; round < rounds; round += 1) {
      await owner.query('delete from platform.rate_window');
      for (const table of tablesOf(round, counties)) {
        const { seconds, read, write } = await clerk.import(table);
        if (process.env.BENCH_MEMORY)
          report.say(['api', 'worker'].map((name) => `${name} ${peakMb(stage.pidOf(name))}`).join(' '));
        (speeds[table.kind] ??= []).push(rows / seconds);
        report.say(
          `${table.kind} (${table.format}), table ${round + 1}: handed in and looked at in ${read.toFixed(2)} s, written in ${write.toFixed(2)} s`,
        );
      }
    }
    for (const kind of ['products', 'prices', 'stock'])
      report.figure({
        figure: kind,
        value: median(speeds[kind] ?? []),
        unit: 'rows/s',
        limit: wanted,
        atLeast: 1,
        said: 'from the first byte sent to the last row written',
      });
    for (const name of ['api', 'worker'])
      report.figure({ figure: `${name}-memory`, value: peakMb(stage.pidOf(name)), unit: 'MB', limit: mostMb });
  } finally {
    await stage.down();
  }
}

/** @param {number} round @param {{ code: string }[]} counties @returns {Table[]} */
function tablesOf(round, counties) {
  const numbers = Array.from({ length: rows }, (_, at) => at);
  const name = (/** @type {number} */ at) => `量测商品${round}-${at}`;
  const pack = (/** @type {number} */ at) => `${(at % 20) + 1}kg`;
  const county = (/** @type {number} */ at) => counties[at % counties.length]?.code ?? '';
  return [
    {
      ...{ kind: 'products', format: 'xlsx' },
      columns: ['商品名称', '品类', '产地', '储存条件', '保质期', '商品说明', '规格', '零售价', '起订量'],
      lines: numbers.map((at) => [
        ...[name(at), '水果', county(at), '常温', 90, '海拔一千二百米，九月采收', pack(at), 19.9, 1],
      ]),
    },
    {
      ...{ kind: 'prices', format: 'xlsx' },
      columns: ['商品', '规格', '零售价'],
      lines: numbers.map((at) => [name(at), pack(at), 20.5]),
    },
    {
      ...{ kind: 'stock', format: 'csv' },
      columns: ['商品', '规格', '库存'],
      lines: numbers.map((at) => [name(at), pack(at), 100 + (at % 50)]),
    },
  ];
}

/** Somebody of a supplier in the demonstration data, as a browser asks on their behalf. */
class Clerk {
  #origin;
  #headers = /** @type {Record<string, string>} */ ({ surface: 'console' });
  supplier = '';

  /** @param {number} port */
  constructor(port) {
    this.#origin = `http://127.0.0.1:${port}/api/v1`;
  }

  /** @param {number} port @param {string} folder */
  static async signIn(port, folder) {
    const accounts = JSON.parse(readFileSync(join(folder, 'demo-accounts.json'), 'utf8'));
    const { login, password } = accounts.find((/** @type {{ role: string }} */ one) => one.role === 'supplier');
    const clerk = new Clerk(port);
    const body = JSON.stringify({ surface: 'console', login, password });
    const answer = await clerk.#fetch('POST', '/sessions', body, { 'content-type': 'application/json' });
    clerk.#headers['cookie'] = String(answer.headers.get('set-cookie')).split(';')[0] ?? '';
    const { grants } = await (await clerk.#fetch('GET', '/me')).json();
    clerk.supplier = grants.find((/** @type {{ role: string }} */ one) => one.role === 'supplier').organisation.id;
    return clerk;
  }

  /** @param {string} method @param {string} path @param {string | Buffer} [body] @param {Record<string, string>} [headers] */
  async #fetch(method, path, body, headers = {}) {
    const answer = await fetch(this.#origin + path, {
      ...{ method, headers: { ...this.#headers, ...headers } },
      ...(body === undefined ? {} : { body }),
    });
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
    return answer;
  }

  /** @param {Table} table */
  async import({ kind, format, columns, lines }) {
    const bytes = await fileOf(format, columns, lines);
    const began = performance.now();
    const file = `/imports?kind=${kind}&scope=${this.supplier}&name=bench.${format}`;
    const sent = await this.#fetch('POST', file, bytes, { 'content-type': 'application/octet-stream' });
    let read = await sent.json();
    const looked = performance.now();
    if (read.counts.ready !== rows) throw new Error(`${kind}: ${JSON.stringify(read.counts)}`);
    const version = { 'if-match': `"${read.version}"`, 'content-type': 'application/json' };
    await this.#fetch('POST', `/imports/${read.id}/confirm`, '{}', version);
    do {
      await new Promise((done) => setTimeout(done, 100));
      read = await (await this.#fetch('GET', `/imports/${read.id}`)).json();
    } while (read.state === 'writing');
    if (read.counts.written !== rows) throw new Error(`${kind}: ${JSON.stringify(read)}`);
    const done = performance.now();
    return { seconds: (done - began) / 1000, read: (looked - began) / 1000, write: (done - looked) / 1000 };
  }
}

const load = createRequire(`${root}/dist/server/`);

/** @param {'xlsx' | 'csv'} format @param {string[]} titles @param {(string | number)[][]} lines @returns {Promise<Buffer>} */
async function fileOf(format, titles, lines) {
  const { exportFile } = load('./libs/platform/export/stream-file.js');
  const table = { name: 'bench', columns: titles.map((title) => ({ title })), rows: lines };
  return Buffer.from((await exportFile('bench', format, [table])).bytes);
}

/** The most a process ever had resident. @param {number} pid */
function peakMb(pid) {
  const status = `/proc/${pid}/status`;
  if (!existsSync(status)) throw new Error('only Linux tells how much memory a process had at most');
  return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(status, 'utf8'))?.[1]) / 1000;
}
