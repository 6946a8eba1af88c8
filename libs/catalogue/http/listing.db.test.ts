import { admissionParts } from '@xihuo/admission';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import { productBySlug } from '../actions/product-by-slug';
import { catalogueParts } from '../catalogue-parts';

let house: House;
let desk: ProductDesk;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
});
afterAll(() => house?.close());

type Browser = Awaited<ReturnType<House['signedIn']>>;

async function selling(): Promise<{ seller: Seller; clerk: Browser; path: string; skuId: string }> {
  const seller = await desk.seller();
  await desk.approved(seller);
  const clerk = await house.signedIn({ role: 'supplier', organisationId: seller.supplierId });
  const path = `/suppliers/${seller.supplierId}/products/${seller.productId}`;
  const [sku] = await house.rows<{ id: string }>('select id from catalogue.sku where supplier_id = $1', [
    seller.supplierId,
  ]);
  return { seller, clerk, path, skuId: sku!.id };
}

const at = (version: number) => ({ 'if-match': `"${version}"` });
const cny = (amount: string) => ({ amount, currency: 'CNY' });
const changeOf = (body: Record<string, unknown>) => body['change'] as Record<string, unknown> & { id: string };

async function submitted(
  { clerk, path }: { clerk: Browser; path: string },
  fields: object,
): Promise<{ id: string; version: number }> {
  const read = await clerk.ask('GET', `${path}/listing`);
  const version = read.body['version'] as number;
  const saved = await clerk.ask('PUT', `${path}/listing/change`, { fields, note: '检测报告可查' }, at(version));
  expect(saved.status).toBe(200);
  const sent = await clerk.ask('POST', `${path}/listing/change/submit`, {}, at(saved.body['version'] as number));
  expect(sent.status).toBe(200);
  return { id: changeOf(sent.body).id, version: sent.body['version'] as number };
}

test('a word that may not stand is named while one writes, keeps the change from being handed in, and is mended', async () => {
  const { clerk, path } = await selling();
  const saved = await clerk.ask(
    'PUT',
    `${path}/listing/change`,
    { fields: { descriptionZh: '销量第一的苹果', taglineZh: '' } },
    at(1),
  );
  expect(saved.status).toBe(200);
  expect(changeOf(saved.body)).toMatchObject({
    state: 'draft',
    changes: [{ field: 'descriptionZh', before: '', after: '销量第一的苹果' }],
    findings: [{ field: 'descriptionZh', word: '第一', rule: 'absolute', law: '广告法第九条第三项', weight: 'blocks' }],
  });
  const refused = await clerk.ask('POST', `${path}/listing/change/submit`, {}, at(2));
  expect([refused.status, refused.code]).toEqual([422, 'TEXT_UNLAWFUL']);
  expect(refused.body['findings']).toMatchObject([{ word: '第一' }]);
  const mended = await clerk.ask('PUT', `${path}/listing/change`, { fields: { descriptionZh: '高山苹果' } }, at(2));
  expect(changeOf(mended.body)).toMatchObject({ findings: [] });
  const sent = await clerk.ask('POST', `${path}/listing/change/submit`, {}, at(3));
  expect(changeOf(sent.body)).toMatchObject({ state: 'submitted' });
  // Nothing is shown before somebody else has looked.
  expect(sent.body['current']).toMatchObject({ descriptionZh: '' });
  expect((await clerk.ask('PUT', `${path}/listing/change`, { fields: { taglineZh: '新' } }, at(4))).code).toBe(
    'NOT_AT_THIS_STEP',
  );
});

