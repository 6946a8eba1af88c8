import type { Kit } from '../context/kit';
import { exportFile } from '../export/stream-file';
import { sweep } from '../jobs/sweep.job';
import { Imports } from './imports';
import { cardOf, definition, fileOf, gate, lineOf, newScope, openPlanting } from './fixtures/planting';
import { previewImport } from './preview-import';
import { runImports } from './run-imports.job';

let planting: Awaited<ReturnType<typeof openPlanting>>;
beforeAll(async () => {
  planting = await openPlanting();
});
afterAll(() => planting?.house.close());
beforeEach(() => planting.clear());

/** What is killed with so many chunks written. */
function dyingAfter(most: number): Imports {
  let chunks = 0;
  const dying: typeof definition = {
    ...definition,
    async write(...all) {
      if ((chunks += 1) > most) throw Object.assign(new Error('killed'), { code: '57P01' });
      return definition.write(...all);
    },
  };
  return new Imports(planting.house.database, planting.house.vault, [dying], planting.grantsNow);
}

test('ten thousand rows, killed in the middle, are each written once', async () => {
  const lines = Array.from({ length: 10_000 }, (_, at) => lineOf(at));
  const rows = lines.map((line) => line.split(','));
  const { bytes } = await exportFile('a', 'xlsx', [
    { name: 'a', columns: ['姓名', '卡号', '日期'].map((title) => ({ title })), rows },
  ]);
  const preview = await planting.handIn(Buffer.from(bytes));
  expect(preview.body).toMatchObject({ counts: { total: 10_000, ready: 10_000 } });
  await planting.confirm(preview);
  // What a killed worker leaves: some chunks written, the import still under way.
  await expect(runImports(dyingAfter(3))).rejects.toThrow('killed');
  expect(await planting.planted()).toBe(1_500);
  expect(await planting.look(preview)).toMatchObject({ state: 'writing', counts: { written: 1_500, ready: 8_500 } });
  await runImports(planting.imports);
  expect(await planting.planted()).toBe(10_000);
  expect(await planting.look(preview)).toMatchObject({ state: 'done', counts: { written: 10_000 } });
});

test('a reading that broke off goes on with the same file; the finished file again finds everything there', async () => {
  const [scope, bytes] = [newScope(), fileOf(Array.from({ length: 1_200 }, (_, at) => lineOf(at)))];
  let looks = 0;
  const dying = {
    ...definition,
    async inspect(...all: Parameters<typeof definition.inspect>) {
      if ((looks += 1) > 2) throw new Error('connection lost');
      return definition.inspect(...all);
    },
  };
  const ask = {
    name: 'test',
    actor: {
      kind: 'person' as const,
      personId: planting.personId,
      grants: [{ role: 'supplier' as const, organisationId: null, jurisdiction: null, householdId: null }],
    },
    requestId: 'test',
  };
  const handed = { kind: 'linkedHouseholds' as const, scopeId: scope, fileName: 'a.csv', bytes };
  await expect(
    previewImport(new Imports(planting.house.database, planting.house.vault, [dying], planting.grantsNow), ask, handed),
  ).rejects.toThrow('connection lost');
  const resumed = await planting.handIn(bytes, scope);
  expect(resumed.body).toMatchObject({ state: 'previewed', counts: { total: 1_200, ready: 1_200 } });
  expect(await planting.house.count('select count(*) from platform.import where scope_id = $1', [scope])).toBe(1);

  await planting.confirm(resumed);
  await runImports(planting.imports);
  const again = await planting.handIn(bytes, scope);
  expect(again.body['id']).not.toBe(resumed.body['id']);
  expect(again.body).toMatchObject({ counts: { known: 1_200, ready: 0 } });
  expect(await planting.confirm(again)).toMatchObject({ status: 409, code: 'IMPORT_EMPTY' });
});

test('where the scope closes in the middle it stops with the reason, and goes on once confirmed again', async () => {
  const preview = await planting.handIn(fileOf([lineOf(1)]));
  await planting.confirm(preview);
  gate.open = false;
  await runImports(planting.imports);
  const stopped = { body: await planting.look(preview) };
  expect(stopped.body).toMatchObject({ state: 'stopped', stopped: 'NOT_AT_THIS_STEP', counts: { ready: 1 } });
  gate.open = true;
  expect(await planting.confirm(stopped)).toMatchObject({ status: 202 });
  await runImports(planting.imports);
  expect(await planting.look(preview)).toMatchObject({ state: 'done', counts: { written: 1 } });
});

