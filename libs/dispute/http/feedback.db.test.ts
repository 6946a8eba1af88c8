import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holding, openShop, type PlacedOrder, type Shop } from '@xihuo/testing';

const folder = mkdtempSync(join(tmpdir(), 'xihuo-feedback-'));
let desk: Awaited<ReturnType<Shop['quarrels']>>;
let slug: string;
beforeAll(async () => {
  desk = await (await openShop()).quarrels(folder);
  const [product] = await desk.shop.rows<{ slug: string }>('select slug from catalogue.product where id = $1', [
    desk.offer.productId,
  ]);
  slug = product!.slug;
});
afterAll(async () => {
  await holding.closeSound(desk?.shop, desk);
  rmSync(folder, { recursive: true, force: true });
});

const lineOf = (order: PlacedOrder) => order.supplierOrders[0]!.lines[0]!.id;
const write = (order: PlacedOrder, body: object) =>
  desk.guestOf(order).ask('POST', '/reviews', { lineId: lineOf(order), ...body });
const rating = async () => (await desk.house.browser('shop').ask('GET', `/products/${slug}/reviews`)).body;
const operator = () => desk.house.signedIn({ role: 'operator' });

test('nobody has said anything: unrated, and not the best', async () => {
  expect(await rating()).toMatchObject({
    data: [],
    rating: { count: 0, averageTenths: null, distribution: [0, 0, 0, 0, 0] },
  });
});

test('buyers review what they received, once, and it stays', async () => {
  const order = await desk.received();
  expect((await write(await desk.shop.paidOrder({ offer: desk.offer }), { score: 1, words: '没到' })).code).toBe(
    'REVIEW_NOT_RECEIVED',
  );
  expect((await write(order, { score: 6, words: '' })).code).toBe('INVALID_INPUT');
  expect((await write(order, { score: 1, words: '坏了一半' })).status).toBe(201);
  expect((await write(order, { score: 5, words: '改主意了' })).code).toBe('REVIEWED_ALREADY');
  expect((await write(await desk.received(), { score: 4, words: '' })).status).toBe(201);
  expect(await rating()).toMatchObject({
    data: [{ score: 4 }, { score: 1, words: '坏了一半' }],
    rating: { count: 2, averageTenths: 25, distribution: [1, 0, 0, 1, 0] },
  });
});

test('people of the supplier do not review what they bought of themselves', async () => {
  const order = await desk.received();
  await desk.clerk();
  await desk.shop.rows(
    `update ordering.customer_order set person_id =
       (select person_id from identity.role_grant_v where role = 'supplier' and organisation_id = $2 limit 1) where id = $1`,
    [order.id, desk.offer.supplierId],
  );
  expect((await write(order, { score: 5, words: '很好' })).code).toBe('REVIEW_OWN_GOODS');
  // As a guest, with a phone of theirs.
  const bought = await desk.received();
  await desk.shop.rows(
    `with sent as (update ordering.customer_order set phone_index = sha256('theirs') where id = $1)
     insert into identity.phone_link (person_id, phone_index, phone_sealed, linked_at)
     select person_id, sha256('theirs'), 'x', now() from identity.role_grant_v where role = 'supplier' and organisation_id = $2 limit 1
     on conflict (person_id) do update set phone_index = excluded.phone_index`,
    [bought.id, desk.offer.supplierId],
  );
  expect((await write(bought, { score: 5, words: '很好' })).code).toBe('REVIEW_OWN_GOODS');
});

test('a supplier answers once; hiding takes a reason of law, tells the buyer, and leaves the score where it is', async () => {
  const order = await desk.received();
  const { id } = (await write(order, { score: 1, words: '客服张三的手机号是 1' })).body as { id: string };
  const seller = await desk.clerk();
  const stranger = await desk.house.signedIn({ role: 'supplier' });
  expect((await stranger.ask('POST', `/supplier/reviews/${id}/reply`, { words: '不对' })).code).toBe('NOT_FOUND');
  expect((await seller.ask('POST', `/supplier/reviews/${id}/reply`, { words: '已补发' })).body).toMatchObject({
    reply: { words: '已补发' },
  });
  expect((await seller.ask('POST', `/supplier/reviews/${id}/reply`, { words: '再答' })).code).toBe('REVIEW_REPLIED');
  expect(
    (await seller.ask('POST', `/moderation/reviews/${id}/hiding`, { ground: 'personalData', reason: '含他人手机号' }))
      .status,
  ).toBe(403);

  const before = await rating();
  const [first, second] = [await operator(), await operator()];
  expect(
    (await first.ask('POST', `/moderation/reviews/${id}/hiding`, { ground: 'badScore', reason: '评分太低' })).code,
  ).toBe('INVALID_INPUT');
  const hidden = await first.ask('POST', `/moderation/reviews/${id}/hiding`, {
    ground: 'personalData',
    reason: '含他人手机号',
  });
  expect(hidden.body).toMatchObject({ words: null, hidden: 'personalData', score: 1 });
  expect(
    (await first.ask('POST', `/moderation/reviews/${id}/hiding`, { ground: 'personalData', reason: '含他人手机号' }))
      .code,
  ).toBe('HIDDEN_ALREADY');
  const after = await rating();
  expect(after['rating']).toEqual(before['rating']);
  expect((after['data'] as { words: string | null }[])[0]).toMatchObject({ words: null, hidden: 'personalData' });
  expect(
    await desk.shop.count(
      `select count(*) from platform.outgoing_message where key like 'review.hidden:' || $1 || '%'`,
      [id],
    ),
  ).toBe(1);
  expect((await first.ask('POST', `/moderation/reviews/${id}/showing`, {})).code).toBe('DISPUTE_NOT_FREE');
  expect((await second.ask('POST', `/moderation/reviews/${id}/showing`, {})).body).toMatchObject({ hidden: null });
  expect((await second.ask('POST', `/moderation/reviews/${id}/showing`, {})).code).toBe('NOT_HIDDEN');
});

