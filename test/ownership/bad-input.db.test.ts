import 'reflect-metadata';
import { routes, type RouteDefinition, type RouteKey } from '@xihuo/contract';
import { applyingRows } from './applying-rows';
import type { CallerName } from './callers';
import { linkageRows } from './linkage-rows';
import { lotRows } from './lot-rows';
import { commented, draft, nationwideRows, standardToCopy } from './nationwide-rows';
import { productRows } from './product-rows';
import { reviewingRows } from './reviewing-rows';
import { samplingRows } from './sampling-rows';
import { keptContent, type Row } from './table';
import { admitted, watchingRows } from './watching-rows';
import { openWorld, type Made, type World } from './world';
import { ZipFile } from 'yazl';

/** What must not be taken is refused by its name, changes nothing, and leaves one line of the attempt. */

let world: World;
beforeAll(async () => {
  world = await openWorld(standardToCopy);
}, 60_000);
afterAll(() => world?.close());

/** That say so, of something that is named, by somebody who is. */
const lines = (code: string) =>
  world.house.count(
    `select count(*) from platform.audit_content
      where content::json -> 'after' ->> 'refused' = $1 and content::json ->> 'actor' like 'person:%'
        and content::json ->> 'subjectId' <> ''`,
    [code],
  );

/** But for the tries at codes sent to a phone, which are counted whatever else is wrong. */
async function kept(): Promise<Record<string, string>> {
  return Object.fromEntries(Object.entries(await keptContent(world)).filter(([table]) => !table.endsWith('_code')));
}

async function mustBeRefused(name: CallerName, key: RouteKey, made: Made, wanted: [number, string]): Promise<void> {
  const [before, written] = [await kept(), await lines(wanted[1])];
  const { status, code } = await world.ask(name, key, made);
  expect([status, code]).toEqual(wanted);
  expect(await kept()).toEqual(before);
  expect(await lines(wanted[1])).toBe(written + 1);
}

/** Somebody new, who still acts for the supplier that lots and agreements are of. */
async function somebodyNew(name: CallerName): Promise<void> {
  await world.replaced(name);
  if (name === 'supplier') await world.owned(world.offer.supplierId);
}

const all: readonly Row[] = [
  applyingRows,
  reviewingRows,
  productRows,
  watchingRows,
  samplingRows,
  nationwideRows,
  lotRows,
  linkageRows,
].flat();
const named = (rows: readonly Row[]) => rows.map((one) => [one.key, one.thing, one] as const);
const versioned = all.filter(({ key }) => (routes[key] as RouteDefinition).versioned === 'write');

test.each(named(versioned))('%s of %s, on a version that has moved on', async (key, _, one) => {
  const name = one.allowed[0]!;
  await somebodyNew(name);
  const made = await one.make(world);
  await mustBeRefused(name, key, { ...made, version: (made.version ?? 1) + 7 }, [412, 'STALE_VERSION']);
});

/** What may be done again as it is: it saves, takes away what is not there then, says the same about a running matter, or brings the id of what it made; a code is used up, and a pack is known by its name. */
const AGAIN =
  /\/form$|\/checklist$|\/dossier$|\/measures$|\/statements$|\/plan$|^PUT|^DELETE|\/imports\/|\/recommend$|\/decide$|\/dossier\/send$|\/steps$|\/appeal$|\/retest$|\/packs$|\/correction$|\/correct$|\/amend$|-by-code$|\/supplier\/deliveries\/\{id\}\/confirmation$/;
const final = versioned.filter(({ key }) => !AGAIN.test(key));

test.each(named(final))('%s of %s, when it was done already', async (key, _, one) => {
  const name = one.allowed[0]!;
  await somebodyNew(name);
  const made = await one.make(world);
  const { version } = await world.granted(name, key, made);
  await mustBeRefused(name, key, { ...made, version: version as number }, [409, 'NOT_AT_THIS_STEP']);
});

/** Somebody who has the role, in another place. */
const ELSEWHERE: Partial<Record<CallerName, CallerName>> = {
  countyAgriculture: 'agricultureElsewhere',
  countyRevitalisation: 'revitalisationElsewhere',
  reviewer: 'reviewerElsewhere',
};
const judging = all.filter(({ key, allowed }) =>
  Boolean(key.startsWith('POST /admission/applications/') && ELSEWHERE[allowed[0]!]),
);

test.each(named(judging))('%s of %s, by the same role of another place', async (key, _, one) => {
  const name = ELSEWHERE[one.allowed[0]!]!;
  await world.replaced(name);
  await mustBeRefused(name, key, await one.make(world), [404, 'NOT_FOUND']);
});

