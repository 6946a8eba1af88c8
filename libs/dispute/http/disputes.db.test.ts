import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { Notices } from '@xihuo/platform';
import { holding, openHouse, openShop, type House, type Offer, type PlacedOrder, type Shop } from '@xihuo/testing';
import { runClocks } from '../actions/run-clocks';
import { disputeParts } from '../index';

type Browser = ReturnType<House['browser']>;
interface View {
  id: string;
  version: number;
  state: string;
  may: string[];
  dueOn: string | null;
  waitingFor: string | null;
  overdueSince: string | null;
  offer: { id: string; refund: { amount: string } } | null;
  award: { refund: { amount: string }; release: { amount: string }; basis: string; refundState: string | null } | null;
  messages: { side: string; words: string; files: { fileId: string }[] }[];
}

let shop: Shop;
let house: House;
let offer: Offer;
let lot: string;
const folder = mkdtempSync(join(tmpdir(), 'xihuo-dispute-'));
const log = { error: jest.fn() };

beforeAll(async () => {
  shop = await openShop();
  house = await openHouse({ field: shop, parts: [disputeParts], settings: { DATA_DIR: folder } });
  offer = await shop.offer({ priceFen: 10_000n, stock: 1_000 });
  lot = await shop.lot(offer, 1_000_000n);
});
afterEach(async () => {
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
});
afterAll(async () => {
  await house?.close();
  rmSync(folder, { recursive: true, force: true });
});

const yuan = (amount: bigint | number | string) => ({ amount: String(amount), currency: 'CNY' });
const received = (quantity = 2) => shop.receivedOrder(new Map([[offer.productId, lot]]), { offer, quantity });
const clerk = () => house.signedIn({ role: 'supplier', organisationId: offer.supplierId });
const mediator = () => house.signedIn({ role: 'mediator' });
const clocks = () => runClocks(shop.database, { vault: house.vault, notices: new Notices(house.vault) }, log as never);

/** A guest with the token of one order. */
const guestOf = (order: PlacedOrder) => {
  const browser = house.browser('shop');
  const ask = (method: 'GET' | 'POST', path: string, body?: object, headers: Record<string, string> = {}) =>
    browser.ask(method, `/orders/${order.id}${path}`, body, { 'order-token': order.token, ...headers });
  return { browser, ask };
};

async function opened(claimFen = 5_000n, order?: PlacedOrder) {
  const bought = order ?? (await received());
  const guest = guestOf(bought);
  const part = bought.supplierOrders[0]!;
  const answer = await guest.ask(
    'POST',
    '/disputes',
    {
      ...{ supplierOrderId: part.id, kind: 'damaged', words: '箱子压坏，一半果子烂了' },
      lines: [{ lineId: part.lines[0]!.id, amount: yuan(claimFen) }],
    },
    { 'idempotency-key': randomUUID() },
  );
  expect([answer.status, answer.code]).toEqual([201, undefined]);
  const view = answer.body as unknown as View;
  const path = `/disputes/${view.id}`;
  return { order: bought, guest, view, path, lineId: part.lines[0]!.id };
}

type Opened = Awaited<ReturnType<typeof opened>>;
const seen = async ({ guest, path }: Opened) => (await guest.ask('GET', path)).body as unknown as View;
const buyerStep = async (one: Opened, body: object) =>
  one.guest.ask('POST', `${one.path}/steps`, body, { 'if-match': `"${(await seen(one)).version}"` });

async function byConsole(browser: Browser, side: 'supplier' | 'mediation', id: string, act: string, body: object) {
  const path = `/${side}/disputes/${id}`;
  const view = (await browser.ask('GET', path)).body as unknown as View;
  return browser.ask('POST', `${path}/${act}`, body, { 'if-match': `"${view.version}"` });
}

const held = (id: string) =>
  shop.count(
    `select coalesce(sum(balance_fen), 0) from ledger.account_v account join ledger.balance_v balance on balance.account_id = account.id
      where code = 'disputeHold' and owner_id = $1`,
    [id],
  );

test('opening holds exactly what is claimed, tells the supplier, and counts as a complaint', async () => {
  const { view, lineId, order } = await opened(5_001n);
  expect(view).toMatchObject({ state: 'negotiating', waitingFor: 'supplier', offer: { refund: yuan(5_001) } });
  expect(await held(view.id)).toBe(5_001);
  expect(await shop.rows('select held_fen from ordering.line_hold where line_id = $1', [lineId])).toEqual([
    { held_fen: '5001' },
  ]);
  expect(
    await shop.count(`select amount from admission.signal where source = $1 and kind = 'complaint'`, [
      `dispute:${view.id}`,
    ]),
  ).toBe(1);
  const list = (await guestOf(order).ask('GET', '/disputes')).body as { data: unknown[]; lines: unknown[] };
  expect(list).toMatchObject({ data: [{ id: view.id, products: [expect.any(String)] }], lines: [] });
});

