import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { openHouse, type House } from '@xihuo/testing';
import { Client } from 'pg';
import { newId } from '../database/database';
import type { Tx } from '../database/tx';

type Reader = Awaited<ReturnType<House['signedIn']>>;
type Wanted = Parameters<House['signedIn']>[0];

let house: House;
let port: number;

beforeAll(async () => {
  house = await openHouse();
  port = await house.listens();
  // The first stream brings the connection that listens for all of them, which says so once it stands.
  const first = await listening(await house.signedIn({ role: 'supplier' }));
  await first.until(() => first.events.length > 0);
});
afterAll(() => house?.close());

interface Heard {
  readonly answer: IncomingMessage;
  readonly events: { topic: string; id: string | null }[];
  /** All that came, line by line. */
  readonly lines: string[];
  /** Until the stream has ended. */
  readonly ended: Promise<unknown>;
  until(seen: () => boolean): Promise<void>;
}

/** Opens the stream as a console does and keeps what comes. */
async function listening(reader: Pick<Reader, 'headers'>): Promise<Heard> {
  const asked = request({
    host: '127.0.0.1',
    port,
    path: '/api/v1/me/events?surface=console',
    headers: { cookie: reader.headers['cookie'] ?? '', host: 'localhost:3000' },
  });
  asked.end();
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  const lines: string[] = [];
  const events: Heard['events'] = [];
  answer.setEncoding('utf8').on('data', (piece: string) => {
    for (const line of piece.split('\n').filter(Boolean)) {
      lines.push(line);
      if (line.startsWith('data: ')) events.push(JSON.parse(line.slice(6)) as Heard['events'][number]);
    }
  });
  const ended = new Promise((resolve) => answer.once('close', resolve));
  const until = async (seen: () => boolean) => {
    while (!seen()) await once(answer, 'data');
  };
  const heard = { answer, lines, events, ended, until };
  if (answer.statusCode === 200) await until(() => lines.some((line) => line.startsWith('retry: ')));
  return heard;
}

const idOf = async (reader: Reader) => (await reader.ask('GET', '/me')).body['personId'] as string;
const does = (work: (tx: Tx) => void) => house.does((tx) => Promise.resolve(work(tx)));

/** Streams of these, once they hear. */
async function open(...wanted: Wanted[]): Promise<{ readers: Reader[]; streams: Heard[] }> {
  const readers: Reader[] = [];
  for (const one of wanted) readers.push(await house.signedIn(one));
  const streams: Heard[] = [];
  for (const reader of readers) streams.push(await listening(reader));
  await heardByAll(readers, streams);
  return { readers, streams };
}

/** Says something to each and waits until it is heard: what was told before has then come, or never will. */
async function heardByAll(readers: readonly Reader[], streams: readonly Heard[]): Promise<void> {
  const people = await Promise.all(readers.map(idOf));
  const id = newId();
  await does((tx) => tx.tell('import', id, { people }));
  await Promise.all(streams.map((one) => one.until(() => one.events.some((event) => event.id === id))));
}

const topics = ({ events }: Heard) =>
  events.map(({ topic }) => topic).filter((topic) => topic !== 'import' && topic !== 'all');

test('nobody is told who has not signed in', async () => {
  const { answer } = await listening({ headers: {} });
  expect(answer.statusCode).toBe(401);
  answer.destroy();
});

test('the shop has no events, whatever a header says', async () => {
  const farmer = await house.signedIn({ role: 'farmer' });
  const asked = ['', '?surface=shop', '?surface=console'].map((query) => farmer.ask('GET', `/me/events${query}`));
  expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([422, 422, 401]);
});

test('each hears what they may read, in order, and only once it is committed', async () => {
  const auditor = { role: 'auditor', regionCode: '620000' } as const;
  const { readers, streams } = await open({ role: 'finance' }, auditor, { role: 'supplier' });
  const [finance, province, supplier] = streams as [Heard, Heard, Heard];
  expect(finance.answer.headers).toMatchObject({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
  });
  const [run, other] = [newId(), newId()];
  await expect(
    house.does((tx) => {
      tx.tell('run', other, { roles: ['finance', 'auditor'] });
      return Promise.reject(new Error('undone'));
    }),
  ).rejects.toThrow('undone');
  await does((tx) => tx.tell('run', run, { roles: ['finance', 'auditor'] }));
  await does((tx) => tx.tell('payoutRun', null, { roles: ['finance', 'auditor'], everywhere: true }));
  const clerk = await idOf(readers[2]!);
  await does((tx) => tx.tell('notice', null, { people: [clerk] }));
  await heardByAll(readers, streams);
  expect(topics(finance)).toEqual(['run', 'payoutRun']);
  expect(topics(province)).toEqual(['run']);
  expect(topics(supplier)).toEqual(['notice']);
  expect(finance.events).toContainEqual({ topic: 'run', id: run });
  for (const { events } of streams) expect(JSON.stringify(events)).not.toContain(other);
});

test('who owes a second factor hears of no role’s things', async () => {
  const { readers, streams } = await open({ role: 'reviewer' }, { role: 'reviewer' });
  const weak = await idOf(readers[1]!);
  await house.rows('update identity.session set second_factor_at = null where person_id = $1', [weak]);
  const again = await listening(readers[1]!);
  await does((tx) => tx.tell('queue', null, { roles: ['reviewer'] }));
  await heardByAll(readers, [streams[0]!, again]);
  expect(topics(streams[0]!)).toEqual(['queue']);
  expect(topics(again)).toEqual([]);
});

test('a session that ends ends its stream, and a role that ends is heard no more', async () => {
  const { readers, streams } = await open({ role: 'finance' }, { role: 'finance' }, { role: 'finance' });
  const [leaving, demoted] = await Promise.all(readers.map(idOf));
  await house.rows('update identity.session set ended_at = platform.business_now() where person_id = $1', [leaving]);
  await house.rows(
    `update identity.role_grant set ended_at = platform.business_now(), ended_by = 'test' where person_id = $1`,
    [demoted],
  );
  // The same look finds both.
  await streams[0]!.ended;
  await does((tx) => tx.tell('run', newId(), { roles: ['finance'] }));
  await heardByAll(readers.slice(1), streams.slice(1));
  expect(topics(streams[1]!)).toEqual([]);
  expect(topics(streams[2]!)).toEqual(['run']);
});

test('the fifth stream of one person takes the place of the first', async () => {
  const { readers, streams } = await open({ role: 'supplier' });
  const more: Heard[] = [];
  for (let at = 0; at < 4; at += 1) more.push(await listening(readers[0]!));
  await streams[0]!.ended;
  expect(streams[0]!.lines).toContain('event: displaced');
  await heardByAll(readers, more);
});

test('a lost connection is opened again, and what may have been missed is read anew', async () => {
  const { readers, streams } = await open({ role: 'supplier' });
  const before = streams[0]!.events.filter(({ topic }) => topic === 'all').length;
  const cutter = new Client({ connectionString: house.url });
  await cutter.connect();
  await cutter.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'xihuo-live' and datname = current_database()`,
  );
  await cutter.end();
  await streams[0]!.until(() => streams[0]!.events.filter(({ topic }) => topic === 'all').length > before);
  await heardByAll(readers, streams);
});

test('a house that closes ends its streams rather than wait for them', async () => {
  const { streams } = await open({ role: 'supplier' });
  await house.close();
  await streams[0]!.ended;
  house = await openHouse();
});
