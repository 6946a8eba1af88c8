import { execFileSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import { buildServer, isBuilt } from '../../infra/embedded/build.mjs';
import { startPostgres, type Postgres } from '../../infra/embedded/postgres.mjs';
import { portNear } from '../../infra/embedded/ports.mjs';

jest.setTimeout(300_000);

/** Posters, each with groups of so many transfers, until the server is killed under them. */
const POSTERS = 8;
const LEGS = 40;
/** The server dies once so many groups were answered for: others are then on their way. */
const KILL_AFTER = [5, 60] as const;

const checkout = realpathSync(resolve(__dirname, '../..'));
const dataDir = mkdtempSync(join(tmpdir(), 'xihuo-posting-'));
let postgres: Postgres;

const start = async () => startPostgres({ dataDir, port: await portNear(0) });

beforeAll(async () => {
  if (!isBuilt()) await buildServer();
  postgres = await start();
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL: postgres.url,
    DATABASE_OWNER_URL: postgres.url,
    NODE_ENV: 'development',
  };
  execFileSync(process.execPath, [join(checkout, 'dist/server/infra/database/migrate.js')], { cwd: checkout, env });
  const owner = await connect();
  await owner.query(
    `select ledger.open_accounts(array['orderClearing', 'householdPayable'], array[null, uuidv7()], array[false, true], array['credit', 'credit'])`,
  );
  await owner.end();
});
afterAll(async () => {
  await postgres.stop();
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
});

async function connect(): Promise<Client> {
  const client = new Client({ connectionString: postgres.url });
  // It is killed under us, which is the point.
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** A group of many transfers through the ledger's own door, on its own until it is answered for. */
const POST = `
  with own as (select uuidv7() as group_id, (select id from ledger.account where code = 'orderClearing') as clearing,
                      (select id from ledger.account where code = 'householdPayable') as household),
       leg as (select array_agg(uuidv7()) as ids, array_agg(own.clearing) as debits, array_agg(own.household) as credits,
                      array_agg(own.group_id) as groups, array_agg(1 + n::bigint) as amounts, array_agg(null::uuid) as nobody,
                      array_agg(null::date) as never, array_agg('test'::text) as words, array_agg('posted'::text) as kinds,
                      array_agg('2026-11-23'::date) as days
                 from own cross join generate_series(1, $1::int) n)
  select own.group_id, refused.reason from own cross join leg
    left join lateral ledger.post(ids, debits, credits, amounts, words, groups, kinds, nobody, never, words, groups, words, days) refused
      on true`;

/** Posts until nobody answers any more; tells each group that was answered for. */
async function poster(client: Client, answered: (groupId: string) => void): Promise<void> {
  for (;;) {
    const answer = await client.query<{ group_id: string; reason: string | null }>(POST, [LEGS]).catch(() => null);
    if (answer === null) return;
    expect(answer.rows).toHaveLength(1);
    expect(answer.rows[0]!.reason).toBeNull();
    answered(answer.rows[0]!.group_id);
  }
}

test.each(KILL_AFTER)(
  'PostgreSQL killed with kill -9 while eight post, after %i groups: whole groups only, none lost',
  async (many) => {
    const answered = new Set<string>();
    const clients = await Promise.all(Array.from({ length: POSTERS }, connect));
    const { pid } = postgres;
    await Promise.all(
      clients.map((client) =>
        poster(client, (groupId) => {
          answered.add(groupId);
          if (answered.size === many) process.kill(pid, 'SIGKILL');
        }),
      ),
    );
    await postgres.gone;
    postgres = await start();

    const owner = await connect();
    const groups = await owner.query<{ group_id: string; legs: number }>(
      'select group_id, count(*)::int as legs from ledger.transfer group by group_id',
    );
    expect(groups.rows.filter(({ legs }) => legs !== LEGS)).toEqual([]);
    const kept = new Set(groups.rows.map(({ group_id }) => group_id));
    expect([...answered].filter((group) => !kept.has(group))).toEqual([]);
    const books = await owner.query(
      `select account_id from ledger.balance cross join lateral ledger.balance_now(account_id) replay
      where (debits_posted_fen, credits_posted_fen) is distinct from (replay.debits_fen, replay.credits_fen)`,
    );
    expect(books.rows).toEqual([]);
    await owner.end();
  },
);