test('people ask, a supplier of the product answers, and whoever asked is told', async () => {
  const asker = await desk.house.signedIn({ role: 'consumer' });
  const path = `/products/${slug}/questions`;
  expect((await desk.house.browser('shop').ask('POST', path, { words: '几天能到？' })).status).toBe(401);
  const { id } = (await asker.ask('POST', path, { words: '几天能到上海？' })).body as { id: string };
  const seller = await desk.clerk();
  const stranger = await desk.house.signedIn({ role: 'supplier' });
  expect((await stranger.ask('POST', `/supplier/questions/${id}/answer`, { words: '三天' })).code).toBe('NOT_FOUND');
  expect((await seller.ask('GET', '/supplier/questions')).body).toMatchObject({ data: [{ id, answer: null }] });
  expect((await seller.ask('POST', `/supplier/questions/${id}/answer`, { words: '三天左右' })).status).toBe(200);
  expect((await seller.ask('POST', `/supplier/questions/${id}/answer`, { words: '两天' })).code).toBe(
    'QUESTION_ANSWERED',
  );
  expect((await desk.house.browser('shop').ask('GET', path)).body).toMatchObject({
    data: [{ answer: { words: '三天左右' } }],
  });
  expect(
    await desk.shop.count(
      `select count(*) from platform.notice where key = 'question.answered:' || $1 and about like 'product:%'`,
      [id],
    ),
  ).toBe(1);
});

test('a question is hidden with its answer for a reason of law, whoever asked is told, and other people show it again', async () => {
  const asker = await desk.house.signedIn({ role: 'consumer' });
  const path = `/products/${slug}/questions`;
  const { id } = (await asker.ask('POST', path, { words: '张三的手机号是多少？' })).body as { id: string };
  const seen = async () =>
    ((await desk.house.browser('shop').ask('GET', path)).body['data'] as { id: string }[]).some((one) => one.id === id);
  const [first, second] = [await operator(), await operator()];
  const step = (by: typeof first, what: 'hiding' | 'showing', body: object = {}) =>
    by.ask('POST', `/moderation/questions/${id}/${what}`, body);
  expect((await step(first, 'hiding', { ground: 'badQuestion', reason: '不喜欢' })).code).toBe('INVALID_INPUT');
  expect((await step(await desk.clerk(), 'hiding', { ground: 'personalData', reason: '含个人信息' })).status).toBe(403);
  expect(await step(first, 'hiding', { ground: 'personalData', reason: '含他人手机号' })).toMatchObject({
    ...{ status: 200, body: { hidden: 'personalData', words: '张三的手机号是多少？' } },
  });
  expect((await step(second, 'hiding', { ground: 'personalData', reason: '含他人手机号' })).code).toBe(
    'HIDDEN_ALREADY',
  );
  expect(await seen()).toBe(false);
  expect((await first.ask('GET', '/moderation/questions?view=hidden')).body).toMatchObject({ data: [{ id }] });
  expect((await asker.ask('GET', '/me/notices')).body).toMatchObject({ data: [{ title: '您的提问已被隐藏' }] });
  expect((await step(first, 'showing')).code).toBe('DISPUTE_NOT_FREE');
  expect((await step(second, 'showing')).body).toMatchObject({ hidden: null });
  expect(await seen()).toBe(true);
  expect((await step(second, 'showing')).code).toBe('NOT_HIDDEN');
});

test('nobody moderates what they asked themselves, nor questions about what they offer', async () => {
  const asker = await desk.house.signedIn({ role: 'consumer' });
  const { id } = (await asker.ask('POST', `/products/${slug}/questions`, { words: '有机的吗？' })).body as {
    id: string;
  };
  const hiding = (by: typeof asker) =>
    by.ask('POST', `/moderation/questions/${id}/hiding`, { ground: 'unlawful', reason: '不方便回答' });
  const [tied, own] = [await operator(), await operator()];
  const personOf = async (one: typeof tied) => (await one.ask('GET', '/me')).body['personId'] as string;
  await desk.shop.rows(
    `insert into identity.role_grant (person_id, role, organisation_id, granted_at, granted_by) values ($1, 'supplier', $2, now(), 'test')`,
    [await personOf(tied), desk.offer.supplierId],
  );
  await desk.shop.rows('update dispute.question set asked_by = $2 where id = $1', [id, await personOf(own)]);
  for (const one of [tied, own]) expect((await hiding(one)).code).toBe('DISPUTE_NOT_FREE');
  expect((await hiding(await operator())).status).toBe(200);
});
