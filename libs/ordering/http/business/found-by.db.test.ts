import { holding, openShop, type Offer, type Shop } from '@xihuo/testing';

/** By which way goods were found goes with them, however they are ordered, and nothing that is not so. */

type Desk = Awaited<ReturnType<Shop['buyers']>>;
type Buyer = Awaited<ReturnType<Desk['member']>>;
interface Via {
  venue?: string;
  campaign?: string;
  lead?: string;
}

let shop: Shop;
let desk: Desk;
let offer: Offer;
let venue: { id: string; slug: string };
let campaign: { id: string; slug: string };

beforeAll(async () => {
  shop = await openShop();
  desk = await shop.buyers();
  offer = await shop.offer({ priceFen: 1_000n, stock: 1_000 });
  campaign = await shop.ways.campaign([offer]);
  venue = await shop.stall(offer.skuId);
});
afterAll(() => holding.closeSound(shop, desk));

/** What the lines of an order say of themselves. */
const keptOf = (orderId: string) =>
  shop.rows('select venue_id, campaign_id, lead_id from ordering.order_line where order_id = $1', [orderId]);
const stateOf = async (leadId: string) =>
  (
    await shop.rows<{ state: string; order_number: string | null }>(
      'select state, order_number from catalogue.lead where id = $1',
      [leadId],
    )
  )[0]!;
const numberOf = async (orderId: string) =>
  (await shop.rows<{ number: string }>('select number from ordering.customer_order where id = $1', [orderId]))[0]!
    .number;

/** Ten packs on a purchase order, found by these ways. */
function ordered(buyer: Buyer, at: { id: string; siteId: string }, via: Via, of = offer) {
  const lines = [{ skuId: of.skuId, quantity: 10, unitPrice: desk.yuan(1_000), via }];
  const body = { siteId: at.siteId, lines, total: desk.yuan(10_000) };
  return buyer.ask('POST', `/organisations/${at.id}/purchase-orders`, body, desk.key());
}

test('what lies in a cart keeps the way it was found by, and so does what is ordered from it', async () => {
  const somebody = await desk.house.signedIn({ role: 'consumer' });
  const via = { venue: venue.slug, campaign: campaign.slug };
  const line = { skuId: offer.skuId, quantity: 2, via };
  await somebody.ask('PUT', '/cart/lines', { changes: [line] });
  const changed = await somebody.ask('PUT', '/cart/lines', { changes: [{ skuId: offer.skuId, quantity: 3 }] });
  const [inCart] = (changed.body as unknown as { groups: { lines: (typeof line)[] }[] }).groups[0]!.lines;
  expect(inCart).toMatchObject({ quantity: 3, via });

  const body = shop.bodyOf({ offer, quantity: 3 });
  const placed = await somebody.ask(
    'POST',
    '/orders',
    { ...body, lines: body.lines.map((one) => ({ ...one, via: inCart!.via })) },
    desk.key(),
  );
  expect(placed).toMatchObject({
    status: 201,
    body: {
      supplierOrders: [{ lines: [{ via: { venue: { slug: venue.slug }, campaign: { slug: campaign.slug } } }] }],
    },
  });
  expect(await keptOf(placed.body['id'] as string)).toEqual([
    { venue_id: venue.id, campaign_id: campaign.id, lead_id: null },
  ]);
});

test('a purchase order keeps its ways through the approvals; on terms the lead has become an order when it is issued', async () => {
  const at = await shop.buying.organisation({ chain: [0n] });
  const buyer = await desk.member(at.id, { duties: ['order'] });
  const approver = await desk.member(at.id, { duties: ['approve'], approvalLevel: 1 });
  const colleague = await desk.member(at.id, { duties: ['order'] });
  const lead = await shop.ways.lead(offer, { personId: colleague.personId, organisationId: at.id });
  const via = { venue: venue.slug, campaign: campaign.slug, lead: lead.id };
  const waiting = await ordered(buyer, at, via);
  expect(waiting).toMatchObject({ status: 201, body: { order: null, lines: [{ via }] } });
  expect(await stateOf(lead.id)).toEqual({ state: 'new', order_number: null });
  const { id } = desk.viewOf(waiting);
  const issued = desk.viewOf(await approver.ask('POST', `/purchase-orders/${id}/approve`, {}, desk.key()));
  expect(issued.order.supplierOrders).toMatchObject([
    { lines: [{ via: { venue: { slug: venue.slug }, campaign: { slug: campaign.slug } } }] },
  ]);
  expect(await keptOf(issued.order.id)).toEqual([{ venue_id: venue.id, campaign_id: campaign.id, lead_id: lead.id }]);
  expect(await stateOf(lead.id)).toEqual({ state: 'ordered', order_number: await numberOf(issued.order.id) });
});

