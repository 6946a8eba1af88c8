import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { KEY, openExport, read, type Export } from '../verify/fixtures/forging';
import { pseudonyms } from './pseudonyms.mjs';
import { writeExport } from './write-export.mjs';

jest.setTimeout(240_000);

let out: Export;

beforeAll(async () => void (out = await openExport()));
afterAll(() => out.close());

const texts = (folder: string) =>
  readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join('');

test('nobody is named: of all ids of the house those of suppliers and lots alone, and the same one by the same name', async () => {
  const text = texts(out.whole);
  for (const id of out.households) expect(text).not.toContain(id);
  expect(text).not.toContain('BANK-');
  const suppliers = await out.shop.rows<{ id: string }>('select id from registry.organisation where id <> $1', [
    out.funderId,
  ]);
  const lots = await out.shop.rows<{ id: string }>('select id from trace.lot');
  const shown = new Set([...suppliers, ...lots].map(({ id }) => id));
  const ids = new Set(text.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi));
  expect([...ids].filter((id) => !shown.has(id))).toEqual([]);
  expect(ids.size).toBeGreaterThan(2);
  const payees = new Set(read(out.whole, 'obligations').map((debt) => debt.payeeId));
  expect(payees.size).toBe(3);
  expect(read(out.whole, 'shares').every((share) => payees.has(share.payeeId!))).toBe(true);
});

test('whoever knows every id of the house, and how it makes ids of others, can name nothing in the export without the key', async () => {
  const other = join(out.home, 'other');
  await writeExport({ databaseUrl: out.shop.url, folder: other, key: 'another key' });
  const named = (folder: string) => new Set(texts(folder).match(/p-[\w-]{22}/g));
  const names = named(out.whole);
  expect(names.size).toBeGreaterThan(20);
  expect([...named(other)].filter((name) => names.has(name))).toEqual([]);
  const again = join(out.home, 'again');
  await writeExport({ databaseUrl: out.shop.url, folder: again, key: KEY });
  expect(named(again)).toEqual(names);
});

test('an id that stands within other words is renamed as the same alone is', () => {
  const id = '0198c5f0-0000-7000-8000-00000000abcd';
  const rename = pseudonyms('k');
  const [alone, within, loud] = [id, `person:${id}`, id.toUpperCase()].map(
    (value) => rename({ who: value }, { shown: [] }).who as string,
  );
  expect(within).toBe(`person:${alone}`);
  expect(loud).toBe(alone);
  expect(rename({ who: 'BANK-1', plain: 'BANK-1' }, { shown: [], hidden: ['who'] })).toEqual({
    ...{ who: expect.stringMatching(/^p-[\w-]{22}$/), plain: 'BANK-1' },
  });
});

test('an export goes into a folder of its own', async () => {
  await expect(writeExport({ databaseUrl: out.shop.url, folder: out.whole, key: KEY })).rejects.toThrow(/is not empty/);
});
