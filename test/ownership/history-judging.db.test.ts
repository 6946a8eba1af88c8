import 'reflect-metadata';
import { review } from '@xihuo/admission';
import type { CallerName } from './callers';
import { openWorld, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world?.close());

interface Line {
  action: string;
  refused: string | null;
  by: { name: string | null };
}
const toldTo = async (name: CallerName, kind: string, id: string) => {
  const { status, body } = await world.ask(name, 'GET /history/{kind}/{id}', { ids: { kind, id } });
  return status === 200 ? (body['data'] as Line[]) : status;
};
const deeds = async (name: CallerName, kind: string, id: string) =>
  ((await toldTo(name, kind, id)) as Line[]).map(({ action }) => action);

test('who has still to judge an application reads that another has it, and nothing of what was ticked or decided; having judged, all of it', async () => {
  const { watch } = world;
  const { id } = await watch.application();
  await watch.recommended(id);
  await watch.clear(id);
  await watch.judged(id, await watch.person('reviewer'));

  const others = ['review.tick', 'review.decide', 'review.declare'];
  const closed = await deeds('reviewer', 'application', id);
  expect(closed).toEqual(expect.arrayContaining(['review.claim', 'application.recommend']));
  expect(closed.filter((action) => others.includes(action))).toEqual([]);
  for (const name of ['countyAgriculture', 'countyRevitalisation', 'auditor', 'operator'] as const)
    expect(await deeds(name, 'application', id)).toEqual(expect.arrayContaining(others));

  // Their own they read meanwhile.
  await world.granted('reviewer', 'POST /admission/applications/{id}/claim', { ids: { id } });
  const claimed = { ids: { id }, version: await watch.version(id) };
  await world.granted('reviewer', 'POST /admission/applications/{id}/declare', {
    ...{ ...claimed, body: { conflict: false, note: '' } },
  });
  expect((await deeds('reviewer', 'application', id)).filter((action) => others.includes(action))).toEqual([
    'review.declare',
  ]);

  const { body: me } = await world.ask('reviewer', 'GET /me', {});
  const second = { ...(await watch.person('reviewer')), personId: String(me['personId']) };
  await watch.by(second, (tx) => review.release(tx, { applicationId: id, reason: '稍后再审' }));
  await watch.judged(id, second, 'reject');
  expect(await deeds('reviewer', 'application', id)).toEqual(expect.arrayContaining(others));
  expect((await deeds('reviewer', 'application', id)).filter((action) => action === 'review.decide')).toHaveLength(2);
});

test('who reads the page is not told what was tried in vain nor who opened what is sealed; who watches is', async () => {
  const { id } = await world.watch.application();
  await world.house.does((tx) => {
    const about = { subjectKind: 'application', subjectId: id };
    tx.audit({ ...about, action: 'application.recommend', after: { refused: 'FOUR_EYES' } });
    tx.audit({ ...about, action: 'application.readPaper', after: { kind: 'licence' } });
    return Promise.resolve();
  });
  const watched = ((await toldTo('auditor', 'application', id)) as Line[]).slice(0, 2);
  expect(watched.map(({ action, refused }) => [action, refused]).toSorted()).toEqual([
    ['application.readPaper', null],
    ['application.recommend', 'FOUR_EYES'],
  ]);
  for (const name of ['countyAgriculture', 'reviewer', 'operator'] as const)
    expect(JSON.stringify(await toldTo(name, 'application', id))).not.toMatch(/readPaper|FOUR_EYES/);
});

test('of a supplier, who reads its page is told what was done about it, and nothing of its own business', async () => {
  const { supplierId } = world.offer;
  await world.house.does((tx) => {
    const about = { subjectKind: 'supplier', subjectId: supplierId };
    tx.audit({ ...about, action: 'measure.impose', after: { reason: '示例' } });
    tx.audit({ ...about, action: 'freight.replace', after: { pickup: true } });
    return Promise.resolve();
  });
  expect(await deeds('auditor', 'supplier', supplierId)).toContain('freight.replace');
  for (const name of ['countyAgriculture', 'reviewer', 'operator'] as const) {
    const told = await deeds(name, 'supplier', supplierId);
    expect([told.includes('measure.impose'), told.includes('freight.replace')]).toEqual([true, false]);
  }
  expect(await toldTo('agricultureElsewhere', 'supplier', supplierId)).toBe(404);
  expect(await toldTo('reviewerElsewhere', 'supplier', supplierId)).toBe(404);
});

test('of an application that was never handed in, nobody but its supplier and who watches is told', async () => {
  const { id, supplierId } = await world.watch.application();
  await world.owned(supplierId);
  await world.house.rows(
    `update admission.application set submitted_at = null, submitted_by = null, state = 'draft' where id = $1`,
    [id],
  );
  expect(await toldTo('reviewer', 'application', id)).toBe(404);
  expect(await toldTo('countyAgriculture', 'application', id)).toBe(404);
  expect(await toldTo('supplier', 'application', id)).not.toBe(404);
});
