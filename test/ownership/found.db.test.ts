import 'reflect-metadata';
import type { RouteKey } from '@xihuo/contract';
import { CALLERS, SIGNED_OUT, type CallerName } from './callers';
import { opened } from './dispute-rows';
import { householdOf } from './dues-rows';
import { offered } from './linkage-rows';
import { settleOneOrder } from './order-rows';
import { admitted } from './watching-rows';
import { openWorld, type World } from './world';

let world: World;
let names: Awaited<ReturnType<typeof things>>;
beforeAll(async () => {
  // Until an order is settled more time goes by than anybody stays signed in.
  world = await openWorld(settleOneOrder);
  names = await things();
}, 120_000);
afterAll(() => world?.close());

interface Found {
  kind: string;
  id: string;
  supplierId: string | null;
  name: string;
  exact: boolean;
}

const asked = async (name: CallerName, q: string) => {
  const { status, body } = await world.ask(name, 'GET /me/found', { query: `?q=${encodeURIComponent(q)}` });
  return status === 200 ? (body['data'] as Found[]) : status;
};
const found = async (name: CallerName, q: string) => (await asked(name, q)) as Found[];
const kindsFor = async (name: CallerName, q: string) => [...new Set((await found(name, q)).map(({ kind }) => kind))];

/** What the page of each kind reads first. */
const READ: Record<string, RouteKey> = {
  order: 'GET /supplier/orders/{id}',
  ownDispute: 'GET /supplier/disputes/{id}',
  dispute: 'GET /mediation/disputes/{id}',
  lot: 'GET /supplier/lots/{id}',
  agreement: 'GET /benefit/agreements/{id}',
  product: 'GET /suppliers/{supplierId}/products/{productId}',
  supplier: 'GET /admission/suppliers/{id}/signals',
  application: 'GET /admission/applications/{id}',
  case: 'GET /admission/cases/{id}',
  statement: 'GET /settlement/statements/{id}',
  household: 'GET /benefit/households/{id}',
};

async function things() {
  const { shop, watch, house, offer } = world;
  const { id: disputeId } = await opened(world);
  const lotId = await shop.lot(offer, 1_000n);
  const { ids } = await offered(world);
  const householdId = await householdOf(world);
  const supplierId = await admitted(world);
  await watch.opened(await watch.person('reviewer'), supplierId);
  const { id: applicationId } = await watch.application();
  const [named] = await house.rows<
    Record<'order' | 'lot' | 'agreement' | 'household' | 'watched' | 'own' | 'applicant', string>
  >(
    `select (select number from dispute.dispute_case join ordering.customer_order o on o.id = order_id where dispute_case.id = $1) as order,
            (select code from trace.lot where id = $2) as lot, (select number from benefit.agreement where id = $3) as agreement,
            (select display_name from registry.household where id = $4) as household,
            (select name_zh from registry.organisation where id = $5) as watched,
            (select name_zh from registry.organisation where id = $6) as own,
            (select name_zh from registry.organisation join admission.application a on a.supplier_id = organisation.id where a.id = $7) as applicant`,
    [disputeId, lotId, ids!['id'], householdId, supplierId, offer.supplierId, applicationId],
  );
  return named!;
}

test('everybody finds what they may open by its number or name, and whatever anybody finds, they may open', async () => {
  expect(await kindsFor('supplier', names.order)).toEqual(['order', 'ownDispute']);
  expect(await kindsFor('mediator', names.order)).toEqual(['dispute']);
  expect(await kindsFor('supplier', names.lot)).toEqual(['lot']);
  expect(await kindsFor('supplier', names.agreement)).toEqual(['agreement']);
  expect(await kindsFor('countyAgriculture', names.agreement)).toEqual(['agreement']);
  expect(await kindsFor('supplier', names.household)).toContain('household');
  expect(await kindsFor('finance', names.household)).toContain('household');
  expect(await kindsFor('finance', names.own)).toContain('statement');
  expect(await kindsFor('operator', names.own)).toEqual(expect.arrayContaining(['supplier', 'statement', 'dispute']));
  expect(await kindsFor('reviewer', names.watched)).toEqual(expect.arrayContaining(['supplier', 'case']));
  expect(await kindsFor('auditor', names.applicant)).toContain('application');
  // What is typed as somebody read it out, and a part of it.
  const [exact] = await found('supplier', ` ${names.order.slice(0, 6)} ${names.order.slice(6)} `);
  expect(exact).toMatchObject({ kind: 'order', name: names.order, exact: true });
  expect((await found('supplier', names.order.slice(0, -1)))[0]).toMatchObject({ name: names.order, exact: false });

  const refused: unknown[] = [];
  for (const name of CALLERS.filter((caller) => !SIGNED_OUT.includes(caller)))
    for (const q of Object.values(names))
      for (const { kind, id, supplierId } of await found(name, q)) {
        const at = { id, productId: id, ...(supplierId === null ? {} : { supplierId }) };
        const { status } = await world.ask(name, READ[kind]!, {
          ...{ ids: at, query: kind === 'supplier' ? '?days=90' : '' },
        });
        if (status !== 200) refused.push([name, kind, q, status]);
      }
  expect(refused).toEqual([]);
});

test.each(['otherSupplier', 'agricultureElsewhere', 'auditorElsewhere', 'businessBuyer', 'farmer', 'account'] as const)(
  '%s finds nothing of it',
  async (name) => {
    const { order, lot, agreement: number, household } = names;
    for (const q of [order, lot, number, household]) expect(await found(name, q)).toEqual([]);
  },
);

test('nobody who is not signed in finds anything, nor does anybody by one sign', async () => {
  expect(await asked('anonymous', '示例')).toBe(401);
  expect(await asked('operator', '示')).toBe(422);
});
