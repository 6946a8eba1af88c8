import { Notices } from '@xihuo/platform';
import { openShop, type House, type Offer, type Shop } from '@xihuo/testing';
import { remindReceivables } from '../../actions/business/remind-receivables';
import { tellOfPurchases, type PurchaseNews } from '../../actions/business/tell-of-purchases';
import { tellOfCases } from '../../actions/tell-of-cases';
import { orderingParts } from '../../index';

/** Who hears of purchase orders, of payments, and of claims that are credited. */

type Desk = Awaited<ReturnType<Shop['buyers']>>;
let shop: Shop;
let desk: Desk;
let house: House;
let notices: Notices;

beforeAll(async () => {
  shop = await openShop();
  desk = await shop.buyers();
  house = desk.house;
  notices = new Notices(house.vault);
}, 60_000);
afterAll(() => desk?.close());
afterEach(() => shop.setClock('0'));

type Member = Awaited<ReturnType<Desk['member']>>;

async function ordered(buyer: Member, at: { id: string; siteId: string }, offers: readonly Offer[], packs: number) {
  const total = BigInt(offers.length * packs) * 1_000n;
  const lines = offers.map(({ skuId }) => ({ skuId, quantity: packs, unitPrice: desk.yuan(1_000) }));
  const path = `/organisations/${at.id}/purchase-orders`;
  const { body, status } = await buyer.ask(
    'POST',
    path,
    { siteId: at.siteId, lines, total: desk.yuan(total) },
    desk.key(),
  );
  expect(status).toBe(201);
  return body as { id: string; number: string; payCode: string; order: never };
}

const offer = () => shop.offer({ priceFen: 1_000n, stock: 500 });

/** What the outbox holds of an order, as its consumer hears it. */
async function heard(purchaseOrderId: string): Promise<PurchaseNews[]> {
  const rows = await shop.rows<{ id: string; name: string; payload: { level: number } }>(
    `select id, name, payload from platform.outbox_event
      where payload ->> 'purchaseOrderId' = $1 and name like 'purchase%' order by id`,
    [purchaseOrderId],
  );
  return rows.map(({ id, name, payload }) => ({
    ...{ eventId: id, purchaseOrderId },
    news: name === 'purchaseWaits' ? { waits: payload.level } : name === 'purchaseIssued' ? 'issued' : 'ended',
  }));
}

/** Tells it twice, as a consumer that is run again. */
async function tell(purchaseOrderId: string): Promise<void> {
  const news = await heard(purchaseOrderId);
  const last = () => shop.does((tx) => tellOfPurchases(tx, notices, news.slice(-1)));
  await last();
  await last();
}

const titlesOf = async (personId: string) =>
  (
    await shop.rows<{ title_zh: string }>('select title_zh from platform.notice where person_id = $1 order by id', [
      personId,
    ])
  ).map((row) => row.title_zh);

test('an order that waits is told to those who may decide its next step, and to nobody else', async () => {
  const at = await shop.buying.organisation({ chain: [0n, 10_000n] });
  const buyer = await desk.member(at.id, { duties: ['order', 'approve'], approvalLevel: 2 });
  const first = await desk.member(at.id, { duties: ['approve'], approvalLevel: 1 });
  const second = await desk.member(at.id, { duties: ['approve'], approvalLevel: 2 });
  const receiver = await desk.member(at.id, { duties: ['receive', 'pay'] });
  const made = await ordered(buyer, at, [await offer()], 12);
  await tell(made.id);
  const told = async () => Promise.all([buyer, first, second, receiver].map((one) => titlesOf(one.personId)));
  expect(await told()).toEqual([[], ['有采购单待您审批'], ['有采购单待您审批'], []]);
  await first.ask('POST', `/purchase-orders/${made.id}/approve`, {}, desk.key());
  await tell(made.id);
  expect(await told()).toEqual([[], ['有采购单待您审批'], ['有采购单待您审批', '有采购单待您审批'], []]);
  await second.ask('POST', `/purchase-orders/${made.id}/approve`, {}, desk.key());
  await tell(made.id);
  expect((await told())[0]).toEqual(['采购单已生效']);

  const again = await ordered(buyer, at, [await offer()], 1);
  await first.ask('POST', `/purchase-orders/${again.id}/reject`, { note: '本月已超预算' }, desk.key());
  // Told of late: it waits for nobody any more, and only its end is news.
  await shop.does(async (tx) => tellOfPurchases(tx, notices, await heard(again.id)));
  expect(await told()).toMatchObject([['采购单已生效', '采购单未获批准'], { length: 1 }, { length: 2 }, []]);
  const [said] = await shop.rows<{ body_zh: string }>(
    'select body_zh from platform.notice where person_id = $1 order by id desc limit 1',
    [buyer.personId],
  );
  expect(said!.body_zh).toContain('本月已超预算');
});

