import { products } from '@xihuo/admission';
import { Database } from '@xihuo/platform';
import { cloneDatabase, seedMs, type DatabaseClone } from '@xihuo/testing';

let clone: DatabaseClone;
let database: Database;
const rows = async <Row extends object>(sql: string) => (await database.pool.query<Row>(sql)).rows;

beforeAll(async () => {
  clone = await cloneDatabase({ seeded: true });
  database = await Database.open({ url: clone.url, pool: 2 });
}, seedMs);
afterAll(async () => {
  await database.close();
  await clone.drop();
});

test('a recognised product was asked for, stamped and checked by three people, and hung out', async () => {
  const marks = await rows<{ people: string[]; notice: string }>(
    `select array[submitted_by, stamped_by, checked_by] as people,
            (select state from admission.public_notice where subject_id = recognition.id) as notice
       from admission.recognition where state in ('recognised', 'revoked')`,
  );
  expect(marks.length).toBeGreaterThan(100);
  for (const { people, notice } of marks) {
    expect(new Set(people).size).toBe(3);
    expect(notice).toBe('passed');
  }
});

test('some are still on their way: asked for, stamped, before the public', async () => {
  const waiting = await rows<{ state: string }>(
    `select state from admission.recognition where state in ('submitted', 'countyStamped', 'publicNotice') order by 1`,
  );
  expect(waiting.map(({ state }) => state)).toEqual(['countyStamped', 'publicNotice', 'submitted']);
});

test('two editions, drafted and published by two operators; what left the second stands in it with its reason', async () => {
  const editions = await rows<{ number: number; state: string; apart: boolean; departures: number }>(
    `select number, state, drafted_by <> published_by as apart,
            (select count(*)::int from admission.edition_departure departure where departure.edition = edition.number) as departures
       from admission.catalogue_edition edition order by number`,
  );
  expect(editions).toMatchObject([
    { number: 1, state: 'published', apart: true, departures: 0 },
    { number: 2, state: 'published', apart: true },
  ]);
  const causes = await rows<{ cause: string; reason: string }>('select cause, reason from admission.edition_departure');
  expect(causes.map(({ cause }) => cause)).toEqual(expect.arrayContaining(['leftOut', 'recognitionRevoked']));
  expect(causes.every(({ reason }) => reason !== '')).toBe(true);
});

test.each(['xlsx', 'csv', 'json'] as const)('an edition exported again is the same bytes: %s', async (format) => {
  for (const number of [1, 2]) {
    const [once, again] = [
      await products.editionFile(database, number, format),
      await products.editionFile(database, number, format),
    ];
    expect(Buffer.from(again.bytes).equals(Buffer.from(once.bytes))).toBe(true);
    expect(once.bytes.length).toBeGreaterThan(1_000);
  }
});
