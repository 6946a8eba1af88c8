import { randomUUID } from 'node:crypto';
import { money } from '@xihuo/kernel';
import { holding, openShop, type Shop } from '@xihuo/testing';
import { lines } from '../../index';

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

test('goods that were accepted are not turned away a second time: what is granted at once is granted once', async () => {
  const { buyer, made } = await desk.shipped();
  const [line] = made.order.supplierOrders[0]!.lines;
  const turnAway = async () => {
    const rejections = [{ lineId: line!.id, packs: 3, reason: 'damaged' }];
    return desk.accept(buyer, made, { rejections, photoIds: [await desk.photo(buyer, made.id)] });
  };
  expect(await turnAway()).toMatchObject({ status: 200 });
  expect(await turnAway()).toMatchObject({ status: 409, code: 'ORDER_STATE' });
  expect(await desk.accept(buyer, made)).toMatchObject({
    status: 200,
    body: { receivables: [{ credited: yuan(2_700), open: yuan(6_300) }], creditNotes: [{ amount: yuan(2_700) }] },
  });
});

test('an order on terms whose last part never leaves is paid with what was paid of the others', async () => {
  const { buyer, made, parts, send, cancel } = await desk.ofTwoSuppliers();
  await send(0);
  await desk.accept(buyer, made, { supplierOrderId: parts[0]!.id });
  await desk.transfer(5_000n, made.payCode);
  const seen = async () => (await buyer.ask('GET', `/purchase-orders/${made.id}`)).body;
  expect(await seen()).toMatchObject({ order: { state: 'onTerms' }, receivables: [{ open: yuan(0) }] });
  expect(await cancel(parts[1]!)).toMatchObject({ status: 201 });
  expect(await seen()).toMatchObject({ order: { state: 'paid' }, receivables: [{ open: yuan(0) }] });
});

test('what an award gave back of goods under way draws on the limit no more', async () => {
  const { at, buyer, parts, send } = await desk.ofTwoSuppliers();
  const drawn = async () => (await buyer.ask('GET', '/me/organisations')).body['data'];
  expect(await drawn()).toMatchObject([{ id: at.id, underWay: yuan(10_000) }]);
  const part = parts[0]!;
  await send(0);
  const hold = { sourceKind: 'dispute', sourceId: randomUUID() };
  const line = (fen: number) => [{ lineId: part.lines[0]!.id, fen: money.fen(fen) }];
  await shop.does((tx) => lines.hold(tx, { supplierOrderId: part.id, ...hold, lines: line(2_000) }));
  await shop.does((tx) => lines.endHold(tx, { ...hold, refunds: line(1_500) }));
  expect(await drawn()).toMatchObject([{ id: at.id, underWay: yuan(8_500) }]);
});

test('goods are received after whatever is done with the account meanwhile: nothing of the books is held while waiting', async () => {
  const { at, buyer, made, again } = await desk.shipped();
  await desk.accept(buyer, made);
  const next = await again();
  const letGo = await shop.hold(
    `select from ordering.business_account where organisation_id = '${at.id}' for no key update`,
  );
  const received = desk.accept(buyer, next);
  await shop.untilWaiting(1);
  const books = await shop
    .rows(
      `select code from ledger.balance join ledger.account on account.id = account_id
        where owner_id = $1 order by code for update of balance nowait`,
      [at.id],
    )
    .catch((error: { code: string }) => error.code);
  await letGo();
  expect(books).toMatchObject([{ code: 'buyerCredit' }, { code: 'buyerReceivable' }]);
  expect(await received).toMatchObject({ status: 200 });
});

test('an order is made while another of the same organisation is being written', async () => {
  const { at, buyer, offer } = await desk.shipped();
  const letGo = await shop.hold(
    `select from ordering.business_account where organisation_id = '${at.id}' for key share`,
  );
  const made = desk.ordered(buyer, at, { offer, packs: 10, fen: 900n });
  const first = await Promise.race([made.then(({ status }) => status), shop.untilWaiting(1).then(() => 'waits')]);
  await letGo();
  await made;
  expect(first).toBe(201);
});
