import { admissionParts, products } from '@xihuo/admission';
import { FILES, Files } from '@xihuo/platform';
import { openHouse, openProductDesk, type House, type ProductDesk, type Seller } from '@xihuo/testing';
import sharp from 'sharp';
import { productBySlug } from '../actions/product-by-slug';
import { whatIsMissing } from '../actions/what-is-missing';
import { catalogueParts } from '../catalogue-parts';

let house: House;
let desk: ProductDesk;
const kept = new Map<string, Buffer>();
const memory = {
  put: (sha256: string, bytes: Buffer) => Promise.resolve(void kept.set(sha256, bytes)),
  get: (sha256: string) => Promise.resolve(kept.get(sha256) ?? null),
};

beforeAll(async () => {
  const overrides = () => [{ provide: FILES, useValue: new Files(memory) }];
  house = await openHouse({ parts: [admissionParts, catalogueParts], overrides });
  desk = await openProductDesk(house);
});
afterAll(() => house?.close());

async function clerkOf({ supplierId }: Pick<Seller, 'supplierId'>) {
  const { login, password } = await house.person({ role: 'supplier', organisationId: supplierId });
  const browser = house.browser('console');
  await browser.signIn(login, password);
  return browser;
}

/** As its supplier is told; the route is bound above, where the lots are. */
function missing({ supplierId, productId }: Pick<Seller, 'supplierId' | 'productId'>) {
  const grants = [{ role: 'supplier' as const, organisationId: supplierId, jurisdiction: null, householdId: null }];
  return whatIsMissing(house.database, grants, { supplierId, productId });
}

const FORM = {
  packaging: 'loose',
  producedInCounty: '610629',
  afterSale: { phone: '0911-1234567', returnAddress: '洛川县示例路1号', responseHours: 24 },
};

test('a dossier is saved as it is, sent once, and what is missing is told all the while', async () => {
  const seller = await desk.seller();
  const clerk = await clerkOf(seller);
  const path = `/suppliers/${seller.supplierId}/products/${seller.productId}`;
  const empty = await clerk.ask('GET', `${path}/dossier`);
  expect([empty.status, empty.headers['etag'], empty.body['lotCodePrefix']]).toEqual([200, '"1"', null]);

  expect((await clerk.ask('PUT', `${path}/dossier`, FORM)).code).toBe('VERSION_MISSING');
  const saved = await clerk.ask('PUT', `${path}/dossier`, FORM, { 'if-match': '"1"' });
  expect([saved.status, saved.headers['etag']]).toEqual([200, '"2"']);
  expect(saved.body['lotCodePrefix']).toMatch(/^L\d+$/);
  expect((await clerk.ask('PUT', `${path}/dossier`, FORM, { 'if-match': '"1"' })).code).toBe('STALE_VERSION');
  const findings = saved.body['findings'] as { criterion: string; result: string }[];
  expect(findings.map(({ criterion, result }) => [criterion, result])).toEqual([
    ['P04', 'fail'],
    ['P05', 'fail'],
    ['P06', 'notApplicable'],
    ['P12', 'pass'],
  ]);

  const sent = await clerk.ask('POST', `${path}/dossier/send`, {}, { 'if-match': '"2"' });
  expect(sent.body['sent']).toMatchObject({ version: 1, state: 'submitted' });
  expect((await clerk.ask('POST', `${path}/dossier/send`, {}, { 'if-match': '"2"' })).code).toBe('DOSSIER_UNCHANGED');
  const way = await missing(seller);
  expect(way).toMatchObject({ maySell: false, mayCarryMark: false });
  const open = way.steps.filter(({ met }) => !met);
  expect(open.map(({ step, turn }) => [step, turn])).toEqual([
    ['dossierApproved', 'reviewers'],
    ['listingOpen', null],
    ['inStock', 'supplier'],
    ['packsNumbered', 'supplier'],
    ['recognised', 'supplier'],
  ]);
});

test('others neither see nor write it', async () => {
  const seller = await desk.seller();
  const stranger = await clerkOf(await desk.seller());
  const path = `/suppliers/${seller.supplierId}/products`;
  for (const [method, at] of [
    ['GET', path],
    ['GET', `${path}/${seller.productId}`],
    ['GET', `${path}/${seller.productId}/dossier`],
    ['PUT', `${path}/${seller.productId}/dossier`],
    ['POST', `${path}/${seller.productId}/dossier/send`],
  ] as const) {
    const answer = await stranger.ask(method, at, method === 'GET' ? undefined : {}, { 'if-match': '"1"' });
    expect([method, at, answer.code]).toEqual([method, at, 'NOT_FOUND']);
  }
  const ownOfOther = await stranger.ask('GET', `/admission/dossiers?supplier=${seller.supplierId}`);
  expect(ownOfOther.body['data']).toEqual([]);
});

