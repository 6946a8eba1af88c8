import { randomUUID } from 'node:crypto';
import { holding, openShop, type Shop } from '@xihuo/testing';

type Desk = Awaited<ReturnType<Shop['buyers']>>;
let shop: Shop;
let desk: Desk;
let yuan: Desk['yuan'];

beforeAll(async () => {
  shop = await openShop();
  desk = await shop.buyers();
  ({ yuan } = desk);
});
afterAll(() => desk?.close());
afterEach(async () => {
  const count = async (sql: string) => Number(Object.values((await shop.rows<Record<string, bigint>>(sql))[0]!)[0]);
  expect(await holding.brokenInvariants(count)).toEqual({});
});

test('a purchase order goes from the list over approval, shipment and acceptance to the transfer that pays it', async () => {
  const at = await shop.buying.organisation({ chain: [0n], creditLimitFen: 100_000n });
  const buyer = await desk.member(at.id, { duties: ['order', 'receive'] });
  const approver = await desk.member(at.id, { duties: ['approve'], approvalLevel: 1 });
  const offer = await shop.offer({ priceFen: 1_000n, stock: 100 });
  await shop.buying.tier(offer.skuId, 20, 850n, { minimum: 10, step: 5 });

  const slug = `p-${offer.productId}`;
  const list = await buyer.ask('POST', `/organisations/${at.id}/purchase-lists`, {
    text: `商品\t数量\n${slug}\t20\n\nnothing 3\n${slug},7`,
  });
  expect(list.body['lines']).toMatchObject([
    { row: 2, quantity: 20, fault: null, pack: { skuId: offer.skuId, unitPrice: yuan(850), retailPrice: yuan(1_000) } },
    { row: 4, fault: 'UNKNOWN' },
    { row: 5, fault: 'BELOW_MINIMUM' },
  ]);

  const waiting = await desk.ordered(buyer, at, { offer, packs: 20, fen: 850n });
  expect(waiting).toMatchObject({
    status: 201,
    body: { state: 'awaitingApproval', order: null, amount: yuan(17_000) },
  });
  const { id, payCode } = desk.viewOf(waiting);
  expect(await buyer.ask('POST', `/purchase-orders/${id}/approve`, {}, desk.key())).toMatchObject({ status: 403 });
  const issued = await approver.ask('POST', `/purchase-orders/${id}/approve`, { note: '同意' }, desk.key());
  expect(issued).toMatchObject({
    status: 200,
    body: { state: 'issued', order: { state: 'onTerms', amount: yuan(17_000) } },
  });
  const { order } = desk.viewOf(issued);
  expect(order.supplierOrders).toMatchObject([{ state: 'toShip', lines: [{ unitPrice: yuan(850) }] }]);

  await shop.ship(order as never, new Map([[offer.productId, await shop.lot(offer, 20_000n)]]));
  const accepted = await desk.accept(buyer, desk.viewOf(issued));
  expect(accepted.body).toMatchObject({
    receivables: [{ amount: yuan(17_000), open: yuan(17_000), paid: yuan(0), daysLate: 0 }],
    order: { supplierOrders: [{ state: 'received' }] },
  });
  expect(await shop.releaseAfter(60)).toBe(0);
  await shop.setClock('0 days');

  const paid = await desk.transfer(20_000n, `货款 ${payCode.slice(0, 5)} ${payCode.slice(5)} 谢谢`);
  expect(paid).toMatchObject({ status: 200, body: { matchedBy: 'code', used: [{ amount: yuan(17_000) }] } });
  expect((await buyer.ask('GET', `/purchase-orders/${id}`)).body).toMatchObject({
    order: { state: 'paid' },
    receivables: [{ open: yuan(0), paid: yuan(17_000) }],
  });
  expect((await buyer.ask('GET', '/me/organisations')).body['data']).toMatchObject([
    { id: at.id, owed: yuan(0), underWay: yuan(0), credit: yuan(3_000) },
  ]);
  const statement = await statementOf(at.id, new Date().toISOString());
  expect(statement).toMatchObject({
    ...{ opening: yuan(0), accepted: yuan(17_000), credited: yuan(0), transferred: yuan(20_000) },
    closing: yuan(-3_000),
    data: [
      { kind: 'accepted', amount: yuan(17_000) },
      { kind: 'transferred', amount: yuan(-20_000) },
    ],
  });
  expect(await shop.releaseAfter(60)).toBe(1);
  await shop.setClock('0 days');
});

/** The month of an instant, read entry by entry, as whoever pays reads it. */
async function statementOf(organisationId: string, instant: string) {
  const payer = await desk.member(organisationId, { duties: ['pay'] });
  const month = new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 7);
  const path = `/organisations/${organisationId}/statements/${month}`;
  const data: unknown[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const { body } = await payer.ask('GET', `${path}?limit=1${cursor && `&cursor=${cursor}`}`);
    data.push(...(body['data'] as unknown[]));
    if (body['nextCursor'] === null) {
      const file = await payer.ask('GET', `${path}/file?format=csv`);
      expect(file.bytes.toString('utf8').trim().split('\n').length).toBe(data.length + 3);
      return { ...body, data };
    }
    cursor = body['nextCursor'] as string;
  }
  return null;
}

