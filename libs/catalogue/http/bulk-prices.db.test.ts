import { admissionParts } from '@xihuo/admission';
import { provisioning } from '@xihuo/identity';
import { openHouse, openProductDesk, type House, type ProductDesk } from '@xihuo/testing';
import { catalogueParts } from '../catalogue-parts';

let house: House;
let desk: ProductDesk;

beforeAll(async () => {
  house = await openHouse({ parts: [admissionParts, catalogueParts] });
  desk = await openProductDesk(house);
});
afterAll(() => house?.close());

async function selling() {
  const seller = await desk.seller({ priceFen: 1_000n });
  await desk.approved(seller);
  const { supplierId, productId } = seller;
  const { id: personId, login, password } = await house.person({ role: 'supplier', organisationId: supplierId });
  const clerk = house.browser('console');
  await clerk.signIn(login, password);
  const [sku] = await house.rows<{ id: string; pack: string; slug: string; name_zh: string }>(
    'select id, pack, slug, name_zh from catalogue.sku_v where supplier_id = $1',
    [supplierId],
  );
  return { ...sku!, supplierId, productId, clerk, personId };
}
type Own = Awaited<ReturnType<typeof selling>>;

const handIn = ({ clerk, supplierId }: Own, lines: string[], scope = supplierId) =>
  clerk.ask(
    'POST',
    `/imports?kind=prices&scope=${scope}&name=prices.csv`,
    Buffer.from(['商品,规格,价格', ...lines].join('\n')),
    { 'content-type': 'text/csv' },
  );

async function written({ clerk }: Own, { body }: { body: Record<string, unknown> }) {
  const version = { 'if-match': `"${body['version']}"` };
  await clerk.ask('POST', `/imports/${body['id']}/confirm`, {}, version);
  await house.runImports();
  return (await clerk.ask('GET', `/imports/${body['id']}`)).body;
}
const priceOf = async ({ id }: Own) =>
  (await house.rows<{ price_fen: string }>('select price_fen from catalogue.sku where id = $1', [id]))[0]!.price_fen;
const changes = ({ supplierId }: Own) =>
  house.rows<{ state: string; fields: object; authors: string[] }>(
    'select state, fields, authors from catalogue.listing_change where supplier_id = $1',
    [supplierId],
  );
const faultOf = async ({ clerk }: Own, { body }: { body: Record<string, unknown> }) => {
  const rows = await clerk.ask('GET', `/imports/${body['id']}/rows?state=faulty`);
  return (rows.body['data'] as { faults: { code: string }[] }[]).map(({ faults }) => faults[0]!.code);
};

test('a price within the band holds once it is written, audited; again it is known', async () => {
  const own = await selling();
  const preview = await handIn(own, [`${own.name_zh},${own.pack},10.9`]);
  expect(preview.body['counts']).toMatchObject({ ready: 1 });
  expect(await priceOf(own)).toBe('1000');
  expect(await written(own, preview)).toMatchObject({ state: 'done', counts: { written: 1 } });
  expect(await priceOf(own)).toBe('1090');
  expect(await changes(own)).toEqual([]);
  expect(
    await house.count(
      `select count(*) from platform.audit_content where content::json ->> 'action' = 'price.set' and subject_id = $1`,
      [own.productId],
    ),
  ).toBe(1);
  expect((await handIn(own, [`${own.slug},${own.pack},¥10.90`])).body['counts']).toMatchObject({ known: 1, ready: 0 });
});

test('a price beyond the band waits in the open change; what lies before a reviewer is not written at', async () => {
  const own = await selling();
  await written(own, await handIn(own, [`${own.slug},${own.pack},15`]));
  expect(await priceOf(own)).toBe('1000');
  const value = { amount: '1500', currency: 'CNY' };
  expect(await changes(own)).toEqual([
    { state: 'draft', fields: { prices: [{ skuId: own.id, value }] }, authors: [own.personId] },
  ]);
  expect((await handIn(own, [`${own.slug},${own.pack},15`])).body['counts']).toMatchObject({ known: 1 });
  // Another price takes its place, and words that are being written stay.
  await house.rows(
    `update catalogue.listing_change set fields = fields || '{"taglineZh":"新"}' where supplier_id = $1`,
    [own.supplierId],
  );
  await written(own, await handIn(own, [`${own.slug},${own.pack},16`]));
  expect(await changes(own)).toMatchObject([
    { fields: { taglineZh: '新', prices: [{ skuId: own.id, value: { amount: '1600' } }] } },
  ]);
  const path = `/suppliers/${own.supplierId}/products/${own.productId}/listing`;
  const { version } = (await own.clerk.ask('GET', path)).body;
  await own.clerk.ask('POST', `${path}/change/submit`, {}, { 'if-match': `"${version}"` });
  expect(await faultOf(own, await handIn(own, [`${own.slug},${own.pack},17`]))).toEqual(['CHANGE_SUBMITTED']);
});

