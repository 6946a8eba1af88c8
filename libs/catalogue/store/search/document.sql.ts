import { statement } from '@xihuo/platform';

/** Changes that wait, the oldest first; whoever takes them writes the documents in the same transaction. */
export const takeStale = statement<{ product_id: string }>(
  'catalogue.take_stale',
  `with taken as (
     delete from catalogue.search_stale where id in (
       select id from catalogue.search_stale order by anew, id limit $1 for update skip locked)
     returning product_id
   )
   select distinct product_id from taken`,
);

/** Everything is to be looked through; what changes meanwhile comes before it. */
export const markAllStale = statement(
  'catalogue.mark_all_stale',
  'insert into catalogue.search_stale (product_id, anew) select id, true from catalogue.product order by id',
);

export interface SourceRow {
  product_id: string;
  name_zh: string;
  name_en: string;
  category: string;
  region_code: string;
  recommended_rank: bigint;
  places: { code: string; name: string; level: 'province' | 'prefecture' | 'county'; pinyin: string }[];
  key_county: boolean;
  geographical_indication: boolean;
  harvest_months: number[];
  price_fen: bigint;
  suppliers: { id: string; name: string }[];
  deliver_to: string[] | null;
}

/** What documents are made of. What the law keeps from sale and what nobody offers has none. */
export const documentSources = statement<SourceRow>(
  'catalogue.document_sources',
  `select product.id as product_id, product.name_zh, product.name_en, product.category, product.region_code,
          product.recommended_rank, place.places, product.gi_kinds is not null as geographical_indication,
          product.harvest_months, offer.price_fen, offer.suppliers,
          exists (select from registry.listed_county_v listed
                   where listed.list = 'keyAssistedCounty' and listed.region_code = product.region_code
                     and listed.effective_to is null) as key_county,
          case when offer.everywhere then null else offer.deliver_to end as deliver_to
     from unnest($1::uuid[]) as given (id)
     join catalogue.product on product.id = given.id
     cross join lateral (
       select json_agg(json_build_object('code', code, 'name', name, 'level', level, 'pinyin', pinyin)) as places
         from registry.region_v
        where code in (product.region_code, left(product.region_code, 2) || '0000', left(product.region_code, 4) || '00')
     ) place
     cross join lateral (
       select min(price_fen) as price_fen, json_agg(distinct jsonb_build_object('id', supplier.id, 'name', supplier.name_zh)) as suppliers,
              bool_or(area.codes is null) as everywhere,
              array_agg(distinct code) filter (where code is not null) as deliver_to
         from catalogue.sku
         join registry.organisation_v supplier on supplier.id = sku.supplier_id
         left join lateral (select array_agg(region_code) as codes from catalogue.delivery_area
                             where delivery_area.supplier_id = sku.supplier_id) area on true
         left join lateral unnest(area.codes) as code on true
        where sku.product_id = product.id
     ) offer
    where product.sale_banned_reason is null and offer.price_fen is not null`,
);

/** $1 the documents, $2 all products that were looked at: what has no document any more loses the one it had. */
export const writeDocuments = statement(
  'catalogue.write_documents',
  `with given as (
     select * from json_to_recordset($1::json) as doc (
       product_id uuid, names text, terms text[], category text, region_code text, province_code text, prefecture_code text,
       county_code text, key_county boolean, certificates text[], season_months integer, price_fen bigint,
       supplier_ids uuid[], deliver_to text[], recommended_rank bigint)
   ), gone as (
     delete from catalogue.search_document
      where product_id = any($2::uuid[]) and product_id not in (select product_id from given)
   )
   insert into catalogue.search_document (product_id, names, terms, category, region_code, province_code, prefecture_code,
     county_code, key_county, certificates, season_months, price_fen, supplier_ids, deliver_to, recommended_rank, sample)
   select product_id, names, array_to_tsvector(terms), category, region_code, province_code, prefecture_code, county_code,
          key_county, certificates, season_months, price_fen, supplier_ids, deliver_to, recommended_rank,
          uuid_hash(product_id) & 1023
     from given order by product_id
   on conflict (product_id) do update set
     names = excluded.names, terms = excluded.terms, category = excluded.category, region_code = excluded.region_code,
     province_code = excluded.province_code, prefecture_code = excluded.prefecture_code, county_code = excluded.county_code,
     key_county = excluded.key_county, certificates = excluded.certificates, season_months = excluded.season_months,
     price_fen = excluded.price_fen, supplier_ids = excluded.supplier_ids, deliver_to = excluded.deliver_to,
     recommended_rank = excluded.recommended_rank`,
);

export const rankDocuments = statement(
  'catalogue.rank_documents',
  `update catalogue.search_document doc set recommended_rank = product.recommended_rank
     from catalogue.product
    where product.id = doc.product_id and product.recommended_rank <> doc.recommended_rank`,
);

/** Names of sellers and places, and words of names: only what is not known yet is written. */
export const writeNames = statement(
  'catalogue.write_search_names',
  `insert into catalogue.search_name (kind, key, label, names, terms)
   select kind, key, label, names, array_to_tsvector(terms)
     from json_to_recordset($1::json) as name (kind text, key text, label text, names text, terms text[]) order by kind, key
   on conflict (kind, key) do update set label = excluded.label, names = excluded.names, terms = excluded.terms
    where search_name.names <> excluded.names`,
);
export const writeWords = statement(
  'catalogue.write_search_words',
  `insert into catalogue.search_word (latin, shown, keys)
   select latin, shown, keys from json_to_recordset($1::json) as word (latin text, shown text, keys text[]) order by latin, shown
   on conflict (latin, shown) do nothing`,
);

/** How much may wait beside the index, in kB: little while people search, much while all is written anew. */
export const mayWait = statement<unknown>(
  'catalogue.may_wait',
  `select set_config('gin_pending_list_limit', $1, true)`,
);
export const settleTerms = statement<unknown>('catalogue.settle_terms', 'select catalogue.settle_search_terms()');
