import type { InputOf, searching } from '@xihuo/contract';
import { statement, type Statement } from '@xihuo/platform';
import type { ProductPlace } from '../../rules/product-cursor';
import type { Photo } from '../product.sql';
import { wholesaleOf, type WholesaleRow } from '../wholesale';
import { isForBusiness, knownTerm, termNow } from './business-order';
import { onShelf } from './glance';
import {
  conditionsOf,
  forSale,
  given,
  packsForSale,
  Parameters,
  priceNow,
  restrictionOf,
  RIGHTS,
  sendsTo,
  shapeName,
  within,
  type Restriction,
  type ProductFilter,
} from './filter';
import { relevance } from './relevance';
import { inSeason } from './season';

export interface ProductListRow {
  slug: string;
  name_zh: string;
  name_en: string;
  category: InputOf<'GET /products'>['query']['category'] & string;
  region_code: string;
  region_name: string;
  province_name: string;
  price_from: bigint;
  /** Whose price that is. */
  shown_supplier: string;
  wholesale: WholesaleRow;
  pack: string;
  net_grams: bigint | null;
  geographical_indication: boolean;
  photo: Photo | null;
  own_account: boolean;
  advertised: boolean;
  sold_count: bigint;
  supplier_count: number;
  /** 0 in stock, 1 low, 2 out: the best among the offers. */
  best_stock: number;
  sort_key: bigint;
  sort_id: string;
}

export type Sort = (typeof searching.PRODUCT_SORTS)[number];

interface Order {
  key: string;
  direction: 'asc' | 'desc';
  from: string;
}

const DOCUMENTS = 'catalogue.search_document doc';
const WITH_SALES = `${DOCUMENTS} join catalogue.product sold on sold.id = doc.product_id`;

/** A page of the usual length, and one to see whether there is more. */
const USUAL_ROWS = 25;

export interface Wanted {
  sort: Sort;
  filter: ProductFilter;
  after?: ProductPlace;
  rows: number;
  /** Only so many products are looked at, the first in the order: a page that is not full says nothing then. */
  glance?: number;
}

/** No card is wider, also where two dots are drawn for one. */
const CARD_PHOTO_WIDTH = 640;

/**
 * The labels of a card, and the first photograph of the seller whose price it shows. Name and mark of a place, and 自营, are those of the seller whose price it shows; somebody who sells it paid
 * for a better place of it, on this day (电子商务法 art. 37, 40). Each is asked card by card (`offset 0` keeps it so): as a set of their own
 * all marks and all listings there are would be read for every page.
 *
 * @param offer what `offered` says of it
 */
export const labelsOf = (offer: string): string => `
           exists (select from catalogue.gi_right_v indication
                    where indication.product_id = product.id and indication.supplier_id = ${offer}.shown_supplier offset 0)
             as geographical_indication,
           exists (select from catalogue.listing_content own
                    where own.supplier_id = ${offer}.shown_supplier and own.product_id = product.id and own.own_account offset 0) as own_account,
           exists (select from catalogue.paid_placement placement
                    where placement.product_id = product.id and placement.supplier_id = any (${offer}.sellers)
                      and placement.ended_at is null
                      and (select (platform.business_now() at time zone 'Asia/Shanghai')::date)
                          between placement.starts_on and placement.ends_on offset 0) as advertised,
           (select json_build_object('width', picture.width, 'height', picture.height, 'sources', (
                     select json_agg(json_build_object('format', format, 'width', rendition.width, 'sha256', encode(sha256, 'hex'))
                                     order by array_position(array['avif', 'webp', 'jpeg'], format), rendition.width)
                       from catalogue.picture_rendition rendition
                      where rendition.picture_id = picture.id and rendition.format not in ('mp4', 'webm') and rendition.width <= ${CARD_PHOTO_WIDTH}))
              from catalogue.listing_content own
              join catalogue.picture on picture.id = (own.content -> 'pictures' ->> 0)::uuid and picture.state = 'ready'
             where own.supplier_id = ${offer}.shown_supplier and own.product_id = product.id offset 0) as photo,
           ${wholesaleOf(`${offer}.shown_sku`)} as wholesale`;

/**
 * One page of products that may be sold now. Every combination of order and usual filters is a statement of its own, so the
 * planner sees no filter that is not there. Without words, documents are read in order from an index and each asks for the
 * right to sell of its own offers, so a page costs a page, not the catalogue; what words find is sorted first, then asked.
 */