test('a table that says the present price takes back what waits, and leaves the words beside it', async () => {
  const own = await selling();
  await written(own, await handIn(own, [`${own.slug},${own.pack},15`]));
  await written(own, await handIn(own, [`${own.slug},${own.pack},10`]));
  expect(await changes(own)).toMatchObject([{ state: 'cancelled', fields: {} }]);
  await written(own, await handIn(own, [`${own.slug},${own.pack},15`]));
  await house.rows(
    `update catalogue.listing_change set fields = fields || '{"taglineZh":"新"}'
      where supplier_id = $1 and state = 'draft'`,
    [own.supplierId],
  );
  await written(own, await handIn(own, [`${own.slug},${own.pack},10.5`]));
  expect(await priceOf(own)).toBe('1050');
  const open = (await changes(own)).filter(({ state }) => state === 'draft');
  expect(open.map(({ fields }) => fields)).toEqual([{ taglineZh: '新' }]);
});

test('a table moves no price that a dossier waits with beyond its band', async () => {
  const own = await selling();
  await house.rows('delete from admission.listing_approval where supplier_id = $1', [own.supplierId]);
  await desk.sent({ ...own, clerk: await desk.person('reviewer') }, { brand: '示例', trademarkNumber: '1' });
  await written(own, await handIn(own, [`${own.slug},${own.pack},90`]));
  expect(await priceOf(own)).toBe('1000');
  expect(await changes(own)).toMatchObject([{ state: 'draft' }]);
});

test('unsound rows are told apart by code, a pack named twice once', async () => {
  const own = await selling();
  await house.rows('insert into catalogue.price_tier (sku_id, minimum_packs, price_fen) values ($1, 10, 990)', [
    own.id,
  ]);
  const preview = await handIn(own, [
    `${own.slug},${own.pack},9.8`,
    `${own.name_zh},${own.pack},10.1`,
    `${own.slug},${own.pack} ,0`,
    `${own.slug},${own.pack},10.999`,
    `${own.slug},${own.pack},=1+1`,
  ]);
  expect(await faultOf(own, preview)).toEqual([
    ...['BELOW_TIER', 'SAME_PACK', 'NOT_AN_AMOUNT', 'NOT_AN_AMOUNT', 'FORMULA'],
  ]);
});

test("another supplier's goods are not there", async () => {
  const own = await selling();
  const other = await selling();
  expect((await handIn(own, [`${own.slug},${own.pack},10`], other.supplierId)).status).toBe(404);
  expect(await faultOf(own, await handIn(own, [`${other.slug},${other.pack},10`]))).toEqual(['NO_PACK']);
});

test('whoever lost the supplier between upload and writing writes nothing, and resumes once it is theirs again', async () => {
  const own = await selling();
  const preview = await handIn(own, [`${own.name_zh},${own.pack},10.9`]);
  await own.clerk.ask(
    'POST',
    `/imports/${preview.body['id']}/confirm`,
    {},
    { 'if-match': `"${preview.body['version']}"` },
  );
  await house.does((tx) => provisioning.endRole(tx, { personId: own.personId, role: 'supplier' }));
  await house.runImports();
  expect(await priceOf(own)).toBe('1000');
  await house.does((tx) =>
    provisioning.grantRole(tx, { personId: own.personId, role: 'supplier', organisationId: own.supplierId }),
  );
  const stopped = await own.clerk.ask('GET', `/imports/${preview.body['id']}`);
  expect(stopped.body).toMatchObject({ state: 'stopped', stopped: 'IMPORT_NOT_YOURS_NOW', counts: { written: 0 } });
  expect(stopped.body['stoppedWhy']).toMatchObject({ zh: '导入人已没有这项权限' });
  expect(await written(own, stopped)).toMatchObject({ state: 'done', counts: { written: 1 } });
  expect(await priceOf(own)).toBe('1090');
});

