import { statement } from '@xihuo/platform';

/**
 * Changes that wait, the oldest first; whoever takes them writes the documents in the same transaction. What is chosen is an array:
 * chosen inside an `in`, it may be chosen anew for every change there is, and with what is skipped a different one each time.
 * $2 how many take at once, a power of two, $3 which of them takes: all changes of a product fall to the same one, since of two
 * at once the one that read earlier might write later.
 */
export const takeStale = statement<{ product_id: string; changes: number }>(
  'catalogue.take_stale',
  `with taken as (
     delete from catalogue.search_stale where id = any(array(
       select id from catalogue.search_stale where uuid_hash(product_id) & ($2::integer - 1) = $3
          and (retry_at is null or retry_at <= platform.business_now())
        order by anew, id limit $1 for update skip locked))
     returning product_id
   )
   select product_id, count(*)::integer as changes from taken group by product_id`,
);

/** The change that comes first of a lane waits for an hour: alone it could not be written. What the index says of its product stays. */
export const putOff = statement<{ product_id: string }>(
  'catalogue.put_off_stale',
  `update catalogue.search_stale set retry_at = platform.business_now() + interval '1 hour'
    where id = (select id from catalogue.search_stale
                 where uuid_hash(product_id) & ($1::integer - 1) = $2 and (retry_at is null or retry_at <= platform.business_now())
                 order by anew, id limit 1 for update skip locked)
   returning product_id`,
);

/** Everything is to be looked through that does not wait for that already; what changes meanwhile comes before it. */
export const markAllStale = statement(
  'catalogue.mark_all_stale',
  `insert into catalogue.search_stale (product_id, anew)
   select id, true from catalogue.product
    where not exists (select from catalogue.search_stale waiting where waiting.anew and waiting.product_id = product.id)
    order by id`,
);

/** Counties that are key counties (乡村振兴重点帮扶县) on this day, by the dates of their list. */
const KEY_COUNTIES = `(
  select region_code from registry.listed_county_v cross join (select (platform.business_now() at time zone 'Asia/Shanghai')::date as day) today
   where list = 'keyAssistedCounty' and effective_from <= day and (effective_to is null or effective_to > day))`;

/** Of counties that came onto or left the list of key counties by its dates: no row of theirs changes on that day. */
export const markMovedCounties = statement(
  'catalogue.mark_moved_counties',
  `insert into catalogue.search_stale (product_id)
   select product_id from catalogue.search_document doc where doc.key_county <> (doc.county_code in ${KEY_COUNTIES})`,
);

export interface SourceRow {
  product_id: string;
  name_zh: string;
  name_en: string;
  category: string;
  region_code: string;
  recommended_rank: bigint;
  key_county: boolean;
  /** Of the product, for sellers who have no calendar of their own. */
  harvest_months: number[];
  /** Whose calendars count: those it has as sellers, or everybody who ever was one. */
  calendar_ids: string[];
  /** Some seller's words of it want a certificate. */
  wants_certificate: boolean;
  price_fen: bigint;
  /** Of the cheapest pack. */
  minimum_packs: number;
  /** Whose that is. */
  cheapest_id: string;
  supplier_ids: string[];
  /** Article numbers and GTINs of the packs they sell. */
  numbers: string[];
}

/**
 * What documents are made of. What the law keeps from sale has none, nor what nobody was ever approved to sell: a table of ten
 * thousand drafts is no matter of the search. Sellers are those with an opened pack and an approved listing, whether they may sell today
 * or not; their prices count, or everybody's where there is none any more. Whether one was approved is asked pack by pack: as a join it
 * would begin with every approval there is. In the order of ids, in which documents are written: two who
 * have the same products to write wait for each other in one direction only.
 */
export const documentSources = statement<SourceRow>(
  'catalogue.document_sources',
  `select product.id as product_id, product.name_zh, product.name_en, product.category, product.region_code,
          product.recommended_rank, product.harvest_months, offer.calendar_ids, offer.price_fen, offer.minimum_packs, offer.cheapest_id,
          offer.supplier_ids,
          offer.articles || offer.gtins as numbers,
          exists (select from catalogue.words_wanted wanted where wanted.product_id = product.id)
            or exists (select from catalogue.indication_named named where named.product_id = product.id) as wants_certificate,
          product.region_code in ${KEY_COUNTIES} as key_county
     from catalogue.product
     cross join lateral (
       select coalesce(min(price_fen) filter (where sells), min(price_fen)) as price_fen,
              (array_agg(minimum_order_packs order by sells desc, price_fen, id))[1] as minimum_packs,
              (array_agg(supplier_id order by sells desc, price_fen, id))[1] as cheapest_id,
              coalesce(array_agg(distinct supplier_id) filter (where sells), '{}') as supplier_ids,
              coalesce(array_agg(supplier_id) filter (where sells), array_agg(supplier_id)) as calendar_ids,
              coalesce(array_agg(article_number) filter (where sells and article_number is not null), '{}') as articles,
              coalesce(array_agg(gtin) filter (where sells and gtin is not null), '{}') as gtins
         from (select sku.id, sku.supplier_id, sku.price_fen, sku.minimum_order_packs, sku.article_number, sku.gtin, opened and listing.supplier_id is not null as sells,
                      exists (select from admission.listing_right_v approved
                               where approved.supplier_id = sku.supplier_id and approved.product_id = sku.product_id) as approved
                 from catalogue.sku left join admission.open_listing_v listing using (supplier_id, product_id)
                where sku.product_id = product.id) pack
       having bool_or(approved)) offer
    where product.id = any($1::uuid[]) and product.sale_banned_reason is null
    order by product.id`,
);