test('a reviewer sees old and new, publishes, and the listing says so; the record keeps what was decided on', async () => {
  const own = await selling();
  const { id, version } = await submitted(own, { descriptionZh: '海拔一千二百米', harvestMonths: [10, 9] });
  const reviewer = await house.signedIn({ role: 'reviewer' });
  const queue = await reviewer.ask('GET', `/catalogue/changes?supplier=${own.seller.supplierId}`);
  expect(queue.body['data']).toMatchObject([{ id, fields: ['descriptionZh', 'harvestMonths'], blocking: 0 }]);
  const shown = await reviewer.ask('GET', `/catalogue/changes/${id}`);
  expect(shown.body['changes']).toEqual([
    { field: 'descriptionZh', sku: null, before: '', after: '海拔一千二百米' },
    { field: 'harvestMonths', sku: null, before: [9], after: [9, 10] },
  ]);
  expect((await reviewer.ask('POST', `/catalogue/changes/${id}/confirm`, {}, at(version - 1))).code).toBe(
    'STALE_VERSION',
  );
  await house.rows(`update platform.switch set paused = true, reason = '示例' where name = 'publishing'`);
  const paused = await reviewer.ask('POST', `/catalogue/changes/${id}/confirm`, {}, at(version));
  expect(paused).toMatchObject({ status: 409, code: 'PUBLISHING_PAUSED' });
  await house.rows(`update platform.switch set paused = false`);
  const done = await reviewer.ask('POST', `/catalogue/changes/${id}/confirm`, { message: '属实' }, at(version));
  expect(done.body).toMatchObject({ state: 'published', message: '属实', changes: shown.body['changes'] });
  const read = await own.clerk.ask('GET', `${own.path}/listing`);
  expect(read.body['current']).toMatchObject({ descriptionZh: '海拔一千二百米', harvestMonths: [9, 10] });
  expect((await reviewer.ask('POST', `/catalogue/changes/${id}/confirm`, {}, at(version + 1))).code).toBe(
    'NOT_AT_THIS_STEP',
  );
  const [told] = await house.rows<{ count: string }>(
    `select count(*) from platform.notice where title_zh = '商品修改已发布' and body_zh like '%属实%'`,
  );
  expect(Number(told!.count)).toBeGreaterThan(0);
});

test('what is sent back is written on, and what is refused leaves the listing as it was', async () => {
  const own = await selling();
  const reviewer = await house.signedIn({ role: 'reviewer' });
  const { id, version } = await submitted(own, { taglineZh: '高山' });
  expect((await reviewer.ask('POST', `/catalogue/changes/${id}/reject`, { message: '无' }, at(version))).status).toBe(
    422,
  );
  const back = await reviewer.ask(
    'POST',
    `/catalogue/changes/${id}/request-changes`,
    { message: '请写明海拔' },
    at(version),
  );
  expect(back.body).toMatchObject({ state: 'changesRequested', message: '请写明海拔' });
  const saved = await own.clerk.ask(
    'PUT',
    `${own.path}/listing/change`,
    { fields: { taglineZh: '海拔 1200 米' } },
    at(version + 1),
  );
  expect(changeOf(saved.body)).toMatchObject({ id, state: 'changesRequested', message: '请写明海拔' });
  await own.clerk.ask('POST', `${own.path}/listing/change/submit`, {}, at(version + 2));
  const no = await reviewer.ask('POST', `/catalogue/changes/${id}/reject`, { message: '与事实不符' }, at(version + 3));
  expect(no.body).toMatchObject({ state: 'rejected' });
  const read = await own.clerk.ask('GET', `${own.path}/listing`);
  expect(read.body['current']).toMatchObject({ taglineZh: '' });
  expect(changeOf(read.body)).toMatchObject({ state: 'rejected', message: '与事实不符' });
  // The way is free for the next one.
  const next = await own.clerk.ask(
    'PUT',
    `${own.path}/listing/change`,
    { fields: { taglineZh: '脆' } },
    at(version + 4),
  );
  expect(changeOf(next.body).id).not.toBe(id);
  const cancelled = await own.clerk.ask('POST', `${own.path}/listing/change/cancel`, {}, at(version + 5));
  expect(changeOf(cancelled.body)).toMatchObject({ state: 'cancelled' });
});

test('whoever wrote at a change decides nothing on it, whatever role they hold', async () => {
  const own = await selling();
  const { id, version } = await submitted(own, { taglineZh: '高山' });
  await house.rows(
    `insert into identity.role_grant (person_id, role, granted_at, granted_by)
     select author, 'reviewer', now(), 'test' from catalogue.listing_change, unnest(authors) author where id = $1`,
    [id],
  );
  const [author] = await house.rows<{ author: string }>(
    'select authors[1] as author from catalogue.listing_change where id = $1',
    [id],
  );
  await expect(
    house.rows(
      `update catalogue.listing_change set state = 'published', decided_by = $2, decided_at = now() where id = $1`,
      [id, author!.author],
    ),
  ).rejects.toThrow('check');
  await house.rows('update identity.session set second_factor_at = platform.business_now() where person_id = $1', [
    author!.author,
  ]);
  expect((await own.clerk.ask('POST', `/catalogue/changes/${id}/confirm`, {}, at(version))).code).toBe('FOUR_EYES');
});

