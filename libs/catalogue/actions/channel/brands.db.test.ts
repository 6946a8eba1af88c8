import { openProductDesk, type ProductDesk, type Seller } from '@xihuo/testing';
import { editBrand, enterBrand, grantLicence, revoke, type BrandForm } from './edit-brand';
import { pickOrganisations, pickProducts } from './pick';
import { listBrandProducts, listBrands, listLicences, readBrand } from './read-brands';

let desk: ProductDesk;
let seller: Seller;
let keeper: Awaited<ReturnType<ProductDesk['person']>>;

beforeAll(async () => {
  desk = await openProductDesk();
  seller = await desk.seller();
  await desk.approved(seller);
  keeper = await desk.person('operator');
});
afterAll(() => desk?.close());

const FORM: BrandForm = {
  ...{ slug: 'example', name: { zh: '示例品牌', en: 'Example' }, story: { zh: '', en: '' }, regionCode: '610629' },
  ...{ ownerName: '示例协会', markNumber: '' },
};

test('a brand shows who may use it until when, and their goods; no longer once it is revoked or over', async () => {
  const { id } = await desk.by(keeper, (tx) => enterBrand(tx, FORM));
  const moved = { id, version: 1, form: { ...FORM, slug: 'moved' } };
  await expect(desk.by(keeper, (tx) => editBrand(tx, moved))).rejects.toMatchObject({ code: 'SLUG_FIXED' });
  const licence = {
    ...{ supplierId: seller.supplierId, productId: null, validFrom: '2020-01-01', validUntil: '2099-12-31' },
    evidence: '示例授权书 1 号',
  };
  const granted = await desk.by(keeper, (tx) => grantLicence(tx, id, licence));
  expect(await readBrand(desk.database, 'example')).toMatchObject({
    holders: [{ supplier: { id: seller.supplierId }, validUntil: '2099-12-31' }],
    products: [{ slug: `p-${seller.productId}` }],
  });
  await expect(
    desk.by(keeper, (tx) => grantLicence(tx, id, { ...licence, validFrom: '2050-01-01' })),
  ).rejects.toMatchObject({ code: 'LICENCE_OVERLAPS' });
  // Whoever may not sell now is not counted among those who use it, nor listed.
  const counted = async () =>
    (await listBrands(desk.database, { limit: 24 })).data.find(({ slug }) => slug === 'example')!.holders;
  expect(await counted()).toBe(1);
  await desk.rows(
    `insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at) values ($1, 'suspension', '抽检', 'test', now())`,
    [seller.supplierId],
  );
  expect([await counted(), (await readBrand(desk.database, 'example')).holders]).toEqual([0, []]);
  await desk.rows(`update admission.measure set state = 'lifted', ended_at = now() where supplier_id = $1`, [
    seller.supplierId,
  ]);
  // Of another scope it may stand beside.
  await desk.by(keeper, (tx) =>
    grantLicence(tx, id, { ...licence, productId: seller.productId, validUntil: '2021-01-01' }),
  );

  await desk.by(keeper, (tx) => revoke(tx, { id: granted.id, version: 1, reason: '产地变更' }));
  const view = await readBrand(desk.database, 'example');
  expect([view.holders, view.products, view.total]).toEqual([[], [], 0]);
  const { data } = await listLicences(desk.database, id, { limit: 10 });
  expect(data.map(({ state }) => state)).toEqual(['expired', 'revoked']);
  await expect(
    desk.by(keeper, (tx) => revoke(tx, { id: granted.id, version: 2, reason: '产地变更' })),
  ).rejects.toMatchObject({ code: 'NOT_AT_THIS_STEP' });
  // The days are free again.
  await desk.by(keeper, (tx) => grantLicence(tx, id, licence));
});

test.each([
  ['nobody', { supplierId: '00000000-0000-7000-8000-000000000000' }, 'SUPPLIER_UNKNOWN'],
  ['goods of others', { productId: '00000000-0000-7000-8000-000000000000' }, 'PRODUCT_UNKNOWN'],
])('a licence for %s is refused', async (_name, more, code) => {
  const { id } = await desk.by(keeper, (tx) => enterBrand(tx, { ...FORM, slug: code.toLowerCase().replace('_', '-') }));
  const licence = {
    ...{ supplierId: seller.supplierId, productId: null, validFrom: '2020-01-01', validUntil: '2099-12-31' },
    evidence: '示例授权书 1 号',
  };
  await expect(desk.by(keeper, (tx) => grantLicence(tx, id, { ...licence, ...more }))).rejects.toMatchObject({ code });
});

test('an operator finds products and organisations by a part of their name, those of one supplier where it is named', async () => {
  const { data: all } = await pickProducts(desk.database, { q: '' });
  expect(all.map(({ id }) => id)).toContain(seller.productId);
  const { data: own } = await pickProducts(desk.database, { supplier: seller.supplierId });
  expect(own.map(({ id }) => id)).toEqual([seller.productId]);
  expect((await pickProducts(desk.database, { q: "%'_" })).data).toEqual([]);
  const { name } = (await readBrand(desk.database, 'example')).holders[0]!.supplier;
  expect((await pickOrganisations(desk.database, { q: name.slice(1) })).data).toContainEqual({
    id: seller.supplierId,
    name,
  });
});

test('the goods of a brand go on behind the first page, each once, as long as they are for sale', async () => {
  const { id } = await desk.by(keeper, (tx) => enterBrand(tx, { ...FORM, slug: 'many' }));
  await desk.by(keeper, (tx) =>
    grantLicence(tx, id, {
      ...{ supplierId: seller.supplierId, productId: null, validFrom: '2020-01-01', validUntil: '2099-12-31' },
      evidence: '示例授权书 2 号',
    }),
  );
  await desk.rows(
    `with made as (
       insert into catalogue.product (reference, slug, name_zh, name_en, description_zh, description_en, category, region_code,
                                      harvest_months, storage, perishable, recommended_rank)
       select 'many-' || nth, 'many-' || nth, '山货' || nth, 'Good ' || nth, '', '', 'fruit', '610629', '{}', 'ambient', false, nth / 2
         from generate_series(1, 30) as nth returning id
     ), packed as (
       insert into catalogue.sku (product_id, supplier_id, pack, price_fen) select id, $1, '500g', 100 from made
     )
     insert into admission.listing_approval (supplier_id, product_id, dossier_version, approved_at, approved_by)
     select $1, id, 1, now(), 'test' from made`,
    [seller.supplierId],
  );
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listBrandProducts(desk.database, 'many', { limit: 7, ...(cursor ? { cursor } : {}) });
    seen.push(...page.data.map(({ slug }) => slug));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect([seen.length, new Set(seen).size]).toEqual([31, 31]);
  expect((await readBrand(desk.database, 'many')).products.map(({ slug }) => slug)).toEqual(seen.slice(0, 24));
});