test('the supplier takes the claim as it is: paid back at once, in one group of the ledger', async () => {
  const one = await opened();
  const answer = await byConsole(await clerk(), 'supplier', one.view.id, 'steps', {
    step: 'accept',
    offerId: one.view.offer!.id,
  });
  expect(answer.body).toMatchObject({
    state: 'executed',
    award: { basis: 'agreement', refund: yuan(5_000), release: yuan(0), refundState: 'requested' },
  });
  expect(await held(one.view.id)).toBe(0);
  expect(
    await shop.rows(`select amount_fen, source_kind from payment.refund where source_id = $1`, [one.view.id]),
  ).toEqual([{ amount_fen: '5000', source_kind: 'award' }]);
});

test('an offer takes the place of the one before; nobody says yes to one that is gone, or to their own', async () => {
  const one = await opened();
  const seller = await clerk();
  const path = `/supplier/disputes/${one.view.id}`;
  const first = (await seller.ask('POST', `${path}/messages`, { words: '退一半', offer: yuan(2_000) }))
    .body as unknown as View;
  expect(first).toMatchObject({ waitingFor: 'buyer', offer: { refund: yuan(2_000) } });
  expect(
    (await byConsole(seller, 'supplier', one.view.id, 'steps', { step: 'accept', offerId: first.offer!.id })).code,
  ).toBe('DISPUTE_STATE');
  await seller.ask('POST', `${path}/messages`, { words: '多退一点', offer: yuan(3_000) });
  expect((await buyerStep(one, { step: 'accept', offerId: first.offer!.id })).code).toBe('DISPUTE_OFFER_GONE');
  const { offer: standing, version } = await seen(one);
  const stale = await one.guest.ask(
    'POST',
    `${one.path}/steps`,
    { step: 'accept', offerId: standing!.id },
    { 'if-match': `"${version - 1}"` },
  );
  expect(stale.code).toBe('STALE_VERSION');
  const done = await buyerStep(one, { step: 'accept', offerId: standing!.id });
  expect(done.body).toMatchObject({ state: 'executed', award: { refund: yuan(3_000), release: yuan(2_000) } });
  expect((await seller.ask('POST', `${path}/messages`, { words: '再见' })).code).toBe('DISPUTE_STATE');
  expect((await seller.ask('POST', `${path}/messages`, { words: '超额', offer: yuan(9_000) })).code).toBe(
    'DISPUTE_STATE',
  );
});

test('never more than was paid for the line, one dispute a line at a time, and none before the goods are out', async () => {
  const order = await received();
  const part = order.supplierOrders[0]!;
  const ask = (amount: number, supplierOrderId = part.id) =>
    guestOf(order).ask(
      'POST',
      '/disputes',
      { supplierOrderId, kind: 'quality', words: '不好', lines: [{ lineId: part.lines[0]!.id, amount: yuan(amount) }] },
      { 'idempotency-key': randomUUID() },
    );
  expect((await ask(20_001)).code).toBe('HOLD_TOO_LARGE');
  expect((await ask(0)).code).toBe('INVALID_INPUT');
  const other = await received();
  expect((await ask(1, other.supplierOrders[0]!.id)).status).not.toBe(201);
  expect((await ask(20_000)).status).toBe(201);
  expect((await ask(1)).code).toBe('LINE_HELD');
  const paid = await shop.paidOrder({ offer });
  const early = await guestOf(paid).ask(
    'POST',
    '/disputes',
    {
      ...{ supplierOrderId: paid.supplierOrders[0]!.id, kind: 'notReceived', words: '没收到' },
      lines: [{ lineId: paid.supplierOrders[0]!.lines[0]!.id, amount: yuan(1) }],
    },
    { 'idempotency-key': randomUUID() },
  );
  expect(early.code).toBe('ORDER_STATE');
});