test('where goods are paid first the lead becomes an order with the payment', async () => {
  const at = await shop.buying.organisation({ payment: 'payFirst' });
  const buyer = await desk.member(at.id, { duties: ['order'], limitFen: 1_000_000n });
  const lead = await shop.ways.lead(offer, { personId: buyer.personId });
  const { order } = desk.viewOf(await ordered(buyer, at, { lead: lead.id }));
  expect(await stateOf(lead.id)).toMatchObject({ state: 'new' });
  await shop.pay(order as never);
  expect(await stateOf(lead.id)).toEqual({ state: 'ordered', order_number: await numberOf(order.id) });
});

test('a lead of others, of another supplier, or one that is an order already is left out and stops nothing', async () => {
  const at = await shop.buying.organisation();
  const buyer = await desk.member(at.id, { duties: ['order'], limitFen: 10_000_000n });
  const elsewhere = await shop.buying.organisation();
  const stranger = await desk.member(elsewhere.id, { duties: ['order'] });
  const [theirs, other, used] = [
    await shop.ways.lead(offer, { personId: stranger.personId, organisationId: elsewhere.id }),
    await shop.ways.lead(await shop.offer(), { personId: buyer.personId, organisationId: at.id }),
    await shop.ways.lead(offer, { personId: buyer.personId, organisationId: at.id }),
  ];
  await ordered(buyer, at, { lead: used.id });
  const first = await stateOf(used.id);
  for (const { id } of [theirs, other, used]) {
    const made = await ordered(buyer, at, { lead: id, campaign: 'nowhere' });
    expect(made.status).toBe(201);
    expect(await keptOf(desk.viewOf(made).order.id)).toEqual([{ venue_id: null, campaign_id: null, lead_id: null }]);
  }
  expect(await stateOf(used.id)).toEqual(first);
});

test('who buys for an organisation finds what was asked for it and for nobody else, and orders from it by list', async () => {
  const at = await shop.buying.organisation();
  const buyer = await desk.member(at.id, { duties: ['order'], limitFen: 1_000_000n });
  const receiver = await desk.member(at.id, { duties: ['receive'] });
  const stranger = await desk.member((await shop.buying.organisation()).id, { duties: ['order'] });
  const good = await shop.offer({ priceFen: 1_000n, stock: 100 });
  await shop.buying.tier(good.skuId, 10, 1_000n, { minimum: 8, step: 5 });
  const ours = await shop.ways.lead(good, { personId: receiver.personId, organisationId: at.id, ofProduct: false });
  const own = await shop.ways.lead(good, { personId: receiver.personId });
  const asked = async (by: Buyer, query = '') =>
    ((await by.ask('GET', `/me/leads${query}`)).body['data'] as { id: string }[]).map(({ id }) => id);
  expect(await asked(buyer)).toEqual([ours.id]);
  expect((await asked(receiver, `?organisation=${at.id}`)).sort()).toEqual([ours.id, own.id].sort());
  expect(await asked(stranger)).toEqual([]);

  const path = `/organisations/${at.id}/leads/${ours.id}/purchase-list`;
  expect(await receiver.ask('GET', path)).toMatchObject({ status: 403, code: 'DUTY_MISSING' });
  for (const [by, missing] of [
    [stranger, path],
    [buyer, `/organisations/${at.id}/leads/${own.id}/purchase-list`],
  ] as const)
    expect(await by.ask('GET', missing)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  const list = await buyer.ask('GET', path);
  expect(list.body['lines']).toMatchObject([{ row: 1, quantity: 10, fault: null, pack: { skuId: good.skuId } }]);
  const made = desk.viewOf(await ordered(buyer, at, { lead: ours.id }, good));
  expect(await keptOf(made.order.id)).toMatchObject([{ lead_id: ours.id }]);
  expect((await buyer.ask('GET', '/me/leads')).body['data']).toMatchObject([
    { state: 'ordered', orderNumber: await numberOf(made.order.id), organisation: { id: at.id } },
  ]);
  await shop.rows(
    `update identity.role_grant set ended_at = now(), ended_by = 'test' where person_id = $1 and organisation_id = $2`,
    [buyer.personId, at.id],
  );
  await shop.rows(
    `insert into identity.role_grant (person_id, role, granted_at, granted_by) values ($1, 'consumer', now(), 'test')`,
    [buyer.personId],
  );
  expect(await asked(buyer)).toEqual([]);
});
