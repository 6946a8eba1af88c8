import type { Database, Statement } from '@xihuo/platform';
import { openProductDesk, type ProductDesk, type Seller } from '@xihuo/testing';
import { findListings } from '../listing/label';
import { indexAll } from '../search/index-products';
import { pickOrganisations, pickProducts } from './pick';

let desk: ProductDesk;
let seller: Seller;
let rare: Seller;
beforeAll(async () => {
  desk = await openProductDesk();
  [seller, rare] = [await desk.seller(), await desk.seller()];
  await desk.rows(`update catalogue.product set name_zh = '稀罕沙棘果', name_en = 'Rare buckthorn' where id = $1`, [
    rare.productId,
  ]);
});
afterAll(() => desk?.close());

interface Plan {
  'Shared Hit Blocks': number;
  'Shared Read Blocks': number;
}

/** What reading touches of the database, and the plans by which. */
async function readsOf(work: (reader: Database) => Promise<unknown>): Promise<{ buffers: number; plans: string }> {
  let buffers = 0;
  const plans: string[] = [];
  const reader = {
    async read<Row>(wanted: Statement<Row>, values: unknown[] = []) {
      const rows = await desk.database.read(wanted, values);
      const explained = await desk.database.pool.query<{ 'QUERY PLAN': { Plan: Plan }[] }>({
        text: `explain (analyze, buffers, timing off, format json) ${wanted.text}`,
        values,
      });
      const { Plan: plan } = explained.rows[0]!['QUERY PLAN'][0]!;
      buffers += plan['Shared Hit Blocks'] + plan['Shared Read Blocks'];
      plans.push(JSON.stringify(plan));
      return rows;
    },
  };
  await work(reader as unknown as Database);
  return { buffers, plans: plans.join('\n') };
}

/** So many more products of one supplier and as many organisations, indexed as a change is. */
async function grow(count: number): Promise<void> {
  await desk.rows(
    `with made as (
       insert into catalogue.product (reference, slug, name_zh, name_en, description_zh, description_en, category, region_code,
                                      harvest_months, storage, perishable, recommended_rank)
       select 'grown-' || nth, 'grown-' || nth, '山货' || nth, 'Good ' || nth, '', '', 'fruit', '610629', '{}', 'ambient', false, nth
         from generate_series((select count(*) from catalogue.product), (select count(*) from catalogue.product) + $2::integer) as nth
       returning id
     ), packed as (
       insert into catalogue.sku (product_id, supplier_id, pack, price_fen) select id, $1, '500g', 100 from made
     ), named as (
       insert into registry.organisation (reference, kind, name_zh, name_en)
       select 'grown-' || id, 'cooperative', '合作社' || id, 'Cooperative' from made
     )
     insert into admission.listing_approval (supplier_id, product_id, dossier_version, approved_at, approved_by)
     select $1, id, 1, now(), 'test' from made`,
    [seller.supplierId, count],
  );
  await desk.does(indexAll);
  await desk.rows('vacuum analyze');
}

test('what an operator picks from is found by an index, however much there is', async () => {
  const { name } = (await pickOrganisations(desk.database, { q: '合作社' })).data[0] ?? { name: '合作社' };
  const read = async () => ({
    rare: await readsOf((reader) => pickProducts(reader, { q: '沙棘' })),
    common: await readsOf((reader) => pickProducts(reader, { q: '山货' })),
    nothing: await readsOf((reader) => pickProducts(reader, {})),
    listings: await readsOf((reader) => findListings(reader, '稀罕沙棘')),
    organisations: await readsOf((reader) => pickOrganisations(reader, { q: name })),
  });
  await grow(800);
  const few = await read();
  await grow(7_200);
  const many = await read();
  for (const [picker, { buffers, plans }] of Object.entries(many)) {
    const before = few[picker as keyof typeof few].buffers;
    process.stdout.write(`picker ${picker}: ${before} buffers of 800 products, ${buffers} of 8,000\n`);
    // Nothing is read from end to end, and ten times as much is hardly more to read.
    const whole = /"Seq Scan"[^{}]*"Relation Name":"(product|sku|organisation)"/;
    expect([picker, whole.test(plans)]).toEqual([picker, false]);
    expect([picker, buffers < 3 * before + 100]).toEqual([picker, true]);
  }
}, 120_000);

test('they find by any part of a name, by pinyin, and what is not approved yet by how its name begins', async () => {
  const slugs = async (q: string) => (await pickProducts(desk.database, { q })).data.map(({ name }) => name.zh);
  expect(await slugs('稀罕')).toEqual(['稀罕沙棘果']);
  await desk.approved(rare);
  await desk.does(indexAll);
  for (const typed of ['沙棘果', 'shaji', 'buckthorn']) expect(await slugs(typed)).toEqual(['稀罕沙棘果']);
  const listed = (await findListings(desk.database, '沙棘')).data.map(({ supplier }) => supplier.id);
  expect(listed).toEqual([rare.supplierId]);
});

test('a supplier is found by its name, and signs that mean nothing find nothing', async () => {
  const [organisation] = await desk.rows<{ name: string }>(
    'select name_zh as name from registry.organisation where id = $1',
    [rare.supplierId],
  );
  const { data } = await findListings(desk.database, organisation!.name);
  expect(data.map(({ product }) => product.id)).toContain(rare.productId);
  for (const typed of ["%'_", '  ', '%%', '｡'])
    expect([
      (await findListings(desk.database, typed)).data,
      (await pickOrganisations(desk.database, { q: typed })).data,
    ]).toEqual([[], []]);
});