test('the platform steps in, takes evidence, decides; the appeal is decided by somebody else, and executed once', async () => {
  const one = await opened(8_000n);
  expect((await buyerStep(one, { step: 'escalate' })).body).toMatchObject({ state: 'evidence' });
  const photo = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#a52' } })
    .withExif({ IFD0: { ImageDescription: 'taken at home' } })
    .jpeg()
    .toBuffer();
  const kept = await one.guest.browser.ask('POST', `/orders/${one.order.id}${one.path}/papers`, photo, {
    ...{ 'order-token': one.order.token, 'content-type': 'image/jpeg' },
  });
  expect(kept.status).toBe(201);
  const fileId = kept.body['fileId'] as string;
  const seller = await clerk();
  const shown = { words: '照片是别处的', files: [fileId] };
  expect((await seller.ask('POST', `/supplier/disputes/${one.view.id}/messages`, shown)).code).toBe(
    'DISPUTE_PAPER_UNKNOWN',
  );
  const said = await one.guest.ask('POST', `${one.path}/messages`, { words: '开箱照片', files: [fileId] });
  expect((said.body as unknown as View).messages.at(-1)).toMatchObject({
    side: 'buyer',
    files: [{ fileId, mediaType: 'image/jpeg' }],
  });
  const seenBySeller = await seller.ask('GET', `/supplier/disputes/${one.view.id}/papers/${fileId}`);
  expect([seenBySeller.status, seenBySeller.bytes.includes('taken at home')]).toEqual([200, false]);

  await buyerStep(one, { step: 'finishEvidence' });
  expect((await byConsole(seller, 'supplier', one.view.id, 'steps', { step: 'finishEvidence' })).body).toMatchObject({
    state: 'mediating',
  });

  const [first, second] = [await mediator(), await mediator()];
  const decide = { refund: yuan(6_000), reason: '照片显示多数果子完好，退还约四分之三' };
  expect((await byConsole(first, 'mediation', one.view.id, 'decision', decide)).code).toBe('DISPUTE_STATE');
  expect((await byConsole(first, 'mediation', one.view.id, 'claim', {})).status).toBe(200);
  expect((await byConsole(second, 'mediation', one.view.id, 'claim', {})).code).toBe('DISPUTE_TAKEN');
  expect((await byConsole(first, 'mediation', one.view.id, 'decision', { ...decide, refund: yuan(8_001) })).code).toBe(
    'DISPUTE_ABOVE_HELD',
  );
  expect((await byConsole(first, 'mediation', one.view.id, 'decision', decide)).body).toMatchObject({
    state: 'decided',
  });
  expect(await held(one.view.id)).toBe(8_000);

  const statement = { statement: '供货时包装完好，运输由承运人负责' };
  expect((await byConsole(seller, 'supplier', one.view.id, 'appeal', statement)).body).toMatchObject({
    state: 'appealed',
  });
  expect(
    (
      await one.guest.ask(
        'POST',
        `${one.path}/appeal`,
        { statement: '我也不服这个决定啊啊' },
        { 'if-match': `"${(await seen(one)).version}"` },
      )
    ).code,
  ).toBe('DISPUTE_APPEALED_ALREADY');
  const verdict = { refund: yuan(5_000), reason: '按果子件数重新核算，退还八分之五' };
  expect((await byConsole(first, 'mediation', one.view.id, 'appeal-decision', verdict)).code).toBe('DISPUTE_NOT_FREE');
  const done = await byConsole(second, 'mediation', one.view.id, 'appeal-decision', verdict);
  expect(done.body).toMatchObject({
    state: 'executed',
    award: { basis: 'appeal', refund: yuan(5_000), release: yuan(3_000) },
  });
  expect((await byConsole(second, 'mediation', one.view.id, 'appeal-decision', verdict)).code).toBe('DISPUTE_STATE');
  expect(
    await shop.count(
      `select count(distinct group_id) from ledger.transfer where source_id = $1 and code in ('dispute.refund', 'dispute.release')`,
      [one.view.id],
    ),
  ).toBe(1);
  expect(
    await shop.count(
      `select count(*) from platform.audit_content where content like '%dispute.appealDecision%' and subject_id = $1`,
      [one.view.id],
    ),
  ).toBeGreaterThan(0);
});

test('nobody of a side decides, whatever other role; a refusal leaves its line', async () => {
  const one = await opened();
  await buyerStep(one, { step: 'escalate' });
  const both = await mediator();
  await shop.rows(
    `insert into identity.role_grant (person_id, role, organisation_id, granted_at, granted_by)
     select person_id, 'supplier', $2, now(), 'test' from identity.session where token_hash = sha256(convert_to($1, 'UTF8'))`,
    [both.token, offer.supplierId],
  );
  expect((await byConsole(both, 'mediation', one.view.id, 'claim', {})).code).toBe('DISPUTE_NOT_FREE');
  expect(
    await shop.count(
      `select count(*) from platform.audit_content where subject_id = $1 and content like '%DISPUTE_NOT_FREE%'`,
      [one.view.id],
    ),
  ).toBe(1);
});

