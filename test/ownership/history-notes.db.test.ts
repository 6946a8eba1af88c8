import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { CallerName } from './callers';
import { campaignEdited } from './channel-rows';
import { openWorld, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world?.close());

interface Line {
  action: string;
  note: string | null;
  by: { name: string | null };
}
interface About {
  kind: string;
  id: string;
}

const note = (name: CallerName, ids: About, text: string) =>
  world.granted(name, 'POST /history/{kind}/{id}/notes', { ids: { ...ids }, body: { text } });

async function notesTo(name: CallerName, ids: About): Promise<(string | null)[]> {
  const { data } = await world.granted(name, 'GET /history/{kind}/{id}', { ids: { ...ids } });
  return (data as Line[]).filter(({ action }) => action === 'note.add').map((line) => line.note);
}

async function applied(): Promise<About> {
  const { id, supplierId } = await world.watch.application();
  await world.owned(supplierId);
  return { kind: 'application', id };
}

test('a note is read by those of its own side, with who left it, and by nobody across', async () => {
  const about = await applied();
  for (const name of ['operator', 'countyAgriculture', 'countyRevitalisation', 'supplier'] as const)
    await note(name, about, `${name}的备注`);
  for (const name of ['auditor', 'reviewer', 'operator'] as const)
    expect([name, await notesTo(name, about)]).toEqual([name, ['operator的备注']]);
  for (const name of ['countyAgriculture', 'countyRevitalisation', 'supplier'] as const)
    expect([name, await notesTo(name, about)]).toEqual([name, [`${name}的备注`]]);
  const { data } = await world.granted('auditor', 'GET /history/{kind}/{id}', { ids: { ...about } });
  expect((data as Line[]).find(({ action }) => action === 'note.add')!.by.name).not.toBeNull();
});

test('what a note says stands in no trail: that there is one does', async () => {
  const about = await applied();
  await note('supplier', about, '只有自己人知道的事');
  const [{ lines, words }] = (await world.house.rows<{ lines: number; words: number }>(
    `select count(*)::int as lines, count(*) filter (where content like '%自己人%')::int as words
       from platform.audit_content where subject_id = $1 and content::json ->> 'action' = 'note.add'`,
    [about.id],
  )) as [{ lines: number; words: number }];
  expect([lines, words]).toEqual([1, 0]);
});

test('who has still to judge an application does not read what another reviewer wrote down of it meanwhile; their own they do', async () => {
  const { watch } = world;
  const { id } = await watch.application();
  await watch.recommended(id);
  await watch.clear(id);
  const about = { kind: 'application', id };
  await note('auditor', about, '推荐时已看过现场');
  await watch.judged(id, await watch.person('reviewer'));
  await note('operator', about, '首审认为可以通过');
  await note('reviewer', about, '准备复看证照');
  expect(await notesTo('auditor', about)).toHaveLength(3);
  expect(await notesTo('reviewer', about)).toEqual(['准备复看证照']);
});

test('of a role, and of what lies in no county, notes are the house’s', async () => {
  const [{ id }] = (await world.house.rows<{ id: string }>(
    `select id from identity.role_grant where role = 'reviewer' limit 1`,
  )) as [{ id: string }];
  await note('operator', { kind: 'role', id }, '下月转岗');
  expect(await notesTo('auditor', { kind: 'role', id })).toEqual(['下月转岗']);
  const campaign = { kind: 'campaign', id: String((await campaignEdited(world)).ids!['id']) };
  await note('finance', campaign, '费用已核');
  expect(await notesTo('operator', campaign)).toEqual(['费用已核']);
});

test('of what is not there nobody leaves a note, whatever reads its kind', async () => {
  for (const [kind, id] of [
    ...[['campaign', randomUUID()] as const, ['setting', 'no.such'] as const, ['edition', '999999'] as const],
    ...[['standard', '1999-1'] as const, ['bankTransfer', randomUUID()] as const, ['role', randomUUID()] as const],
  ]) {
    const by = kind === 'bankTransfer' ? 'finance' : 'operator';
    const asked = { ids: { kind, id }, body: { text: '备注' } };
    expect([kind, (await world.ask(by, 'POST /history/{kind}/{id}/notes', asked)).status]).toEqual([kind, 404]);
  }
});

test('a note that is sent twice under one key is one note', async () => {
  const about = { kind: 'setting', id: 'cart.guestDays' };
  await world.house.rows(
    `insert into registry.policy (key, value, effective_from, source) values ($1, '30', '2020-01-01', '示例') on conflict do nothing`,
    [about.id],
  );
  const { browser, headers } = world.callers.finance;
  const press = () =>
    browser.ask(
      'POST',
      `/history/setting/${about.id}/notes`,
      { text: '只记一次' },
      { ...headers, 'idempotency-key': key },
    );
  const key = randomUUID();
  const [first, second] = [await press(), await press()];
  expect([first.status, second.body]).toEqual([201, first.body]);
  expect(await notesTo('finance', about)).toEqual(['只记一次']);
});

test.each([
  ['nothing', ''],
  ['blanks', '   '],
  ['more than a note holds', '备'.repeat(1001)],
])('%s is no note', async (_, text) => {
  const ids = { kind: 'campaign', id: 'x' };
  expect(await world.ask('operator', 'POST /history/{kind}/{id}/notes', { ids, body: { text } })).toMatchObject({
    status: 422,
    code: 'INVALID_INPUT',
  });
});
