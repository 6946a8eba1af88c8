import { must } from '@xihuo/kernel';
import { Database, command, type Tx } from '@xihuo/platform';
import { Client, Pool } from 'pg';
import { waitUntil } from '../../../infra/embedded/processes.mjs';
import { cloneDatabase } from '../clone-database';
import { hostClock } from './host-clock';

const UNTIL_MS = 10_000;

/** An empty, migrated database of one's own, with the owner's hand beside the application's. */
export interface Field {
  url: string;
  /** As the application: role xihuo_app. */
  database: Database;
  /** As the owner, for what no action of the house may do: move the clock, look into every table. */
  rows<Row extends object = Record<string, never>>(sql: string, values?: unknown[]): Promise<Row[]>;
  /** One number of one row. */
  count(sql: string, values?: unknown[]): Promise<number>;
  /** Asks until the answer is this number. */
  until(wanted: number, sql: string, values?: unknown[]): Promise<void>;
  /** Runs a statement in a transaction that stays open, with its locks, until it is let go. */
  hold(sql: string): Promise<() => Promise<void>>;
  /** Until so many connections stand before a lock that another holds. */
  untilWaiting(connections: number): Promise<void>;
  /** Runs work in a command of its own. */
  does<View>(work: (tx: Tx) => Promise<View>): Promise<View>;
  /** Moves business time, counted from now: '8 days'. */
  setClock(offset: string): Promise<void>;
  /** A setting has another value from tomorrow's business date on, until what is answered takes it away again. */
  fromTomorrow(key: string, value: number): Promise<() => Promise<unknown>>;
  /** Moves what this host takes the time to be, in minutes from what it is; put it back: 0. */
  setHostClock(minutes: number): void;
  close(): Promise<void>;
}

export const asTest = { actor: { kind: 'system', name: 'test' }, requestId: 'test' } as const;

export interface FieldWanted {
  pool?: number;
  /** Of PostgreSQL, for this database alone. */
  settings?: Readonly<Record<string, string>>;
}

export async function openField({ pool = 10, settings = {} }: FieldWanted = {}): Promise<Field> {
  const clone = await cloneDatabase();
  await setUp(clone.url, settings);
  const owner = new Pool({ connectionString: clone.url, max: 4 });
  // A test may kill the server under it; the next query takes a new connection.
  owner.on('error', () => undefined);
  const database = await Database.open({ url: clone.url, pool });
  const rows: Field['rows'] = async (sql, values = []) => (await owner.query(sql, values)).rows;
  const count: Field['count'] = async (sql, values) => Number(Object.values((await rows(sql, values))[0] ?? {})[0]);
  const until: Field['until'] = async (wanted, sql, values) => {
    const reached = await waitUntil(async () => (await count(sql, values)) === wanted, UNTIL_MS);
    must(reached, `${sql}: not ${wanted} within ${UNTIL_MS} ms but ${await count(sql, values)}`);
  };
  return {
    url: clone.url,
    database,
    rows,
    count,
    until,
    async hold(sql) {
      const holder = new Client({ connectionString: clone.url });
      await holder.connect();
      await holder.query('begin');
      await holder.query(sql);
      return async () => {
        await holder.query('commit');
        await holder.end();
      };
    },
    untilWaiting: (connections) =>
      until(
        connections,
        `select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      ),
    does: async (work) => (await command(database, { name: 'test', ...asTest }, work)).view,
    setClock: async (offset) => void (await rows('select platform.set_clock_offset($1::interval)', [offset])),
    async fromTomorrow(key, value) {
      await rows(
        `insert into registry.policy (key, value, effective_from, source)
         values ($1, to_jsonb($2::integer), (platform.business_now() at time zone 'Asia/Shanghai')::date + 1, 'tomorrow')`,
        [key, value],
      );
      return () => rows(`delete from registry.policy where key = $1 and source = 'tomorrow'`, [key]);
    },
    setHostClock: hostClock,
    async close() {
      await database.close();
      await owner.end();
      await clone.drop();
    },
  };
}

/** Holds for every connection from now on. */
async function setUp(url: string, settings: Readonly<Record<string, string>>): Promise<void> {
  const entries = Object.entries(settings);
  if (entries.length === 0) return;
  const owner = new Client({ connectionString: url });
  await owner.connect();
  for (const [name, value] of entries)
    await owner.query(
      `alter database ${owner.escapeIdentifier(owner.database!)} set ${name} = ${owner.escapeLiteral(value)}`,
    );
  await owner.end();
}
