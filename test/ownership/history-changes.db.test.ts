import 'reflect-metadata';
import { recallBy } from './lot-rows';
import type { CallerName } from './callers';
import { campaignEdited } from './channel-rows';
import { packCounted } from './product-rows';
import { openWorld, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await openWorld();
}, 60_000);
afterAll(() => world?.close());

interface Line {
  action: string;
  requestId: string;
  note: string | null;
  changes: { field: string; of: string | null; as: string; before: string[]; after: string[] }[];
}

const toldTo = async (name: CallerName, kind: string, id: string) => {
  const { status, body } = await world.ask(name, 'GET /history/{kind}/{id}', { ids: { kind, id } });
  return status === 200 ? (body['data'] as Line[]) : status;
};
const newest = async (name: CallerName, kind: string, id: string) => ((await toldTo(name, kind, id)) as Line[])[0]!;
const change = (field: string, as: string, before: string[], after: string[], of: string | null = null) => ({
  ...{ field, of, as, before, after },
});

test('of a campaign that is edited, field by field what it was and is; what stayed is not told, and every step names its request', async () => {
  const { ids, body } = await campaignEdited(world);
  const id = String(ids!['id']);
  const discount = {
    ...{ name: { zh: '满百减十', en: 'Ten off' }, kind: 'fullReduction', percentBp: null, category: null },
    ...{ threshold: { amount: '10000', currency: 'CNY' }, reduction: { amount: '1000', currency: 'CNY' } },
    funders: [{ kind: 'supplier', organisationId: null, shareBp: 10_000 }],
  };
  const form = { ...body, name: { zh: '丰收节', en: 'Example' }, discounts: [discount] };
  await world.granted('operator', 'PUT /catalogue/campaigns/{id}', { ids: { id }, body: form, version: 1 });
  const line = await newest('auditor', 'campaign', id);
  expect(line).toMatchObject({ action: 'campaign.edit', requestId: expect.stringMatching(/^[\w-]{8,}$/) });
  const told = line.changes.filter(({ field }) => field !== 'slug');
  const rule = JSON.stringify({
    满百减十: { funders: { supplier: 10_000 }, reductionFen: 1_000, thresholdFen: 10_000 },
  });
  expect(told).toEqual([change('name.zh', 'text', ['示例'], ['丰收节']), change('discounts', 'rule', ['{}'], [rule])]);
  await world.granted('operator', 'POST /catalogue/campaigns/{id}/cancel', {
    ...{ ids: { id }, version: 2, body: { reason: '承办方退出' } },
  });
  expect(await newest('finance', 'campaign', id)).toMatchObject({
    note: '承办方退出',
    changes: [change('state', 'state', ['draft'], ['cancelled'])],
  });
});

test('of a setting, what holds beside what is proposed', async () => {
  const [key, day] = ['cart.guestDays', await world.day(30)];
  await world.house.rows(
    `insert into registry.policy (key, value, effective_from, source) values ($1, '30', '2020-01-01', '示例') on conflict do nothing`,
    [key],
  );
  const [{ value }] = (await world.house.rows<{ value: string }>(
    `select registry.policy_on($1, platform.business_now()::date)::text as value`,
    [key],
  )) as [{ value: string }];
  const asked = { key, value: Number(value) + 1, effectiveFrom: day, source: '示例规定', reason: '示例原因' };
  const step = (by: CallerName, name: string) =>
    world.granted(by, 'POST /settings/steps', { body: { ...asked, step: name } });
  await step('operator', 'propose');
  expect(await newest('auditor', 'setting', key)).toMatchObject({
    note: '示例原因',
    changes: [
      change('source', 'text', [], ['示例规定']),
      change('effectiveFrom', 'day', [], [day]),
      change('value', 'rule', [value], [String(Number(value) + 1)]),
    ],
  });
  // What is taken back changes nothing of what holds.
  await step('operator', 'withdraw');
  const { changes } = await newest('operator', 'setting', key);
  expect(changes.map(({ field }) => field)).toEqual(['source', 'effectiveFrom', 'declined']);
});

test('of synonyms all words, and that they were taken away', async () => {
  const { id } = (await world.granted('operator', 'POST /search/synonyms', {
    body: { words: ['示例菜', '样品菜'] },
  })) as {
    id: string;
  };
  await world.granted('operator', 'PUT /search/synonyms/{id}', { ids: { id }, body: { words: ['示例菜', '范例菜'] } });
  await world.granted('operator', 'DELETE /search/synonyms/{id}', { ids: { id }, version: 2 });
  const lines = (await toldTo('operator', 'synonymGroup', id)) as Line[];
  expect(lines.map(({ changes }) => changes)).toEqual([
    [change('words', 'text', ['示例菜', '范例菜'], [])],
    [change('words', 'text', ['示例菜', '样品菜'], ['示例菜', '范例菜'])],
    [change('words', 'text', [], ['示例菜', '样品菜'])],
  ]);
});

