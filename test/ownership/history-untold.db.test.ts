import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import type { CallerName } from './callers';
import { linkageRows } from './linkage-rows';
import { lotRows } from './lot-rows';
import { orderRows, settleOneOrder } from './order-rows';
import { adjustment, payoutRows } from './payout-rows';
import { openWorld, type World } from './world';

let world: World;
beforeAll(async () => {
  world = await openWorld(settleOneOrder);
}, 60_000);
afterAll(() => world?.close());

interface Line {
  action: string;
  note: string | null;
}
const toldTo = async (name: CallerName, kind: string, id: string) => {
  const { status, body } = await world.ask(name, 'GET /history/{kind}/{id}', { ids: { kind, id } });
  return status === 200 ? (body['data'] as Line[]) : status;
};

/** An adjustment of a statement, with the line that its proposal left. */
async function claimed(state: 'proposed' | 'approved' | 'refused', statementId: string): Promise<void> {
  const { ids } = await adjustment(state)(world);
  const id = String(ids!['id']);
  await world.house.rows('update settlement.adjustment set about_statement_id = $2 where id = $1', [id, statementId]);
  await world.house.does((tx) => {
    const reason = `因${state}`;
    tx.audit({ action: 'adjustment.propose', subjectKind: 'adjustment', subjectId: id, after: { state, reason } });
    return Promise.resolve();
  });
}

test('of what adjusts its statement a supplier reads what a second person approved, and nothing of what was only thought of or refused', async () => {
  const { ids } = await orderRows.find(({ key }) => key === 'GET /settlement/statements/{id}')!.make(world);
  const id = String(ids!['id']);
  for (const state of ['proposed', 'approved', 'refused'] as const) await claimed(state, id);
  const lines = (await toldTo('supplier', 'statement', id)) as Line[];
  expect(lines).toMatchObject([{ action: 'adjustment.propose', changes: [{ field: 'state', after: ['approved'] }] }]);
  expect(await toldTo('finance', 'statement', id)).toHaveLength(3);
});

test('nobody sells what nobody has paid for: of such a part its supplier is told nothing', async () => {
  const { id } = (await world.shop.placedOrder({ offer: world.offer })).supplierOrders[0]!;
  expect(await toldTo('supplier', 'supplierOrder', id)).toBe(404);
});

test('what lies in no county is read by those of the whole country, and by nobody of a part of it', async () => {
  const key = 'POST /settlement/payee-accounts/{id}/decide';
  const { ids } = await payoutRows.find((one) => one.key === key)!.make(world);
  const [was] = await world.house.rows<{ county_code: string }>(
    `update registry.organisation org set county_code = null from registry.organisation old
      where org.id = $1 and old.id = org.id returning old.county_code`,
    [world.offer.supplierId],
  );
  const lot = await world.shop.lot(world.offer, 1_000n);
  const told = async (name: CallerName, kind: string, id: string) => Array.isArray(await toldTo(name, kind, id));
  expect(await told('finance', 'payeeAccount', String(ids!['id']))).toBe(true);
  expect([await told('mediator', 'lot', lot), await told('operatorElsewhere', 'lot', lot)]).toEqual([true, false]);
  expect(await told('supplier', 'lot', lot)).toBe(true);
  expect(await toldTo('countyAgriculture', 'delivery', randomUUID())).toBe(404);
  await world.house.rows('update registry.organisation set county_code = $2 where id = $1', [
    world.offer.supplierId,
    was!.county_code,
  ]);
});

test('of a household each is told what they would be told of by itself: agreements, work and deliveries with the own supplier, where it is paid to finance alone', async () => {
  const made = await Promise.all([
    linkageRows.find(({ key }) => key === 'GET /benefit/agreements/{id}')!.make(world),
    lotRows.find(({ key }) => key === 'GET /me/deliveries/{id}')!.make(world),
  ]);
  const [agreement, delivery] = made.map(({ ids }) => String(ids!['id'])) as [string, string];
  const [{ household_id: id }] = (await world.house.rows<{ household_id: string }>(
    'select household_id from benefit.agreement where id = $1',
    [agreement],
  )) as [{ household_id: string }];
  await world.house.rows('update trace.delivery set household_id = $2 where id = $1', [delivery, id]);
  const [{ id: account }] = (await world.house.rows<{ id: string }>(
    `insert into settlement.payee_account (id, payee_kind, payee_id, state, bank_name, number_tail, fingerprint, proposed_at, held_until, decided_at)
     values (uuidv7(), 'household', $1, 'confirmed', '', '0018', '\\x00', now(), now(), now()) returning id`,
    [id],
  )) as [{ id: string }];
  const [{ id: across }] = (await world.house.rows<{ id: string }>(
    `insert into benefit.agreement (id, version, state, signed_way, signed_at, supplier_id, household_id, kind, daily_wage_fen, effective_from)
     values (uuidv7(), 1, 'inForce', 'paper', date '2020-01-01', $1, $2, 'employment', 12000, date '2020-01-01') returning id`,
    [(await world.shop.offer()).supplierId, id],
  )) as [{ id: string }];
  const deeds = { agreement, delivery, payeeAccount: account };
  await world.house.does((tx) => {
    for (const [kind, subjectId] of Object.entries(deeds))
      tx.audit({ action: `${kind}.seen`, subjectKind: kind, subjectId });
    tx.audit({ action: 'agreement.across', subjectKind: 'agreement', subjectId: across });
    return Promise.resolve();
  });
  const seen = async (name: CallerName) => {
    const { data } = await world.granted(name, 'GET /history/{kind}/{id}', { ids: { kind: 'household', id } });
    const actions = (data as Line[]).map(({ action }) => action);
    return ['agreement.seen', 'agreement.across', 'delivery.seen', 'payeeAccount.seen'].map((one) =>
      actions.includes(one),
    );
  };
  expect(await seen('supplier')).toEqual([true, false, true, false]);
  expect(await seen('countyAgriculture')).toEqual([true, true, true, false]);
  expect(await seen('reviewer')).toEqual([true, true, false, false]);
  expect(await seen('finance')).toEqual([true, true, false, true]);
});