/** Calendars that sellers of some products have published for them. */
export const calendarsOf = statement<{ product_id: string; supplier_id: string; months: number[] }>(
  'catalogue.document_calendars',
  `select product_id, supplier_id, catalogue.months_of(content, '{}') as months from catalogue.listing_content
    where product_id = any($1::uuid[]) and content ? 'harvestMonths'`,
);

/** What products share is read once for all of a batch. */
export const sellersOf = statement<{ id: string; name: string; areas: string[] | null; hours: number | null }>(
  'catalogue.document_sellers',
  `select id, name_zh as name, (select ship_within_hours from admission.sending_promise_v where supplier_id = id) as hours,
          (select array_agg(region_code order by region_code) from catalogue.delivery_area area where area.supplier_id = id) as areas
     from registry.organisation_v where id = any($1::uuid[])`,
);
export const placesOf = statement<{
  code: string;
  name: string;
  level: 'province' | 'prefecture' | 'county';
  pinyin: string;
}>('catalogue.document_places', 'select code, name, level, pinyin from registry.region_v where code = any($1::text[])');

const COLUMNS = [
  ...['names', 'terms', 'category', 'region_code', 'province_code', 'prefecture_code', 'county_code', 'key_county'],
  ...['season_months', 'price_fen', 'supplier_ids', 'deliver_to', 'recommended_rank', 'wants_certificate'],
  ...['minimum_packs', 'sending_hours'],
];
const of = (table: string): string => COLUMNS.map((column) => `${table}.${column}`).join(', ');

/** Documents that say something else than they did: nine indexes need not be told what they know. */
export const writeDocuments = statement(
  'catalogue.write_documents',
  `with given as materialized (
     select * from json_to_recordset($1::json) as given (
       product_id uuid, names text, terms tsvector, category text, region_code text, province_code text, prefecture_code text,
       county_code text, key_county boolean, season_months integer, price_fen bigint,
       supplier_ids uuid[], deliver_to text[], recommended_rank bigint, wants_certificate boolean,
       minimum_packs bigint, sending_hours bigint)
   ), changed as (
     update catalogue.search_document known set ${COLUMNS.map((column) => `${column} = given.${column}`).join(', ')}
       from given where given.product_id = known.product_id and (${of('given')}) is distinct from (${of('known')})
   )
   insert into catalogue.search_document (product_id, ${COLUMNS.join(', ')}, sample)
   select product_id, ${COLUMNS.join(', ')}, uuid_hash(product_id) & 1023
     from given where not exists (select from catalogue.search_document known where known.product_id = given.product_id)
    order by product_id`,
);

/** $1 all products that were looked at, $2 those with a document: the others lose the one they had. */
export const dropDocuments = statement(
  'catalogue.drop_documents',
  'delete from catalogue.search_document where product_id = any($1::uuid[]) and product_id <> all($2::uuid[])',
);

export const rankDocuments = statement(
  'catalogue.rank_documents',
  `update catalogue.search_document doc set recommended_rank = product.recommended_rank
     from catalogue.product
    where product.id = doc.product_id and product.recommended_rank <> doc.recommended_rank`,
);

/** Names of sellers and places, and words of names: nearly all are known, so that is asked first. */
export const newNames = statement<{ kind: 'supplier' | 'place'; key: string; label: string }>(
  'catalogue.new_search_names',
  `select * from json_to_recordset($1::json) as given (kind text, key text, label text)
    where not exists (select from catalogue.search_name known
                       where known.kind = given.kind and known.key = given.key and known.label = given.label)`,
);
export const writeNames = statement(
  'catalogue.write_search_names',
  `insert into catalogue.search_name (kind, key, label, names, terms)
   select kind, key, label, names, terms
     from json_to_recordset($1::json) as name (kind text, key text, label text, names text, terms tsvector) order by kind, key
   on conflict (kind, key) do update set label = excluded.label, names = excluded.names, terms = excluded.terms`,
);
export const newWords = statement<{ latin: string; shown: string }>(
  'catalogue.new_search_words',
  `select latin, shown from unnest($1::text[], $2::text[]) as given (latin, shown)
    where not exists (select from catalogue.search_word known where known.latin = given.latin and known.shown = given.shown)`,
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