test('prices that wait are counted and handed in together; what is written at beside them is left', async () => {
  const own = await selling();
  const path = `/suppliers/${own.supplierId}/price-changes`;
  await written(own, await handIn(own, [`${own.slug},${own.pack},15`]));
  const waiting = { products: 1, packs: 1, withOthers: 0, unsound: 0, submitted: 0 };
  expect((await own.clerk.ask('GET', path)).body).toEqual(waiting);

  const write = (sql: string) => house.rows(sql, [own.supplierId]);
  await write(`update catalogue.listing_change set fields = fields || '{"taglineZh":"新"}' where supplier_id = $1`);
  const left = await own.clerk.ask('POST', `${path}/submit`);
  expect(left.body).toEqual({ ...waiting, products: 0, packs: 0, withOthers: 1, handedIn: 0 });

  await write(`update catalogue.listing_change set fields = fields - 'taglineZh' where supplier_id = $1`);
  await house.rows('insert into catalogue.price_tier (sku_id, minimum_packs, price_fen) values ($1, 10, 1600)', [
    own.id,
  ]);
  expect((await own.clerk.ask('POST', `${path}/submit`)).body).toMatchObject({ unsound: 1, handedIn: 0 });
  await house.rows('delete from catalogue.price_tier where sku_id = $1', [own.id]);

  const handed = await own.clerk.ask('POST', `${path}/submit`);
  expect(handed.body).toEqual({ ...waiting, products: 0, packs: 0, submitted: 1, handedIn: 1 });
  expect(await changes(own)).toMatchObject([{ state: 'submitted', authors: [own.personId] }]);
  expect(await priceOf(own)).toBe('1000');
  expect((await own.clerk.ask('POST', `${path}/submit`)).body).toMatchObject({ handedIn: 0, submitted: 1 });
  const stranger = await selling();
  expect((await stranger.clerk.ask('POST', `${path}/submit`)).status).toBe(404);
});

test('the price list handed out is taken back as it is, with the band and what waits beside it; others get nothing', async () => {
  const own = await selling();
  await written(own, await handIn(own, [`${own.slug},${own.pack},15`]));
  const path = `/suppliers/${own.supplierId}/prices/file`;
  const file = await own.clerk.ask('GET', `${path}?format=csv`);
  const [, line] = file.bytes.toString().split('\r\n');
  expect(line).toBe(`${own.slug},${own.pack},10,${own.name_zh},9,11,15`);
  const again = await own.clerk.ask('POST', `/imports?kind=prices&scope=${own.supplierId}&name=a.csv`, file.bytes, {
    'content-type': 'text/csv',
  });
  expect(again.body['counts']).toMatchObject({ total: 1, faulty: 0 });
  const products = await own.clerk.ask('GET', `/suppliers/${own.supplierId}/products/file?format=csv`);
  const known = await own.clerk.ask(
    'POST',
    `/imports?kind=products&scope=${own.supplierId}&name=b.csv`,
    products.bytes,
    {
      'content-type': 'text/csv',
    },
  );
  expect(known.body).toMatchObject({ counts: { total: 1, faulty: 0, known: 1 }, ignored: ['代码', '可售'] });
  // Narrowed as the list is.
  const lines = async (kind: string, by: string) => {
    const narrowed = await own.clerk.ask('GET', `/suppliers/${own.supplierId}/${kind}/file?format=csv&${by}`);
    return narrowed.bytes.toString().trim().split('\r\n').length - 1;
  };
  for (const kind of ['products', 'prices']) {
    expect([await lines(kind, `q=${own.slug}`), await lines(kind, 'q=none')]).toEqual([1, 0]);
    expect([await lines(kind, 'sells=true'), await lines(kind, 'sells=false')]).toEqual([1, 0]);
  }
  const stranger = await selling();
  expect((await stranger.clerk.ask('GET', path)).status).toBe(404);
});