test('its importer ends it: what is written stays, and the rest is gone on with or forgotten', async () => {
  const preview = await planting.handIn(fileOf(Array.from({ length: 1_200 }, (_, at) => lineOf(at))));
  const version = async () => ({ 'if-match': `"${(await planting.look(preview))['version']}"` });
  const ask = async (act: string) =>
    planting.browser.ask('POST', `/imports/${preview.body['id']}/${act}`, undefined, await version());
  expect(await ask('stop')).toMatchObject({ status: 409, code: 'IMPORT_STATE' });
  await planting.confirm(preview);
  await expect(runImports(dyingAfter(1))).rejects.toThrow('killed');
  const written = 500;
  expect((await ask('stop')).body).toMatchObject({ state: 'stopped', stopped: 'IMPORT_STOPPED', counts: { written } });
  await runImports(planting.imports);
  expect(await planting.planted()).toBe(written);
  expect((await ask('discard')).status).toBe(200);
  expect(await planting.look(preview)).toMatchObject({ state: 'discarded', counts: { total: 0 } });
  expect(await planting.planted()).toBe(written);
});

test('a row that cannot be written is left out and holds up nobody', async () => {
  const preview = await planting.handIn(
    fileOf([...Array.from({ length: 40 }, (_, at) => lineOf(at)), `毒,${cardOf(99)},2026-09-01`, lineOf(50)]),
  );
  await planting.confirm(preview);
  await runImports(planting.imports);
  expect(await planting.look(preview)).toMatchObject({ state: 'done', counts: { written: 41, faulty: 1 } });
  const { body } = await planting.browser.ask('GET', `/imports/${preview.body['id']}/rows?state=faulty`);
  expect(body['data']).toMatchObject([{ row: 42, faults: [{ code: 'NOT_WRITTEN' }] }]);
});

test('what was added by hand since the preview is found there', async () => {
  const preview = await planting.handIn(fileOf([lineOf(1), lineOf(2)]));
  await planting.house.rows(`insert into planted values ($1, '甲', $2, '2026-09-01')`, [newScope(), cardOf(1)]);
  await planting.confirm(preview);
  await runImports(planting.imports);
  expect(await planting.look(preview)).toMatchObject({ state: 'done', counts: { written: 1, known: 1 } });
});

test('a preview that nobody confirms is given up after a week, with all that was in it', async () => {
  const preview = await planting.handIn(fileOf([lineOf(1)]));
  await sweep.run({ database: planting.house.database, log: { info: () => undefined } } as unknown as Kit);
  expect(await planting.look(preview)).toMatchObject({ state: 'previewed' });
  await planting.house.setClock('8 days');
  await sweep.run({ database: planting.house.database, log: { info: () => undefined } } as unknown as Kit);
  await planting.house.setClock('0');
  expect(await planting.look(preview)).toMatchObject({ state: 'discarded', counts: { total: 0 } });
  expect(
    await planting.house.count('select count(*) from platform.import_row where import_id = $1', [preview.body['id']]),
  ).toBe(0);
});

test('the same file handed in twice at once is one import, with each row once', async () => {
  const [scope, bytes] = [newScope(), fileOf(Array.from({ length: 1_200 }, (_, at) => lineOf(at)))];
  const [one, other] = await Promise.all([planting.handIn(bytes, scope), planting.handIn(bytes, scope)]);
  expect(one.body['id']).toBe(other.body['id']);
  expect(await planting.look(one)).toMatchObject({ state: 'previewed', counts: { total: 1_200, ready: 1_200 } });
});

test('a right that ends between the upload and a chunk writes no further row, and says so', async () => {
  const preview = await planting.handIn(fileOf(Array.from({ length: 1_200 }, (_, at) => lineOf(at))));
  await planting.confirm(preview);
  let chunks = 0;
  const imports = new Imports(planting.house.database, planting.house.vault, [definition], async (tx, personId) =>
    (chunks += 1) > 1 ? [] : planting.grantsNow(tx, personId),
  );
  await runImports(imports);
  expect(await planting.planted()).toBe(500);
  const stopped = await planting.look(preview);
  expect(stopped).toMatchObject({ state: 'stopped', stopped: 'IMPORT_NOT_YOURS_NOW', counts: { written: 500 } });
  expect(
    await planting.house.count(
      `select count(*) from platform.audit_content
        where content::json ->> 'action' = 'import.write' and subject_id = $1 and content::text like '%IMPORT_NOT_YOURS_NOW%'`,
      [preview.body['id']],
    ),
  ).toBe(1);
});