test('a claim that wants proof is published only once somebody has looked at it', async () => {
  const own = await selling();
  const { id, version } = await submitted(own, { taglineZh: '本县唯一产区' });
  const reviewer = await house.signedIn({ role: 'reviewer' });
  const unseen = await reviewer.ask('POST', `/catalogue/changes/${id}/confirm`, {}, at(version));
  expect([unseen.code, unseen.body['rules']]).toEqual(['FINDINGS_UNSEEN', ['only']]);
  const done = await reviewer.ask('POST', `/catalogue/changes/${id}/confirm`, { looked: ['only'] }, at(version));
  expect(done.body).toMatchObject({ state: 'published' });
});

test('a price within the band holds at once and stays on the record; beyond it waits for somebody', async () => {
  const { clerk, path, skuId, seller } = await selling();
  const set = (amount: string, version: number) =>
    clerk.ask('PUT', `${path}/prices`, { prices: [{ skuId, price: cny(amount) }] }, at(version));
  const price = async () =>
    (
      await house.rows<{ fen: string }>('select price_fen::text as fen from catalogue.offer_v where sku_id = $1', [
        skuId,
      ])
    )[0]!.fen;
  expect((await set('2100', 1)).body['prices']).toEqual([{ skuId, outcome: 'holds' }]);
  expect(await price()).toBe('2100');
  // Measured from the 1990 people looked at, not from the 2100 of a moment ago.
  expect((await set('2250', 2)).body['prices']).toEqual([{ skuId, outcome: 'waits' }]);
  expect(await price()).toBe('2100');
  const lines = await house.rows<{ content: { action: string; after: { pricesFen?: Record<string, string> } } }>(
    `select content::json from platform.audit_content where subject_id = $1 order by entry_id`,
    [seller.productId],
  );
  const moved = lines.filter(({ content }) => content.action === 'price.set').map(({ content }) => content.after);
  expect(moved).toMatchObject([{ pricesFen: { [skuId]: '2100' } }]);
  const read = await clerk.ask('GET', `${path}/listing`);
  expect(changeOf(read.body)).toMatchObject({
    state: 'draft',
    changes: [{ field: 'price', before: cny('2100'), after: cny('2250') }],
  });
  const sent = await clerk.ask('POST', `${path}/listing/change/submit`, {}, at(3));
  const reviewer = await house.signedIn({ role: 'reviewer' });
  await reviewer.ask('POST', `/catalogue/changes/${changeOf(sent.body).id}/confirm`, {}, at(4));
  expect(await price()).toBe('2250');
  const after = await clerk.ask('GET', `${path}/listing`);
  expect((after.body['packs'] as object[])[0]).toMatchObject({ band: { lowest: cny('2025'), highest: cny('2475') } });
});

test('a pack carries its own number, once, with its check digit', async () => {
  const { clerk, path, skuId } = await selling();
  const put = (gtin: string | null, version: number) =>
    clerk.ask('PUT', `${path}/packs/${skuId}`, { gtin, options: [{ name: '规格', value: '大果' }] }, at(version));
  expect((await put('6901234567891', 1)).code).toBe('GTIN_UNSOUND');
  const named = await put('6901234567892', 1);
  expect((named.body['packs'] as object[])[0]).toMatchObject({ gtin: '06901234567892', options: [] });
  expect((await put('6901234567892', 1)).code).toBe('STALE_VERSION');
});

test('tiers want more packs at lower prices', async () => {
  const { clerk, path, skuId } = await selling();
  const tiers = (value: { minimumPacks: number; price: object }[]) => ({ fields: { tiers: [{ skuId, value }] } });
  const unsound = tiers([{ minimumPacks: 10, price: cny('3000') }]);
  expect((await clerk.ask('PUT', `${path}/listing/change`, unsound, at(1))).code).toBe('TIERS_UNSOUND');
  const sound = tiers([
    { minimumPacks: 10, price: cny('1800') },
    { minimumPacks: 50, price: cny('1700') },
  ]);
  expect((await clerk.ask('PUT', `${path}/listing/change`, sound, at(1))).status).toBe(200);
});