test('a product of one’s own stands in the list, sells nothing, and has an address of its own', async () => {
  const seller = await desk.seller();
  const clerk = await clerkOf(seller);
  const price = { amount: '3990', currency: 'CNY' };
  const product = {
    name: { zh: '山核桃', en: 'Walnut' },
    pinyin: 'shan he tao',
    description: { zh: '', en: '' },
    ...{
      category: 'nut',
      regionCode: '610629',
      harvestMonths: [9],
      shelfLifeDays: 300,
      storage: 'ambient',
      scClass: null,
    },
    pack: { pack: '500g', price, wholesalePrice: null, minimumOrderPacks: 1 },
  };
  const path = `/suppliers/${seller.supplierId}/products`;
  const [one, two] = [await clerk.ask('POST', path, product), await clerk.ask('POST', path, product)];
  expect(one.body).toMatchObject({
    name: { zh: '山核桃' },
    maySell: false,
    dossier: null,
    packs: [{ pack: '500g', price }],
  });
  expect(one.body['slug']).toMatch(/^shan-he-tao-n-/);
  expect(two.body['slug']).not.toBe(one.body['slug']);
  const list = await clerk.ask('GET', path);
  expect(list.body['data']).toHaveLength(3);
  expect(
    (await clerk.ask('POST', path, { ...product, pack: { ...product.pack, price: { amount: '-1', currency: 'CNY' } } }))
      .status,
  ).toBe(422);
});

test('more than a thousand products are read page by page, each once, and found by a part of the name', async () => {
  const seller = await desk.seller();
  const clerk = await clerkOf(seller);
  const path = `/suppliers/${seller.supplierId}/products`;
  await house.rows(
    `with made as (
       insert into catalogue.product (reference, slug, name_zh, name_en, description_zh, description_en, category, region_code,
                                      harvest_months, storage, perishable)
       select 'many-' || nth, 'many-' || nth, case nth % 100 when 0 then '百里红枣' else '山货' end || nth, 'Good ' || nth, '', '',
              'fruit', '610629', '{}', 'ambient', false
         from generate_series(1, 1100) as nth
       returning id
     )
     insert into catalogue.sku (product_id, supplier_id, pack, price_fen) select id, $1, '500g', 100 from made`,
    [seller.supplierId],
  );
  const seen: string[] = [];
  let cursor: unknown = null;
  do {
    const { body } = await clerk.ask('GET', `${path}?limit=100${cursor === null ? '' : `&cursor=${String(cursor)}`}`);
    seen.push(...(body['data'] as { productId: string }[]).map(({ productId }) => productId));
    cursor = body['nextCursor'];
  } while (cursor !== null);
  expect(seen).toHaveLength(1101);
  expect(new Set(seen).size).toBe(1101);
  expect(seen).toEqual([...seen].sort().reverse());

  const found = async (query: string) =>
    ((await clerk.ask('GET', `${path}?${query}`)).body['data'] as { name: { zh: string } }[]).map(
      ({ name }) => name.zh,
    );
  expect(await found(`q=${encodeURIComponent('红枣1100')}`)).toEqual(['百里红枣1100']);
  expect(await found('q=GOOD%20507')).toEqual(['山货507']);
  expect(await found('q=%25_%27')).toEqual([]);
  expect(await found('sells=true')).toEqual([]);
  expect(await found('sells=false&limit=1')).toHaveLength(1);
  expect(await clerk.ask('GET', `${path}/${seen[0]}`)).toMatchObject({ status: 200, body: { productId: seen[0] } });
});