test('handed to the authorities, what is held stays held; somebody else enters what they came to', async () => {
  const one = await opened(4_000n);
  await buyerStep(one, { step: 'escalate' });
  const [first, second] = [await mediator(), await mediator()];
  await byConsole(first, 'mediation', one.view.id, 'claim', {});
  const referral = { authority: '全国12315平台', reference: 'TS2026-001', reason: '涉嫌食品安全问题，移交处理' };
  expect((await byConsole(first, 'mediation', one.view.id, 'referral', referral)).body).toMatchObject({
    state: 'referred',
  });
  expect(await held(one.view.id)).toBe(4_000);
  const result = { refund: yuan(4_000), reason: '主管部门调解结果：全额退还' };
  expect((await byConsole(first, 'mediation', one.view.id, 'conclusion', result)).code).toBe('DISPUTE_NOT_FREE');
  expect((await byConsole(second, 'mediation', one.view.id, 'conclusion', result)).body).toMatchObject({
    award: { basis: 'authority', refund: yuan(4_000) },
  });
});

test('withdrawn, all of it is let go, the complaint counts for nothing, and the line may be disputed again', async () => {
  const one = await opened();
  expect((await buyerStep(one, { step: 'withdraw' })).body).toMatchObject({ state: 'withdrawn', award: null });
  expect(await held(one.view.id)).toBe(0);
  expect(
    await shop.count(`select amount from admission.signal where source = $1 and kind = 'complaint'`, [
      `dispute:${one.view.id}`,
    ]),
  ).toBe(0);
  expect((await opened(1_000n, one.order)).view.state).toBe('negotiating');
});

test('two who decide one case at once decide it once', async () => {
  const one = await opened();
  const seller = await clerk();
  const [agreed, escalated] = await Promise.all([
    byConsole(seller, 'supplier', one.view.id, 'steps', { step: 'accept', offerId: one.view.offer!.id }),
    buyerStep(one, { step: 'escalate' }),
  ]);
  expect([agreed.status, escalated.status].filter((status) => status === 200)).toHaveLength(1);
});

describe('clocks', () => {
  afterEach(() => shop.setClock('0 days'));

  test('a silent supplier brings the platform in; then come evidence, mediation, a late platform, the decision, its execution', async () => {
    const one = await opened(3_000n);
    const at = async (days: number) => {
      await shop.setClock(`${days} days`);
      await clocks();
      return seen(one);
    };
    expect(await at(0)).toMatchObject({ state: 'negotiating' });
    expect(await at(15)).toMatchObject({ state: 'evidence' });
    expect(await at(30)).toMatchObject({ state: 'mediating', overdueSince: null });
    const first = await mediator();
    expect((await byConsole(first, 'mediation', one.view.id, 'claim', {})).status).toBe(200);
    expect(await at(50)).toMatchObject({ state: 'mediating', overdueSince: expect.any(String) });
    const second = await mediator();
    expect((await byConsole(second, 'mediation', one.view.id, 'claim', {})).status).toBe(200);
    const decided = await byConsole(second, 'mediation', one.view.id, 'decision', {
      refund: yuan(1_000),
      reason: '双方证据不足，酌情退还',
    });
    expect(decided.body).toMatchObject({ state: 'decided' });
    await clocks();
    expect(await held(one.view.id)).toBe(3_000);
    expect(await at(70)).toMatchObject({
      state: 'executed',
      award: { basis: 'decision', refund: yuan(1_000), release: yuan(2_000) },
    });
    await clocks();
    expect(await shop.count('select count(*) from dispute.award where dispute_id = $1', [one.view.id])).toBe(1);
    expect((await seen(one)).messages.filter((said) => said.side === 'platform')).toHaveLength(4);
  });

  test('a buyer who does not answer lets the claim rest', async () => {
    const one = await opened(3_000n);
    await (await clerk()).ask('POST', `/supplier/disputes/${one.view.id}/messages`, { words: '请补发照片' });
    await shop.setClock('13 days');
    await clocks();
    expect(await seen(one)).toMatchObject({ state: 'lapsed' });
    expect(await held(one.view.id)).toBe(0);
  });

  test('what the authorities do not answer in time is let go', async () => {
    const one = await opened(3_000n);
    await buyerStep(one, { step: 'escalate' });
    const first = await mediator();
    await byConsole(first, 'mediation', one.view.id, 'claim', {});
    const referral = { authority: '12315', reference: 'TS2026-002', reason: '买家已向主管部门投诉' };
    await byConsole(first, 'mediation', one.view.id, 'referral', referral);
    await shop.setClock('120 days');
    await clocks();
    expect(await seen(one)).toMatchObject({ state: 'lapsed' });
  });
});
