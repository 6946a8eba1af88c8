import { randomUUID } from 'node:crypto';
import sharp from 'sharp';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holding, openShop, paperwork, type Shop } from '@xihuo/testing';

type DisputeDesk = Awaited<ReturnType<Shop['quarrels']>>;
type View = Awaited<ReturnType<DisputeDesk['seen']>>;
const folder = mkdtempSync(join(tmpdir(), 'xihuo-dispute-'));
let desk: DisputeDesk;
let yuan: DisputeDesk['yuan'];
let shop: DisputeDesk['shop'];
let offer: DisputeDesk['offer'];
let received: DisputeDesk['received'];
let clerk: DisputeDesk['clerk'];
let mediator: DisputeDesk['mediator'];
let guestOf: DisputeDesk['guestOf'];
let opened: DisputeDesk['opened'];
let seen: DisputeDesk['seen'];
let buyerStep: DisputeDesk['buyerStep'];
let byConsole: DisputeDesk['byConsole'];
let held: DisputeDesk['held'];
beforeAll(async () => {
  desk = await (await openShop()).quarrels(folder);
  ({ yuan, shop, offer, received, clerk, mediator, guestOf, opened, seen, buyerStep, byConsole, held } = desk);
});
afterEach(async () => {
  expect(await holding.brokenInvariants(shop.count)).toEqual({});
});
afterAll(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('opening holds exactly what is claimed, tells the supplier, and counts as a complaint', async () => {
  await clerk();
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
  const told = await shop.rows<{ about: string }>('select distinct about from platform.notice where about like $1', [
    `%${view.id}`,
  ]);
  expect(told).toEqual([{ about: `answering:${view.id}` }]);
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

test('what was said stands in the order it was said in, also where the clock of a host jumped back (F7)', async () => {
  const one = await opened();
  const seller = await clerk();
  const say = (words: string) => seller.ask('POST', `/supplier/disputes/${one.view.id}/messages`, { words });
  await say('先说');
  shop.setHostClock(-60);
  await say('后说').finally(() => shop.setHostClock(0));
  expect((await seen(one)).messages.map(({ words }) => words).slice(-2)).toEqual(['先说', '后说']);
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

  const paper = await first.ask('GET', `/mediation/disputes/${one.view.id}/case-file`);
  expect([paper.status, paper.header('content-type')]).toEqual([200, 'application/pdf']);
  const printed = paperwork.shownIn(paper.bytes);
  for (const part of ['争议商品', '往来陈述', '证据', '决定与执行', '平台经办', 'dispute.decide'])
    expect(printed).toContain(part);
  for (const words of ['开箱照片', '供货时包装完好', '按果子件数重新核算']) expect(printed).toContain(words);
  const [file] = await shop.rows<{ sha256: string }>(`select sha256 from platform.file_hash_v where id = $1`, [fileId]);
  expect(printed.replaceAll(/\s/g, '')).toContain(file!.sha256.slice(0, 20));
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
  // Nor anybody of the organisation that bought.
  const [buys, { supplierId: organisationId }] = [await mediator(), await shop.offer()];
  await shop.rows('update ordering.customer_order set organisation_id = $2 where id = $1', [
    one.order.id,
    organisationId,
  ]);
  await shop.rows(
    `insert into identity.role_grant (person_id, role, organisation_id, granted_at, granted_by)
     select person_id, 'businessBuyer', $2, now(), 'test' from identity.session where token_hash = sha256(convert_to($1, 'UTF8'))`,
    [buys.token, organisationId],
  );
  expect((await byConsole(buys, 'mediation', one.view.id, 'claim', {})).code).toBe('DISPUTE_NOT_FREE');
  await shop.rows('update ordering.customer_order set organisation_id = null where id = $1', [one.order.id]);
  expect(
    await shop.count(
      `select count(*) from platform.audit_content where subject_id = $1 and content like '%DISPUTE_NOT_FREE%'`,
      [one.view.id],
    ),
  ).toBe(2);
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