test('what is turned away at the door is claimed and credited in the same step, within the setting', async () => {
  const { buyer, made } = await desk.shipped();
  const [line] = made.order.supplierOrders[0]!.lines;
  const rejections = [{ lineId: line!.id, packs: 3, reason: 'damaged' }];
  expect(await desk.accept(buyer, made, { rejections })).toMatchObject({ status: 422, code: 'AFTER_SALE_PHOTOS' });
  const photoIds = [await desk.photo(buyer, made.id)];
  const accepted = await desk.accept(buyer, made, { rejections, photoIds, words: '压坏' });
  expect(accepted).toMatchObject({
    status: 200,
    body: {
      receivables: [{ amount: yuan(9_000), credited: yuan(2_700), open: yuan(6_300) }],
      creditNotes: [{ amount: yuan(2_700) }],
    },
  });
  expect(await shop.rows(`select state from ordering.after_sale where order_id = $1`, [made.order.id])).toEqual([
    { state: 'refunded' },
  ]);
});

test('more than the setting waits for the supplier; credited after it was paid it stands to the credit', async () => {
  const { at, buyer, made } = await desk.shipped();
  const [line] = made.order.supplierOrders[0]!.lines;
  const rejections = [{ lineId: line!.id, packs: 4, reason: 'quality' }];
  const accepted = await desk.accept(buyer, made, { rejections, photoIds: [await desk.photo(buyer, made.id)] });
  expect(accepted.body).toMatchObject({ creditNotes: [], receivables: [{ open: yuan(9_000) }] });
  await desk.transfer(9_000n, made.payCode);
  const [claim] = await shop.rows<{ id: string; supplier_id: string }>(
    'select id, supplier_id from ordering.after_sale where order_id = $1',
    [made.order.id],
  );
  const clerk = await desk.house.signedIn({ role: 'supplier', organisationId: claim!.supplier_id });
  expect(
    (await clerk.ask('POST', `/supplier/after-sales/${claim!.id}/accept`, { state: 'requested' }, desk.key())).body,
  ).toMatchObject({
    state: 'refunded',
  });
  expect((await buyer.ask('GET', `/purchase-orders/${made.id}`)).body).toMatchObject({
    receivables: [{ open: yuan(0), paid: yuan(5_400), credited: yuan(3_600) }],
    creditNotes: [{ amount: yuan(3_600) }],
  });
  expect((await buyer.ask('GET', '/me/organisations')).body['data']).toMatchObject([
    { id: at.id, credit: yuan(3_600) },
  ]);
});

test('an id that another has is refused by name, of transfers and of sites', async () => {
  const id = randomUUID();
  expect(await desk.transfer(100n, '', { id })).toMatchObject({ status: 201 });
  const taken = { status: 422, code: 'INVALID_INPUT', body: { errors: [{ pointer: '/id', code: 'ID_TAKEN' }] } };
  expect(await desk.transfer(200n, '', { id })).toMatchObject(taken);
  const at = await shop.buying.organisation();
  const manager = await desk.member(at.id, { duties: ['manage'] });
  const site = {
    ...{ name: '二号仓', regionCode: '310101', address: '示例路1号', contact: '示例', phone: '10012345678' },
    ...{ storage: ['ambient'], receivingHours: '08:00-17:00' },
  };
  const add = (siteId: string) =>
    manager.ask('POST', `/organisations/${at.id}/sites`, { id: siteId, ...site }, desk.key());
  expect(await add(at.siteId)).toMatchObject(taken);
  expect(await add(randomUUID())).toMatchObject({ status: 201 });
});

test('the number of the organisation’s own books goes with a purchase, to its supplier too, and finds it', async () => {
  const at = await shop.buying.organisation();
  const buyer = await desk.member(at.id, { duties: ['order'], limitFen: 1_000_000n });
  const offer = await shop.offer({ priceFen: 1_000n, stock: 100 });
  const path = `/organisations/${at.id}/purchase-orders`;
  const order = async (ownNumber?: string) => {
    const lines = [{ skuId: offer.skuId, quantity: 1, unitPrice: yuan(1_000) }];
    const body = { siteId: at.siteId, lines, total: yuan(1_000), ownNumber };
    return desk.viewOf(await buyer.ask('POST', path, body, desk.key()));
  };
  const [named, other] = [await order('CG-2026/11-007'), await order()];
  expect(named).toMatchObject({ ownNumber: 'CG-2026/11-007' });
  expect(other).toMatchObject({ ownNumber: '' });
  const found = async (q: string) =>
    ((await buyer.ask('GET', `${path}?q=${encodeURIComponent(q)}`)).body['data'] as { id: string }[]).map(
      ({ id }) => id,
    );
  expect(await found('cg-2026')).toEqual([named.id]);
  expect(await found((other as unknown as { number: string }).number.slice(4))).toEqual([other.id]);
  expect(await found('CG-2027')).toEqual([]);

  const clerk = await desk.house.signedIn({ role: 'supplier', organisationId: offer.supplierId });
  const seen = async (made: typeof named) =>
    (await clerk.ask('GET', `/supplier/orders/${made.order.supplierOrders[0]!.id}`)).body['ownNumber'];
  expect([await seen(named), await seen(other)]).toEqual(['CG-2026/11-007', null]);
  const paper = `/supplier/orders/${named.order.supplierOrders[0]!.id}/print?paper=`;
  for (const kind of ['packingList', 'addressLabel']) expect((await clerk.ask('GET', paper + kind)).status).toBe(200);
});