test('a site that was closed while its order waited takes no goods: the last approval is refused, and the order waits on', async () => {
  const at = await shop.buying.organisation();
  const buyer = await desk.member(at.id, { duties: ['order'] });
  const approver = await desk.member(at.id, { duties: ['approve'], approvalLevel: 1 });
  const offer = await shop.offer({ priceFen: 1_000n, stock: 50 });
  const made = desk.viewOf(await desk.ordered(buyer, at, { offer, packs: 2, fen: 1_000n }));
  await shop.rows('update ordering.delivery_site set closed_at = now() where id = $1', [at.siteId]);
  const refused = await approver.ask('POST', `/purchase-orders/${made.id}/approve`, {}, desk.key());
  expect(refused.body).toMatchObject({ code: 'SITE_CLOSED' });
  expect(
    await shop.count(`select count(*) from ordering.purchase_order where id = $1 and state = 'awaitingApproval'`, [
      made.id,
    ]),
  ).toBe(1);
});

test('to split an order is no way round the approvals: within a day what was ordered alone counts, for its buyer only', async () => {
  const at = await shop.buying.organisation();
  const buyer = await desk.member(at.id, { duties: ['order'], limitFen: 5_000n });
  const other = await desk.member(at.id, { duties: ['order'], limitFen: 5_000n });
  const offer = await shop.offer({ priceFen: 1_000n, stock: 50 });
  const order = async (by: typeof buyer) =>
    (await desk.ordered(by, at, { offer, packs: 3, fen: 1_000n })).body as unknown as { state: string };
  const both = await Promise.all([order(buyer), order(buyer)]);
  expect(both.map(({ state }) => state).sort()).toEqual(['awaitingApproval', 'issued']);
  expect(await order(other)).toMatchObject({ state: 'issued' });
  await shop.setClock('25 hours');
  expect(await order(buyer)).toMatchObject({ state: 'issued' });
  await shop.setClock('0');
});

test('who issues alone hears nothing; where goods are paid first, who pays hears how: online, or by transfer with its code', async () => {
  const at = await shop.buying.organisation({ payment: 'payFirst' });
  const buyer = await desk.member(at.id, { duties: ['order'], limitFen: 1_000_000n });
  const payer = await desk.member(at.id, { duties: ['pay'] });
  const made = await ordered(buyer, at, [await offer()], 2);
  await tell(made.id);
  expect(await titlesOf(buyer.personId)).toEqual([]);
  const rows = await shop.rows<{ body_zh: string }>('select body_zh from platform.notice where person_id = $1', [
    payer.personId,
  ]);
  expect(rows).toHaveLength(1);
  expect(rows[0]!.body_zh).toContain(made.payCode);
  expect(rows[0]!.body_zh).toContain('在线付款');
});

test('what nobody has the duty for is told to who manages the organisation, and without such to all who act for it', async () => {
  const at = await shop.buying.organisation({ payment: 'payFirst', chain: [0n] });
  const buyer = await desk.member(at.id, { duties: ['order'] });
  const made = await ordered(buyer, at, [await offer()], 2);
  const sayWaits = (eventId: string) =>
    shop.does((tx) => tellOfPurchases(tx, notices, [{ eventId, purchaseOrderId: made.id, news: { waits: 1 } }]));
  await sayWaits('first');
  expect(await titlesOf(buyer.personId)).toEqual(['采购单没有人能审批']);
  const manager = await desk.member(at.id, { duties: ['manage'] });
  await sayWaits('second');
  expect(await titlesOf(manager.personId)).toEqual(['采购单没有人能审批']);
  expect(await titlesOf(buyer.personId)).toHaveLength(1);
  const payable = await shop.buying.organisation({ payment: 'payFirst' });
  const alone = await desk.member(payable.id, { duties: ['order'], limitFen: 1_000_000n });
  const manages = await desk.member(payable.id, { duties: ['manage'] });
  const issued = await ordered(alone, payable, [await offer()], 2);
  await tell(issued.id);
  expect([await titlesOf(manages.personId), await titlesOf(alone.personId)]).toEqual([['采购单待付款'], []]);
  expect(await shop.rows('select about from platform.notice where person_id = $1', [manages.personId])).toEqual([
    { about: `purchase:${issued.id}` },
  ]);
});

