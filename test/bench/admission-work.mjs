/**
 * What the admission bench has done by our own code, a process of its own so that its memory is its own:
 * `node admission-work.mjs prepare | night | reassess <version> <day>` prints one JSON line, with the statements that took longest.
 */
import { createRequire } from 'node:module';
import pg from 'pg';
import { root } from './stage.mjs';

const load = createRequire(`${root}/dist/server/`);
const { Database } = load('./libs/platform/database/database.js');
const { command } = load('./libs/platform/database/command.js');
const { Notices } = load('./libs/platform/notices/notices.js');
const { Vault } = load('./libs/platform/seal/vault.js');
const { watch } = load('./libs/admission/watch-door.js');

const [, , work = '', version = '', today = ''] = process.argv;
const database = await Database.open({ url: String(process.env.DATABASE_URL), pool: 4 });
const vault = new Vault(String(process.env.MASTER_KEY));
const kit = { vault, notices: new Notices(vault) };

/** Milliseconds spent waiting for each named statement. @type {Map<string, number>} */
const spent = new Map();
/** Statements shown. */
const longest = 6;

/** From here on every query of this process is timed. */
function timeStatements() {
  const prototype = /** @type {any} */ (pg.Client.prototype);
  const query = prototype.query;
  prototype.query = function timed(/** @type {any[]} */ ...args) {
    const asked = performance.now();
    const name = args[0]?.name ?? String(args[0]?.text ?? args[0]).slice(0, 30);
    const note = () => spent.set(name, (spent.get(name) ?? 0) + performance.now() - asked);
    // A pool asks with a callback, a transaction with a promise.
    const back = args.at(-1);
    if (typeof back === 'function') {
      args[args.length - 1] = (/** @type {any[]} */ ...answer) => (note(), back(...answer));
      return query.apply(this, args);
    }
    const answer = query.apply(this, args);
    answer?.then?.(note, note);
    return answer;
  };
}

/** Places, settings and the first standard, as the seed brings them. */
async function prepare() {
  const actor = { kind: 'system', name: 'bench' };
  for (const [file, name] of [
    ['places', 'places'],
    ['policies', 'policies'],
    ['standard', 'standard'],
  ]) {
    const step = load(`./infra/database/seed/${file}.js`)[name];
    await command(database, { name: 'bench', actor, requestId: 'bench' }, (/** @type {unknown} */ tx) => step.run(tx));
  }
  return {};
}

/** @type {Record<string, () => Promise<object>>} */
const works = {
  prepare,
  night: async () => ({ steps: await watch.runRound(database, kit) }),
  reassess: () => watch.reassess(database, { version, today, requestId: 'bench' }),
};

timeStatements();
const started = performance.now();
const outcome = await /** @type {() => Promise<object>} */ (works[work])();
const ms = performance.now() - started;
const statements = [...spent].sort(([, one], [, other]) => other - one).slice(0, longest);
console.log(JSON.stringify({ ...outcome, statements, ms, megabytes: process.resourceUsage().maxRSS / 1024 }));
await database.close();