test('a paper is what its bytes say, and shown to its supplier and those who judge it', async () => {
  const seller = await desk.seller();
  const clerk = await clerkOf(seller);
  const at = `/admission/products/${seller.supplierId}/${seller.productId}/papers`;
  const photo = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#7a5' } })
    .jpeg()
    .toBuffer();
  const taken = await clerk.ask('POST', at, photo, { 'content-type': 'image/jpeg' });
  expect([taken.status, taken.body['pages']]).toEqual([201, 1]);
  const shown = await clerk.ask('GET', `/admission/papers/${taken.body['fileId'] as string}`);
  expect([shown.status, shown.headers['content-type']]).toEqual([200, 'image/jpeg']);
  const forged = Buffer.from('<html><script>alert(1)</script></html>');
  expect((await clerk.ask('POST', at, forged, { 'content-type': 'image/jpeg' })).code).toBe('DOCUMENT_REFUSED');
  const stranger = await clerkOf(await desk.seller());
  expect((await stranger.ask('POST', at, photo, { 'content-type': 'image/jpeg' })).code).toBe('NOT_FOUND');
  expect((await stranger.ask('GET', `/admission/papers/${taken.body['fileId'] as string}`)).code).toBe('NOT_FOUND');
});

test('an edition is handed out as a sheet, as csv and as JSON, to everybody', async () => {
  const seller = await desk.seller();
  await desk.recognised(seller);
  await house.rows(
    `insert into admission.catalogue_edition (number, title_zh, title_en, drafted_by, drafted_at) values (1, '推荐目录', 'Catalogue', $1, now())`,
    [seller.clerk.personId],
  );
  const operator = await desk.person('operator');
  await desk.by(operator, (tx) => products.publishEdition(tx, desk, { number: 1, version: 1 }));
  const visitor = house.browser('shop');
  const xlsx = await visitor.ask('GET', '/catalogue/editions/1/file?format=xlsx');
  expect([xlsx.status, xlsx.bytes.subarray(0, 2).toString()]).toEqual([200, 'PK']);
  expect(String(xlsx.headers['content-disposition'])).toContain('attachment');
  const csv = await visitor.ask('GET', '/catalogue/editions/1/file?format=csv');
  expect(csv.bytes.toString('utf8')).toContain('洛川县消费帮扶产品认定办法');
  const json = await visitor.ask('GET', '/catalogue/editions/1/file?format=json');
  expect(json.body).toMatchObject({
    number: 1,
    entries: [{ position: 1, issuer: { kind: 'county', name: '洛川县' } }],
  });
  expect((await visitor.ask('GET', '/catalogue/editions/2/file?format=csv')).code).toBe('NOT_FOUND');
  const register = await visitor.ask('GET', '/register/suppliers/file?province=610000&format=csv');
  expect(register.bytes.toString('utf8')).toContain('示例合作社');
  const page = await visitor.ask('GET', `/suppliers/${seller.supplierId}`);
  expect(page.body['products']).toMatchObject([
    { onSale: true, recognition: { issuerKind: 'county', issuerName: '洛川县' } },
  ]);
});

test('the mark stands at the offer of who was recognised, and goes with the right to sell', async () => {
  const seller = await desk.seller();
  await desk.recognised(seller);
  const other = await desk.seller({ productId: seller.productId });
  await desk.approved(other);
  const [{ slug } = { slug: '' }] = await house.rows<{ slug: string }>(
    'select slug from catalogue.product where id = $1',
    [seller.productId],
  );
  const marks = async () =>
    Object.fromEntries(
      (await productBySlug(house.database, slug))!.product.offers.map((offer) => [
        offer.supplier.id,
        offer.recognition?.issuerName ?? null,
      ]),
    );
  expect(await marks()).toEqual({ [seller.supplierId]: '洛川县', [other.supplierId]: null });
  await house.rows(
    `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at) values ($1, 'suspension', 'test', 'test', now())`,
    [seller.supplierId],
  );
  expect(await marks()).toEqual({ [seller.supplierId]: null, [other.supplierId]: null });
});

test('what is missing before a sale is told in one place: words, papers that are over, an empty shelf, each with its page', async () => {
  const seller = await desk.seller();
  await desk.approved(seller);
  await house.rows(`update catalogue.product set description_zh = '最好的苹果' where id = $1`, [seller.productId]);
  await house.rows(
    `update admission.certificate set valid_until = '2020-01-01' where supplier_id = $1 and product_id = $2`,
    [seller.supplierId, seller.productId],
  );
  const open = (await missing(seller)).steps.filter(({ met }) => !met);
  expect(open.map(({ step, place }) => [step, place])).toEqual([
    ['wordsLawful', 'listing'],
    ['certificatesValid', 'certificates'],
    ['inStock', 'stock'],
    ['packsNumbered', 'listing'],
    ['recognised', 'recognition'],
  ]);
  expect(open[0]!.sentence.zh).toContain('「最好」');
  expect(open[1]!.sentence.zh).toContain('T-1');
});