async function shipped(packs = 10, kinds = 1) {
  const at = await shop.buying.organisation({ termDays: 30 });
  const buyer = await desk.member(at.id, { duties: ['order', 'receive', 'pay'], limitFen: 1_000_000n });
  const one = await offer();
  const offers = [one];
  for (let more = 1; more < kinds; more += 1)
    offers.push(await shop.offer({ priceFen: 1_000n, stock: 500, supplierId: one.supplierId }));
  const made = await ordered(buyer, at, offers, packs);
  const lots = new Map<string, string>();
  for (const item of offers) lots.set(item.productId, await shop.lot(item, 500_000n));
  await shop.ship(made.order, lots);
  return { at, buyer, made, part: (made.order as Shipped).supplierOrders[0]!, supplierId: one.supplierId };
}
type Shipped = { id: string; supplierOrders: { id: string; lines: { id: string }[] }[] };

const accept = (buyer: Member, id: string, body: object) =>
  buyer.ask('POST', `/purchase-orders/${id}/acceptances`, body, desk.key());

test('a payment is reminded of before its day, once a week while it is late, and no more once it is paid', async () => {
  const { at, buyer, made, part, supplierId } = await shipped();
  const clerk = await house.person({ role: 'supplier', organisationId: supplierId });
  await accept(buyer, made.id, { supplierOrderId: part.id });
  const remind = () => Promise.all([1, 2].map(() => shop.does((tx) => remindReceivables(tx, notices))));
  const reminded = async (clock: string) => {
    await shop.setClock(clock);
    await remind();
    return [await titlesOf(buyer.personId), await titlesOf(clerk.id)];
  };
  expect(await reminded('20 days')).toEqual([[], []]);
  expect(await reminded('25 days')).toEqual([['采购货款即将到期'], []]);
  expect(await reminded('30 days')).toEqual([['采购货款即将到期'], []]);
  const late = ['采购货款即将到期', '采购货款已逾期'];
  expect(await reminded('31 days')).toEqual([late, ['采购方货款逾期']]);
  expect(await reminded('37 days')).toEqual([late, ['采购方货款逾期']]);
  expect(await reminded('38 days')).toEqual([
    [...late, '采购货款已逾期'],
    ['采购方货款逾期', '采购方货款逾期'],
  ]);
  await shop.rows('update ordering.receivable set paid_fen = amount_fen where organisation_id = $1', [at.id]);
  expect((await reminded('60 days'))[0]).toHaveLength(3);
});

test('every claim of one acceptance shows the photos of the door; each is told as credited, never as on its way back', async () => {
  const { buyer, made, part } = await shipped(10, 2);
  const photoId = await desk.photo(buyer, made.id);
  const [one, other] = part.lines;
  const accepted = await accept(buyer, made.id, {
    ...{ supplierOrderId: part.id, photoIds: [photoId], words: '见照片' },
    rejections: [
      { lineId: one!.id, packs: 1, reason: 'quality' },
      { lineId: other!.id, packs: 1, reason: 'wrongGoods' },
    ],
  });
  expect(accepted.status).toBe(200);
  const cases = await shop.rows<{ id: string; photos: string[] }>(
    `select item.id, array(select file_id::text from ordering.after_sale_photo where case_id = item.id) as photos
       from ordering.after_sale item where item.supplier_order_id = $1`,
    [part.id],
  );
  expect(cases.map((item) => item.photos)).toEqual([[photoId], [photoId]]);
  const steps = cases.flatMap(({ id }) =>
    ['acceptRefund', 'refunded'].map((event) => ({ caseId: id, event, eventId: `${event} ${id}` })),
  );
  const tools = { vault: house.vault, notices, log: { error: () => undefined } };
  await shop.does((tx) => tellOfCases(tx, tools, steps));
  expect(await titlesOf(buyer.personId)).toEqual(['售后已同意并冲减货款', '售后已同意并冲减货款']);
});

test('the consumers of these events and the reminder are at work', () => {
  const heardEvents = orderingParts.consumers!.map(({ event }) => event);
  expect(heardEvents).toEqual(expect.arrayContaining(['purchaseWaits', 'purchaseIssued', 'purchaseEnded']));
  expect(orderingParts.jobs!.map(({ name }) => name)).toContain('ordering.remindReceivables');
});
