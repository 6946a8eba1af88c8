import 'reflect-metadata';
import { command } from '@xihuo/platform';
import { asTest } from '@xihuo/testing';
import type { CallerName } from './callers';
import { historyRows } from './history-rows';
import { recallBy } from './lot-rows';
import { settleOneOrder } from './order-rows';
import { proveRows } from './table';
import { openWorld, type World } from './world';

proveRows(historyRows, settleOneOrder);

describe('what is told of a recall', () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld();
  }, 60_000);
  afterAll(() => world?.close());

  const toldTo = async (name: CallerName, ids: Record<string, string | number>) => {
    const { body } = await world.ask(name, 'GET /history/{kind}/{id}', { ids });
    const lines = body['data'] as { action: string; by: { kind: string; name: string | null } }[];
    return lines.map(({ action, by }) => [action, by.kind, by.name !== null]);
  };

  test.each([
    ['supplier', true],
    ['operator', false],
  ] as const)('that the %s opened it: the supplier reads a name of its own people alone', async (opener, named) => {
    const { ids } = await recallBy(opener)(world);
    const recall = { kind: 'recall', id: ids!['id']! };
    expect(await toldTo('supplier', recall)).toEqual([['recall.open', 'person', named]]);
    expect(await toldTo('auditor', recall)).toEqual([['recall.open', 'person', true]]);
  });

  test('who has left stays named for what was done while there', async () => {
    const { ids } = await recallBy('supplier')(world);
    const recall = { kind: 'recall', id: ids!['id']! };
    await world.house.rows(
      `update identity.role_grant set ended_at = platform.business_now(), ended_by = person_id where organisation_id = $1 and ended_at is null
          and person_id = (select (substring(content::json ->> 'actor' from '^person:(.*)$'))::uuid from platform.audit_content
                            where subject_kind = 'recall' and subject_id = $2)`,
      [world.offer.supplierId, recall.id],
    );
    expect(await toldTo('auditor', recall)).toEqual([['recall.open', 'person', true]]);
  });

  test('nobody reads in the history of a promotion who took its coupons', async () => {
    const [{ id }] = (await world.house.rows<{ id: string }>('select uuidv7() as id')) as [{ id: string }];
    await world.house.does((tx) => {
      tx.audit({ action: 'promotion.publish', subjectKind: 'promotion', subjectId: id });
      tx.audit({ action: 'coupon.claim', subjectKind: 'promotion', subjectId: id });
      return Promise.resolve();
    });
    expect(await toldTo('operator', { kind: 'promotion', id })).toEqual([['promotion.publish', 'system', true]]);
  });

  test('nobody reads in the history of a standard who spoke on its draft: they said it under a name they chose', async () => {
    const { body } = await world.ask('reviewer', 'GET /me', {});
    const actor = { kind: 'person', personId: body['personId'] as string, grants: [] } as const;
    const id = 'v2030';
    await command(world.house.database, { ...asTest, actor, name: 'test' }, (tx) => {
      tx.audit({ action: 'standard.edit', subjectKind: 'standard', subjectId: id });
      tx.audit({ action: 'standard.comment', subjectKind: 'standard', subjectId: id });
      return Promise.resolve();
    });
    expect((await toldTo('operator', { kind: 'standard', id })).toSorted()).toEqual([
      ['standard.comment', 'person', false],
      ['standard.edit', 'person', true],
    ]);
  });
});