export function productPage({ sort, filter, after, rows, glance }: Wanted): {
  statement: Statement<ProductListRow>;
  values: unknown[];
} {
  const parameters = new Parameters();
  // A number that stands in the text: with one to be given, no plan is good enough to be kept, and each page is planned anew.
  const limit = Math.trunc(rows).toString();
  const sellers = restrictionOf(filter, parameters);
  const found = sort.startsWith('price')
    ? byPrice({ sort, filter, after, glance }, sellers, parameters, limit)
    : byKey({ sort, filter, after, glance }, sellers, parameters, limit);
  const direction = directionOf(sort);
  // Names of products and places are joined to the page, not to the catalogue it is cut from.
  const text = `with ${RIGHTS}
    select product.slug, product.name_zh, product.name_en, product.category, product.region_code,
           ${labelsOf('page')}, product.sold_count, page.*,
           origin.name as region_name, origin.province_name
      from (${found}) page
      join catalogue.product product on product.id = page.sort_id
      join registry.region_v origin on origin.code = product.region_code
     order by page.sort_key ${direction}, page.sort_id ${direction}`;
  const more = after === undefined ? [] : ['after'];
  const name = rows === USUAL_ROWS && glance === undefined ? shapeName(`products_${sort}`, filter, more) : '';
  return { statement: { name, text }, values: parameters.values };
}

const directionOf = (sort: Sort): Order['direction'] =>
  sort === 'sales' || sort === 'priceDesc' || sort === 'newest' ? 'desc' : 'asc';

function orderOf({ sort, filter }: Asked, sellers: Restriction, parameters: Parameters): Order {
  const direction = directionOf(sort);
  const { query } = filter;
  if (isForBusiness(sort)) {
    const key = isFoundFirst(sort, filter) ? termNow(sort, filter, sellers, parameters) : knownTerm(sort);
    return { key, direction, from: DOCUMENTS };
  }
  if (sort === 'sales') return { key: 'sold.sold_count', direction, from: WITH_SALES };
  if (sort === 'newest') return { key: '0::bigint', direction, from: DOCUMENTS };
  if (query === undefined) return { key: 'doc.recommended_rank', direction, from: DOCUMENTS };
  // What was typed comes first, the recommended order only between equals.
  const key = `(${relevance(query, parameters)}) * 1000000000000::bigint + doc.recommended_rank`;
  return { key, direction, from: DOCUMENTS };
}

type Asked = Omit<Wanted, 'rows'>;

function byKey(asked: Asked, sellers: Restriction, parameters: Parameters, limit: string): string {
  const { sort, filter, after, glance } = asked;
  const order = orderOf(asked, sellers, parameters);
  if (glance === undefined && isFoundFirst(sort, filter)) return foundFirst(asked, order, sellers, parameters, limit);
  const { key, direction } = order;
  const ahead = () => where(beyond(after, direction, parameters, key, 'doc.product_id'));
  const from =
    glance === undefined
      ? order.from
      : `(select * from ${order.from} ${ahead()} order by ${key} ${direction}, doc.product_id ${direction} limit ${glance}) doc`;
  const place =
    sort === 'newest' ? beyondId(after, parameters) : beyond(after, direction, parameters, key, 'doc.product_id');
  return `select offer.*, ${key} as sort_key, doc.product_id as sort_id
            from ${from} cross join lateral (${offersOfDocument(sellers)}) offer
           ${where([...alone(filter, parameters, glance), 'offer.supplier_count > 0', ...place])}
           order by ${sort === 'newest' ? '' : `${key} ${direction}, `}doc.product_id ${direction} limit ${limit}`;
}

/** What these leave is little beside the catalogue, or nothing: no order of all products is gone through for it. */
const isFoundFirst = (sort: Sort, { query, supplier, venue, certificate }: ProductFilter): boolean =>
  (query ?? supplier ?? venue) !== undefined || (isForBusiness(sort) && certificate !== undefined);

/** Finds all that is asked for, puts it in order, and reads the offers of one page. */
function foundFirst(
  { filter, after }: Asked,
  { key, direction, from }: Order,
  sellers: Restriction,
  parameters: Parameters,
  limit: string,
): string {
  const { supplier: seller, venue, ...others } = filter;
  const found = conditionsOf({ supplier: seller, venue }, parameters, filter);
  // With its own end the planner cannot hope to meet what is asked for early on a walk through everything.
  const apart = found.length === 0 ? '' : `(select * from ${DOCUMENTS} ${where(found)} offset 0) doc`;
  const keyed = `select doc.product_id, doc.product_id as sort_id, ${key} as sort_key, doc.supplier_ids, doc.wants_certificate
                   from ${apart === '' ? from : from.replace(DOCUMENTS, apart)} ${where([...conditionsOf(others, parameters, filter), forSale(sellers.supplier)])}`;
  return `select offer.*, doc.sort_key, doc.sort_id
            from (select * from (${keyed}) every ${where(beyond(after, direction, parameters))}
                   order by sort_key ${direction}, sort_id ${direction} limit ${limit}) doc
            cross join lateral (${offersOfDocument(sellers)}) offer`;
}

/**
 * Prices are those that may be asked now. Where all of a kind is wanted the offers are read in their order; else what is asked for
 * is found first, and documents know the price of all but those of whose sellers one may not sell.
 */