test('nobody else sees what is being written, and no other supplier what waits', async () => {
  const own = await selling();
  await own.clerk.ask('PUT', `${own.path}/listing/change`, { fields: { taglineZh: '秘密' } }, at(1));
  const reviewer = await house.signedIn({ role: 'reviewer' });
  const drafts = await reviewer.ask('GET', `/catalogue/changes?state=draft&supplier=${own.seller.supplierId}`);
  expect(drafts.body['data']).toEqual([]);
  await own.clerk.ask('POST', `${own.path}/listing/change/submit`, {}, at(2));
  const { clerk: stranger } = await selling();
  const [change] = await house.rows<{ id: string }>('select id from catalogue.listing_change where supplier_id = $1', [
    own.seller.supplierId,
  ]);
  expect((await stranger.ask('GET', `/catalogue/changes/${change!.id}`)).code).toBe('NOT_FOUND');
  expect((await stranger.ask('GET', `/catalogue/changes?supplier=${own.seller.supplierId}`)).body['data']).toEqual([]);
  expect((await stranger.ask('GET', `${own.path}/listing`)).code).toBe('NOT_FOUND');
});

test('the mark of a place stands only while its certificate is valid; an expired one is listed as such', async () => {
  const { seller } = await selling();
  const [row] = await house.rows<{ slug: string }>(
    `update catalogue.product set gi_kinds = '{地理标志保护产品}', gi_source = 'https://example.org' where id = $1 returning slug`,
    [seller.productId],
  );
  const page = async () => (await productBySlug(house.database, row!.slug))!.product;
  expect(await page()).toMatchObject({ geographicalIndication: null, offers: [{ geographicalIndication: false }] });
  await house.rows(
    `insert into admission.certificate (supplier_id, product_id, kind, scope, number, valid_until, state, handed_in_at, verified_by, verified_at)
     select $1, $2, 'geographicalIndication', (select name_zh from catalogue.product where id = $2), 'GI-1', (platform.business_now() + interval '10 days')::date, 'valid', now(), 'test', now()`,
    [seller.supplierId, seller.productId],
  );
  expect(await page()).toMatchObject({
    geographicalIndication: { kinds: ['地理标志保护产品'] },
    offers: [{ geographicalIndication: true }],
  });
  const certificate = async () =>
    (await page()).offers[0]!.certificates.find(({ kind }) => kind === 'geographicalIndication')!.status;
  expect(await certificate()).toBe('expiring');
  await house.rows(
    `update admission.certificate set valid_until = (platform.business_now() - interval '2 days')::date
    where kind = 'geographicalIndication' and supplier_id = $1`,
    [seller.supplierId],
  );
  expect(await page()).toMatchObject({ geographicalIndication: null, offers: [{ geographicalIndication: false }] });
  expect(await certificate()).toBe('expired');
});

test('the page says unit prices, tiers and labels of every offer', async () => {
  const { seller, skuId } = await selling();
  await house.rows('insert into catalogue.price_tier values ($1, 20, 1800)', [skuId]);
  await house.rows(
    `insert into catalogue.listing_content (supplier_id, product_id, own_account) values ($1, $2, true)
     on conflict (supplier_id, product_id) do update set own_account = true`,
    [seller.supplierId, seller.productId],
  );
  await house.rows(
    `insert into catalogue.paid_placement (supplier_id, product_id, starts_on, ends_on, contract, entered_by, entered_at)
     values ($1, $2, '2020-01-01', '2099-01-01', 'C-1', $1, now())`,
    [seller.supplierId, seller.productId],
  );
  const [row] = await house.rows<{ slug: string }>('select slug from catalogue.product where id = $1', [
    seller.productId,
  ]);
  expect((await productBySlug(house.database, row!.slug))!.product.offers[0]).toMatchObject({
    unitPrice: { per500g: cny('1990'), perKilogram: cny('3980') },
    wholesale: { minimumOrderPacks: 1, orderStepPacks: 1, tiers: [{ minimumPacks: 20, price: cny('1800') }] },
    labels: { ownAccount: true, advertised: true },
  });
});
