import { holding, openShop, type Shop } from '@xihuo/testing';
import { Notices, Vault } from '@xihuo/platform';
import { testMasterKey } from '@xihuo/testing';
import { tellOfMissingPapers } from '../../actions/tell-of-orders';

/** What an organisation claims, who may go on with it, and the papers it looks at when goods come. */

type Desk = Awaited<ReturnType<Shop['buyers']>>;
let shop: Shop;
let desk: Desk;

beforeAll(async () => {
  shop = await openShop();
  desk = await shop.buyers();
});
afterAll(() => holding.closeSound(shop, desk));

async function arrived() {
  const at = await shop.buying.organisation();
  const orders = await desk.member(at.id, { duties: ['order'], limitFen: 1_000_000n });
  const receives = await desk.member(at.id, { duties: ['receive'] });
  const offer = await shop.offer({ priceFen: 1_000n, stock: 500 });
  const made = desk.viewOf(await desk.ordered(orders, at, { offer, packs: 10, fen: 1_000n }));
  await shop.ship(made.order as never, new Map([[offer.productId, await shop.lot(offer, 500_000n)]]));
  const part = made.order.supplierOrders[0]!;
  const accept = (body: object) =>
    receives.ask('POST', `/purchase-orders/${made.id}/acceptances`, { supplierOrderId: part.id, ...body }, desk.key());
  return { at, orders, receives, made, part, offer, accept };
}

const claimsOf = async (reader: Awaited<ReturnType<Desk['member']>>, id: string, query = '') =>
  (await reader.ask('GET', `/organisations/${id}/after-sales${query}`)).body['data'] as { id: string; state: string }[];

test('all members read what was claimed for the organisation, nobody else, and each sees what they may do', async () => {
  const { at, orders, receives, made, part } = await arrived();
  await desk.accept(receives, made);
  const body = {
    ...{ supplierOrderId: part.id, kind: 'refundOnly', reason: 'quality', words: '有异味', photoIds: [] },
    lines: [{ lineId: part.lines[0]!.id, packs: 4 }],
  };
  const claimed = await receives.ask('POST', `/orders/${made.order.id}/after-sales`, body, desk.key());
  expect(claimed.status).toBe(201);
  const { id } = claimed.body as { id: string };
  expect(await claimsOf(orders, at.id, '?view=open')).toMatchObject([{ id, state: 'requested' }]);
  const may = async (who: typeof orders) =>
    (await who.ask('GET', `/orders/${made.order.id}/after-sales`)).body['may'] as object;
  expect(await may(orders)).toEqual({ cancel: true, pay: false, receive: false });
  expect(await may(receives)).toEqual({ cancel: false, pay: false, receive: true });
  expect((await orders.ask('GET', `/orders/${made.order.id}`)).body['may']).toEqual(await may(orders));
  const path = `/orders/${made.order.id}/after-sales/${id}/withdraw`;
  expect((await orders.ask('POST', path, {})).code).toBe('DUTY_MISSING');
  expect((await receives.ask('POST', path, {})).status).toBe(200);
  expect(await claimsOf(orders, at.id, '?view=open')).toEqual([]);
  expect(await claimsOf(orders, at.id)).toMatchObject([{ id, state: 'withdrawn' }]);
  const stranger = await desk.member((await shop.buying.organisation()).id, { duties: ['receive'] });
  expect((await stranger.ask('GET', `/organisations/${at.id}/after-sales`)).code).toBe('NOT_FOUND');
});

test('what was missing of the papers is written down once, shown with the order, and told to the supplier', async () => {
  const { made, part, accept, orders } = await arrived();
  const clerk = await desk.house.signedIn({ role: 'supplier', organisationId: part.supplier.id });
  expect(await accept({ papers: { missing: '缺检验报告' } })).toMatchObject({
    ...{ status: 200, body: { papersChecked: [{ supplierOrderId: part.id, missing: '缺检验报告' }] } },
  });
  expect((await accept({ papers: { missing: '' } })).status).toBe(200);
  expect((await orders.ask('GET', `/purchase-orders/${made.id}`)).body).toMatchObject({
    papersChecked: [{ missing: '缺检验报告' }],
  });
  const events = await shop.rows<{ part: string }>(
    `select payload ->> 'supplierOrderId' as part from platform.outbox_event
      where name = 'papersMissing' and payload ->> 'purchaseOrderId' = $1`,
    [made.id],
  );
  expect(events).toEqual([{ part: part.id }]);
  const notices = new Notices(new Vault(testMasterKey));
  for (let again = 0; again < 2; again += 1) await shop.does((tx) => tellOfMissingPapers(tx, { notices }, [part.id]));
  const told = (await clerk.ask('GET', '/me/notices')).body['data'] as { title: string; body: string }[];
  expect(told.map(({ title }) => title)).toEqual(['买家验票有缺']);
  expect(told[0]!.body).toContain('缺检验报告');
});

test('complete papers are noted too and tell nobody; where nobody looked nothing is said', async () => {
  const [one, other] = [await arrived(), await arrived()];
  expect((await one.accept({ papers: { missing: '' } })).body).toMatchObject({ papersChecked: [{ missing: '' }] });
  expect((await other.accept({})).body).toMatchObject({ papersChecked: [] });
  expect(
    await shop.count(
      `select count(*) from platform.outbox_event where name = 'papersMissing' and payload ->> 'purchaseOrderId' = any ($1)`,
      [[one.made.id, other.made.id]],
    ),
  ).toBe(0);
});