test('an application that has not come so far', async () => {
  await world.replaced('reviewer');
  const { id } = await world.watch.application();
  const made = { ids: { id }, version: await world.watch.version(id) };
  await mustBeRefused('reviewer', 'POST /admission/applications/{id}/claim', made, [409, 'NOT_AT_THIS_STEP']);
});

const FORGED = { body: Buffer.from('MZ\x90 not a paper'), headers: { 'content-type': 'application/pdf' } };
const takingFiles = all.filter(({ key }) => /^POST .*\/(documents|files|papers)$/.test(key));

test.each(named(takingFiles))('%s of %s, a program by the name of a paper', async (key, _, one) => {
  const name = one.allowed[0]!;
  await world.replaced(name);
  await mustBeRefused(name, key, { ...(await one.make(world)), ...FORGED }, [422, 'DOCUMENT_REFUSED']);
});

test.each([
  ['a page that calls itself a PDF', Buffer.from('<!doctype html><script>alert(1)</script>'), 'application/pdf'],
  ['a picture that is not what it begins as', Buffer.from('\xff\xd8\xff\xe0<html>', 'latin1'), 'image/jpeg'],
  [
    'a PDF that runs something',
    Buffer.from('%PDF-1.7\n<< /Type /Page /AA << /JavaScript (x) >> >>\n%%EOF\n'),
    'application/pdf',
  ],
])('%s', async (_, body, type) => {
  const one = takingFiles.find(({ key }) => key === 'POST /admission/applications/{id}/documents')!;
  await world.replaced('supplier');
  const made = { ...(await one.make(world)), body, headers: { 'content-type': type } };
  await mustBeRefused('supplier', one.key, made, [422, 'DOCUMENT_REFUSED']);
});

test('a program by the name of a paper that a supplier hands in', async () => {
  await world.replaced('supplier');
  const query = `?supplierId=${await admitted(world)}`;
  await mustBeRefused('supplier', 'POST /supplier/papers', { query, ...FORGED }, [422, 'DOCUMENT_REFUSED']);
});

test('a workbook that unfolds into more than anybody handed in', async () => {
  const bomb = new ZipFile();
  bomb.addBuffer(Buffer.alloc(80 * 1024 * 1024, ' '), 'xl/worksheets/sheet1.xml');
  bomb.addBuffer(Buffer.from('<workbook/>'), 'xl/workbook.xml');
  bomb.end();
  const chunks: Buffer[] = [];
  for await (const chunk of bomb.outputStream as unknown as AsyncIterable<Buffer>) chunks.push(chunk);
  await world.replaced('supplier');
  const one = applyingRows.find(({ key, thing }) => key.endsWith('/submit') && thing === 'a draft')!;
  const { ids } = await one.make(world);
  const file = {
    query: `?kind=linkedHouseholds&scope=${ids!['id']}&name=a.xlsx`,
    body: Buffer.concat(chunks),
    headers: { 'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  };
  await mustBeRefused('supplier', 'POST /imports', file, [422, 'IMPORT_FILE_REFUSED']);
});

test('a standard whose weights do not sum', async () => {
  const made = await draft(world);
  const view = await world.granted('operator', 'GET /admission/standards/{standard}', made);
  const { title, summary, checkLevels, source } = view;
  const criteria = (view['criteria'] as { weight?: number }[]).map((one) =>
    one.weight === undefined ? one : { ...one, weight: one.weight + 1 },
  );
  const { version } = await world.granted('operator', 'PUT /admission/standards/{standard}', {
    ...made,
    body: { title, summary, criteria, checkLevels, source },
  });
  const opening = { ...made, version: version as number, body: { until: await world.day(8) } };
  await mustBeRefused('operator', 'POST /admission/standards/{standard}/open-comments', opening, [
    422,
    'STANDARD_UNSOUND',
  ]);
});

test('a standard put into force by whoever drafted it', async () => {
  const made = await commented(world);
  await world.house.rows(
    `update admission.standard_draft set drafted_by = (select person_id from identity.session
       where token_hash = sha256(convert_to($2, 'UTF8'))) where version = $1`,
    [made.ids!['standard'], world.callers.operator.browser.token],
  );
  const body = { effectiveFrom: await world.day(20) };
  await mustBeRefused('operator', 'POST /admission/standards/{standard}/publish', { ...made, body }, [
    403,
    'FOUR_EYES',
  ]);
});

test('an appeal after its window', async () => {
  const key = 'POST /supplier/measures/{id}/appeal';
  const one = watchingRows.find((row) => row.key === key)!;
  await world.replaced('supplier');
  const made = await one.make(world);
  await world.house.rows('update admission.measure set appeal_until = current_date - 2 where id = $1', [
    made.ids!['id'],
  ]);
  await mustBeRefused('supplier', key, made, [409, 'APPEAL_OVER']);
});
