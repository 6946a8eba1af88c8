// A catalogue of any size made of the real one: each product again and again under other brands and in other grades, by
// suppliers who may sell it.

const brands =
  '拾穗云 梦岭禾 望朔田 云栖禾 塬上谷 青岚坡 雪域源 黄土香 草原牧 星垂野 暖泉村 石板寨 花溪畔 长河湾 古道坊 晨露园 高坡红 碧罗山 沙枣林 白桦沟 银滩乡 赤水渡 山月集 松涛岭 秋收场 谷雨轩 稻香川 竹海居 梨花坞 金穗塬'.split(
    ' ',
  );
const grades = '特级 一级 精选 礼盒 家庭装 尝鲜装 整箱 散装 小包装 大包装 老树 头茬 新采 原浆 手作'.split(' ');
/** Each real product so many times at most: every brand in every grade. */
export const variants = brands.length * grades.length;

/** @param {readonly string[]} words */
const list = (words) => `array[${words.map((word) => `'${word}'`).join(',')}]`;

/**
 * Writes products up to the number wanted, with packs, approvals and documents, by SQL and without foreign keys being asked:
 * what is measured then runs as always.
 *
 * @param {{ query(sql: string, values?: unknown[]): Promise<{ rows: any[] }> }} owner a connection of the database's owner
 * @param {number} wanted products in all
 */
export async function growCatalogue(owner, wanted) {
  await owner.query('set session_replication_role = replica');
  await owner.query(`
    create temp table if not exists bench_base as
      select row_number() over (order by product.reference) - 1 as base, product.* from catalogue.product
       where exists (select from catalogue.search_document where product_id = product.id);
    create temp table if not exists bench_supplier as
      select row_number() over (order by supplier_id) - 1 as n, supplier_id from admission.certification;
    create temp sequence if not exists bench_turn minvalue 0;
    drop table if exists bench_product`);
  await owner.query(
    `create temp table bench_product as
     with bases as (select count(*) as bases from bench_base), done as (select count(*) as done from catalogue.product)
     select uuidv7() as id, base.id as base_id, turn, base.base,
            (${list(brands)})[1 + turn / bases % ${brands.length}] as brand,
            (${list(grades)})[1 + turn / bases / ${brands.length} % ${grades.length}] as grade
       from bases, done, generate_series(0, $1::bigint - done - 1) step, lateral (select step + done as turn) at
       join bench_base base on true where base.base = (step + done) % bases`,
    [wanted],
  );
  await owner.query(`
    insert into catalogue.product (id, reference, slug, name_zh, name_en, description_zh, description_en, category, region_code,
        gi_kinds, gi_source, harvest_months, shelf_life_days, storage, perishable, sc_class, sold_count, recommended_rank, search_text)
      select made.id, 'bench-' || turn, left(base.slug, 60) || '-' || turn, brand || base.name_zh || grade, base.name_en || ' ' || turn, '', '',
             base.category, base.region_code, base.gi_kinds, base.gi_source, base.harvest_months, base.shelf_life_days, base.storage,
             base.perishable, base.sc_class, hashint8(turn) & 4095, turn, ''
        from bench_product made join bench_base base on base.id = made.base_id;
    create temp table bench_sku as
      select made.id as product_id, made.turn, supplier.supplier_id, 1000 + (hashint8(made.turn) & 32767) + nth * 50 as price_fen
        from bench_product made, generate_series(0, 1) nth, (select count(*) as many from bench_supplier) suppliers,
             lateral (select supplier_id from bench_supplier where n = (made.turn * 7 + nth * 3) % many) supplier
       where nth = 0 or made.turn % 3 = 0;
    insert into catalogue.sku (product_id, supplier_id, pack, net_grams, price_fen, stock_state)
      select product_id, supplier_id, '500g', 500, price_fen, 'inStock' from bench_sku;
    insert into admission.listing_approval (supplier_id, product_id, dossier_version, approved_at, approved_by)
      select supplier_id, product_id, 1, now(), 'bench' from bench_sku on conflict do nothing;
    drop index catalogue.search_document_terms;
    insert into catalogue.search_document (product_id, names, terms, category, region_code, province_code, prefecture_code, county_code,
        key_county, certificates, season_months, price_fen, supplier_ids, deliver_to, recommended_rank, sample)
      select made.id, '|' || made.brand || ltrim(base.names, '|'),
             array_to_tsvector(tsvector_to_array(base.terms) || array[left(made.brand, 2), right(made.brand, 2), made.grade]),
             base.category, base.region_code, base.province_code, base.prefecture_code, base.county_code, base.key_county, base.certificates,
             base.season_months, sku.price_fen, sku.suppliers, base.deliver_to, made.turn, uuid_hash(made.id) & 1023
        from bench_product made
        join catalogue.search_document base on base.product_id = made.base_id
        join (select product_id, min(price_fen) as price_fen, array_agg(distinct supplier_id) as suppliers from bench_sku group by 1) sku
          on sku.product_id = made.id;
    create index search_document_terms on catalogue.search_document using gin (terms);
    drop table bench_sku, bench_product`);
  await owner.query('set session_replication_role = origin');
  for (const table of ['catalogue.product', 'catalogue.sku', 'catalogue.search_document', 'admission.listing_approval'])
    await owner.query(`vacuum (analyze) ${table}`);
}

/** Questions people ask, wide and narrow, in all the ways of typing. */
export const questions = [
  '苹果',
  '静宁苹果',
  '牛肉',
  '枸杞',
  '小米',
  '定西土豆',
  'pingguo',
  'gouqi',
  'jnpg',
  '苟qi',
  '甘肃苹果',
  '螺蛳粉',
  '核桃',
  '羊肉',
  'mango',
  '猕猴桃',
  '拾穗云 小米',
  '火腿',
  '普洱茶',
  'honey',
];

const asked = (/** @type {string} */ q) => encodeURIComponent(q);
/** @type {Record<'list' | 'text' | 'facets', string[]>} */
export const searchPaths = {
  list: ['/api/v1/products?limit=24'],
  text: questions.map((q) => `/api/v1/products?q=${asked(q)}&limit=24`),
  facets: questions.map((q) => `/api/v1/search/facets?q=${asked(q)}`),
};

/** As a box asks while somebody types: every beginning of every question. */
export const typing = questions.flatMap((question) =>
  [...question].map(
    (_, at) =>
      `/api/v1/search/suggestions?q=${asked(
        [...question]
          .slice(0, at + 1)
          .join('')
          .trim(),
      )}`,
  ),
);