test('of a price the pack by name, and of a count what lay there; to its own supplier, and to nobody else’s', async () => {
  const { supplierId, productId, skuId, pack } = await packCounted(world, 12);
  await world.granted('supplier', 'PUT /suppliers/{supplierId}/stock/{skuId}', {
    ...{ ids: { supplierId, skuId }, version: 2, body: { onHand: 9, reason: 'loss' } },
  });
  expect(await newest('supplier', 'sku', skuId)).toMatchObject({
    ...{ action: 'stock.count', note: null, changes: [change('onHand', 'number', ['12'], ['9'])] },
  });
  expect(await toldTo('otherSupplier', 'sku', skuId)).toBe(404);
  expect(await toldTo('auditor', 'sku', skuId)).toBe(404);

  await world.house.does((tx) => {
    tx.audit({
      ...{ action: 'price.set', subjectKind: 'product', subjectId: productId },
      ...{ before: { pricesFen: { [skuId]: '1990' } }, after: { supplierId, pricesFen: { [skuId]: '1890' } } },
    });
    return Promise.resolve();
  });
  const { changes } = await newest('auditor', 'product', productId);
  expect(changes).toEqual([change('pricesFen', 'money', ['1990'], ['1890'], pack)]);
});

test('of what others did to a thing of its own a supplier reads what changed and not why; sealed and personal values nobody reads', async () => {
  const { ids } = await recallBy('supplier')(world);
  const id = String(ids!['id']);
  await world.house.does((tx) => {
    tx.audit({
      ...{ action: 'recall.withdraw', subjectKind: 'recall', subjectId: id, before: { state: 'open', phone: '1' } },
      after: {
        state: 'withdrawn',
        reason: '复检合格',
        phone: '13800000000',
        accountNumber: '6222',
        displayName: '王某',
      },
    });
    return Promise.resolve();
  });
  const changes = [change('state', 'state', ['open'], ['withdrawn'])];
  expect(await newest('supplier', 'recall', id)).toMatchObject({ note: null, changes });
  const watched = await newest('mediator', 'recall', id);
  expect(watched).toMatchObject({ note: '复检合格', changes });
  expect(JSON.stringify(watched)).not.toMatch(/13800000000|6222|王某/);
});

test('of a role, to operators and auditors alone, and nothing else that was done about whoever holds it', async () => {
  const [held] = await world.house.rows<{ id: string; person_id: string }>(
    `select id, person_id from identity.role_grant where role = 'reviewer' limit 1`,
  );
  await world.house.does((tx) => {
    const subject = { subjectKind: 'person', subjectId: held!.person_id };
    tx.audit({ ...subject, action: 'role.end', before: { role: 'mediator' }, after: { role: null, reason: '调岗' } });
    tx.audit({ ...subject, action: 'role.grant', after: { role: 'reviewer', jurisdiction: '61' } });
    // That they buy in the shop, by the same phone, is nobody's to read here.
    tx.audit({ ...subject, action: 'role.grant', after: { role: 'consumer' } });
    tx.audit({ ...subject, action: 'password.set' });
    return Promise.resolve();
  });
  const lines = (await toldTo('operator', 'role', held!.id)) as Line[];
  expect(lines.map(({ action }) => action)).not.toContain('password.set');
  expect(JSON.stringify(lines)).not.toContain('consumer');
  expect(lines.find(({ action }) => action === 'role.end')).toMatchObject({
    ...{ note: '调岗', changes: [change('role', 'word', ['mediator'], [])] },
  });
  expect(lines.find(({ changes }) => changes.length === 2)!.changes).toMatchObject([
    change('role', 'word', [], ['reviewer']),
    { field: 'jurisdiction', as: 'place', after: ['陕西省'] },
  ]);
  expect(await toldTo('auditor', 'role', held!.id)).toHaveLength(lines.length);
  expect(await toldTo('finance', 'role', held!.id)).toBe(404);
  expect(await toldTo('supplier', 'role', held!.id)).toBe(404);
  const [buying] = await world.house.rows<{ id: string }>(
    `select id from identity.role_grant where role = 'consumer' limit 1`,
  );
  expect(await toldTo('operator', 'role', buying!.id)).toBe(404);
});
