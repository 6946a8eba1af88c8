import { cloneDatabase, type DatabaseClone } from '@xihuo/testing';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { command } from '../database/command';
import { Database, newId } from '../database/database';
import { statement } from '../database/statement';
import { MOST_AT_ONCE } from './byte-range';
import { Files } from './files';
import { localFolder } from './local-folder';

let clone: DatabaseClone;
let database: Database;
const folder = mkdtempSync(join(tmpdir(), 'xihuo-files-'));
const files = new Files(localFolder(folder));
const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.from('示例')]);

beforeAll(async () => {
  clone = await cloneDatabase();
  database = await Database.open({ url: clone.url, pool: 2 });
});
afterAll(async () => {
  await database?.close();
  await clone?.drop();
  rmSync(folder, { recursive: true });
});

const put = async (bytes: Buffer) =>
  (
    await command(database, { name: 'put', actor: { kind: 'guest' }, requestId: newId() }, (tx) =>
      files.put(tx, { bytes, purpose: 'evidence' }),
    )
  ).view;

test('a file comes back as it was, its kind told by its bytes; the same content rests once', async () => {
  const [one, two] = [await put(png), await put(png)];
  expect(one).toMatchObject({ mediaType: 'image/png', sizeBytes: png.length });
  expect((await files.read(database, one!.id))?.bytes).toEqual(png);
  expect(two!.id).not.toBe(one!.id);
  expect(readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toHaveLength(
    1,
  );
});

test.each([
  ['a page that calls itself a picture', Buffer.from('<script>alert(1)</script>')],
  ['a drawing that may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['nothing', Buffer.alloc(0)],
])('%s is not taken', async (_, bytes) => {
  expect(await put(bytes)).toBeNull();
});

test('bytes changed behind our back are not handed out', async () => {
  const stored = (await put(Buffer.concat([png, Buffer.from('other')])))!;
  writeFileSync(join(folder, stored.sha256.slice(0, 2), stored.sha256), png);
  await expect(files.read(database, stored.id)).rejects.toThrow('a stored file is what it was');
});

test('of a file a piece is read, or the whole where none is asked for', async () => {
  const { id } = (await put(png))!;
  expect(await files.readPiece(database, id, 'bytes=1-3')).toEqual({
    ...{ bytes: Buffer.from('PNG'), sizeBytes: png.length, range: { first: 1, last: 3 } },
  });
  expect(await files.readPiece(database, id, undefined)).toEqual({ bytes: png, sizeBytes: png.length, range: null });
  expect(await files.readPiece(database, newId(), 'bytes=1-3')).toBeNull();
});

test('of a film no more is held at once than a megabyte, however much is asked for', async () => {
  const film = Buffer.concat([Buffer.from('\0\0\0\x18ftypisom', 'latin1'), Buffer.alloc(3 * MOST_AT_ONCE, 'film')]);
  const { id } = (await put(film))!;
  for (const range of ['bytes=0-', `bytes=0-${film.length - 1}`]) {
    expect(await files.readPiece(database, id, range)).toEqual({
      ...{ bytes: film.subarray(0, MOST_AT_ONCE), sizeBytes: film.length, range: { first: 0, last: MOST_AT_ONCE - 1 } },
    });
  }
  const whole = (await files.readPiece(database, id, undefined))!;
  expect([whole.sizeBytes, whole.range, whole.bytes instanceof Readable]).toEqual([film.length, null, true]);
  expect((await buffer(whole.bytes as Readable)).equals(film)).toBe(true);
});

test('bytes that could not be taken away go with the next round, and those beside them at once', async () => {
  const store = localFolder(folder);
  const [held, free] = ['a1', 'b2'].map((two) => two.repeat(32)) as [string, string];
  for (const sha256 of [held, free]) await store.put(sha256, png);
  let isHeld = true;
  const failing = new Files({
    ...store,
    drop: async (sha256) => (isHeld && sha256 === held ? Promise.reject(new Error('busy')) : store.drop!(sha256)),
  });
  const ask = { name: 'sweep', actor: { kind: 'system', name: 'test' }, requestId: newId() } as const;
  const two = statement<{ file_id: string; unnamed: string | null }>(
    'test.sweep_two',
    `select gen_random_uuid() as file_id, named as unnamed from unnest('{${held},${free}}'::text[]) as named
      where $1::timestamptz is not null`,
  );
  const none = statement<{ file_id: string; unnamed: string | null }>(
    'test.sweep_none',
    'select null::uuid as file_id, null::text as unnamed where $1::timestamptz is null',
  );
  const left = async () => [Boolean(await store.get(held)), Boolean(await store.get(free))];
  await expect(failing.sweep(database, ask, two)).rejects.toMatchObject({ errors: [{ message: 'busy' }] });
  expect(await left()).toEqual([true, false]);
  isHeld = false;
  expect(await failing.sweep(database, ask, none)).toBe(0);
  expect(await left()).toEqual([false, false]);
  const noted = statement('test.noted_bytes', 'select from platform.unnamed_bytes');
  expect(await database.read(noted, [])).toEqual([]);
});

test('a file that does not exist is not there', async () => {
  expect(await files.read(database, newId())).toBeNull();
});
