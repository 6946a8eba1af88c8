import { cloneDatabase, type DatabaseClone } from '@xihuo/testing';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { command } from '../database/command';
import { Database, newId } from '../database/database';
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

test('a file that does not exist is not there', async () => {
  expect(await files.read(database, newId())).toBeNull();
});