function byPrice(asked: Asked, sellers: Restriction, parameters: Parameters, limit: string): string {
  const { sort, filter, after } = asked;
  const direction = directionOf(sort);
  const wide = given(filter).every((name) => name === 'category' || name === 'season' || name === 'price');
  if (!wide && asked.glance === undefined)
    return foundFirst(asked, { key: priceNow(sellers), direction, from: DOCUMENTS }, sellers, parameters, limit);
  const { price, ...others } = filter;
  const range = price === undefined ? [] : [within(price, 'cheapest.price_fen', parameters)];
  const place = beyond(after, direction, parameters, 'cheapest.price_fen', 'doc.product_id');
  return `select offer.*, cheapest.price_fen as sort_key, doc.product_id as sort_id
            from ${firstOf(asked, direction, sellers, parameters)} join ${DOCUMENTS} on doc.product_id = cheapest.product_id
            cross join lateral (${offersOfDocument(sellers)}) offer
           ${where([...alone(others, parameters, asked.glance), ...range, 'offer.supplier_count > 0', ...place])}
           order by cheapest.price_fen ${direction}, doc.product_id ${direction} limit ${limit}`;
}

function firstOf(
  { after, glance }: Asked,
  direction: Order['direction'],
  sellers: Restriction,
  parameters: Parameters,
): string {
  if (glance === undefined) return cheapest(sellers);
  return `(select * from ${cheapest(sellers)} ${where(beyond(after, direction, parameters, 'price_fen', 'product_id'))}
         order by price_fen ${direction}, product_id ${direction} limit ${glance}) cheapest`;
}

/** Conditions on documents of a walk; at a glance each is asked what stands in a venue, which may be a fifth of all. */
function alone({ venue, ...others }: ProductFilter, parameters: Parameters, glance: number | undefined): string[] {
  if (venue === undefined || glance === undefined) return conditionsOf({ venue, ...others }, parameters);
  return [...conditionsOf(others, parameters), onShelf(venue, parameters)];
}

const where = (conditions: readonly string[]): string =>
  conditions.length === 0 ? '' : `where ${conditions.join('\n             and ')}`;

function beyond(
  after: ProductPlace | undefined,
  direction: Order['direction'],
  parameters: Parameters,
  key = 'sort_key',
  id = 'sort_id',
): string[] {
  if (after === undefined) return [];
  const sign = direction === 'asc' ? '>' : '<';
  return [`(${key}, ${id}) ${sign} (${parameters.add(after.key, 'bigint')}, ${parameters.add(after.id, 'uuid')})`];
}

const beyondId = (after: ProductPlace | undefined, parameters: Parameters): string[] =>
  after === undefined ? [] : [`doc.product_id < ${parameters.add(after.id, 'uuid')}`];

/** What a card says of a product's offers that may sell now. @param sellers where those of whom it speaks stand, null all */
export function offersOf(product: string, sellers: string): string {
  return `
        ${offered('sku_id')}
          from catalogue.offer_v
         where offer_v.product_id = ${product} and for_sale and (${sellers} is null or offer_v.supplier_id = any (${sellers}))`;
}

const offersOfDocument = (sellers: Restriction): string => `
        ${offered('sku.id')}
          from ${packsForSale(sellers)}`;

const offered = (sku: string): string =>
  `select min(price_fen) as price_from, count(distinct supplier_id)::integer as supplier_count,
               (array_agg(supplier_id order by price_fen, ${sku}))[1] as shown_supplier,
               (array_agg(${sku} order by price_fen, ${sku}))[1] as shown_sku, array_agg(supplier_id) as sellers,
               (array_agg(pack order by price_fen, ${sku}))[1] as pack,
               (array_agg(net_grams order by price_fen, ${sku}))[1] as net_grams,
               min(case stock_state when 'inStock' then 0 when 'low' then 1 else 2 end) as best_stock`;

/** Each product once, at its lowest price that may be sold now by those who deliver to the place, and who harvest it, if that is asked. */
function cheapest({ places, season }: Restriction): string {
  const sent = (offer: string) =>
    (places === null ? '' : ` and ${sendsTo(`${offer}.supplier_id`, places)}`) +
    (season ? ` and ${inSeason(`${offer}.product_id`, `${offer}.supplier_id`)}` : '');
  return `(
        select sku_id, product_id, price_fen from catalogue.offer_v
         where for_sale${sent('offer_v')}
           and not exists (select from catalogue.offer_v cheaper
                            where cheaper.product_id = offer_v.product_id and cheaper.for_sale${sent('cheaper')}
                              and (cheaper.price_fen, cheaper.sku_id) < (offer_v.price_fen, offer_v.sku_id))
      ) cheapest`;
}

export const categoryCounts = statement<{ category: ProductListRow['category']; products: number }>(
  'catalogue.category_counts',
  `select category, count(*)::integer as products from catalogue.product
    where exists (select from catalogue.offer_v where offer_v.product_id = product.id and for_sale)
    group by category`,
);
