import { searching } from '@xihuo/contract';
import type { Statement } from '@xihuo/platform';
import { regionRange } from '../../rules/region-range';
import {
  ANYBODY,
  BARRED,
  conditionsOf,
  given,
  HOLDERS,
  mustAsk,
  packsForSale,
  Parameters,
  priceNow,
  restrictionOf,
  RIGHTS,
  shapeName,
  within,
  without,
  type FilterName,
  type ProductFilter,
} from './filter';
import { IN_SEASON, inSeason } from './season';

const { PRICE_BANDS, SEARCH_FILTERS } = searching;

/** From so many on not all are counted: what a page of filters costs must not grow with the catalogue. */
export const EXACT_UP_TO = 5_000;
/** So far it is looked how many there are. */
const LOOKED_UP_TO = 20_000;
const SAMPLES = 1_024;

/** `all`, or all filters but one. */
type SetName = 'all' | (typeof SEARCH_FILTERS)[number];
export type SetSizes = Partial<Record<SetName, number>> & { documents: number };

export interface FacetRow {
  /** Everything was counted; false where nothing was, since there is too much of it. */
  whole: boolean;
  total: number;
  categories: { value: string; products: number }[];
  regions: { value: string; name: string; products: number }[];
  certified: { value: string; products: number }[];
  prices: { band: number; products: number }[];
  suppliers: { value: string; name: string; products: number }[];
  /** Provinces of the mainland, all of them; of the chosen one also what lies right below it. */
  places: { value: string; name: string; products: number }[];
  everywhere: number;
  season: number;
  key_county: number;
  without: { filter: SetName; products: number }[];
}

/** Every set that something is counted in: what all filters leave, and what each of them keeps away from that. */
function setsOf(filter: ProductFilter): SetName[] {
  const names = given(filter) as FilterName[];
  return ['all', ...SEARCH_FILTERS.filter((name) => names.includes(name))];
}

const exceptOf = (set: SetName): FilterName | undefined => (set === 'all' ? undefined : set);

const allOf = (conditions: readonly string[]): string => (conditions.length === 0 ? 'true' : conditions.join(' and '));

/** How large the sets are, as far as it matters. */
export function setSizes(filter: ProductFilter): { statement: Statement<SetSizes>; values: unknown[] } {
  const parameters = new Parameters();
  const counts = setsOf(filter).map(
    (set) => `(select count(*)::integer from (select from catalogue.search_document doc
                where ${allOf(conditionsOf(without(filter, exceptOf(set)), parameters))} limit ${LOOKED_UP_TO}) counted) as "${set}"`,
  );
  const text = `with ${RIGHTS} select ${counts.join(', ')},
    greatest((select reltuples from pg_class where oid = 'catalogue.search_document'::regclass), 1)::integer as documents`;
  return { statement: { name: '', text }, values: parameters.values };
}

/** How many of 1024 parts of a set are looked at; all where it is small enough to be counted. */
export function partsOf(size: number, documents: number): number {
  if (size <= EXACT_UP_TO) return SAMPLES;
  const likely = size < LOOKED_UP_TO ? size : Math.max(documents, size);
  return Math.max(1, Math.round((SAMPLES * EXACT_UP_TO) / likely));
}

/**
 * All counts in one statement, of what is for sale at this instant. Every set is read once, and what is alike in it is put
 * together before anything is counted. What a statement says once costs it once to begin: the right to sell stands in it once a set.
 *
 * @param sizes absent for the first try: every set is read as far as it may be counted one by one, and where one goes further
 *   nothing is counted (`whole` is false) and the sizes are to be asked for
 */
export function facetCounts(
  filter: ProductFilter,
  sizes?: SetSizes,
): { statement: Statement<FacetRow>; values: unknown[] } {
  const parameters = new Parameters();
  const sets = setsOf(filter);
  const parts = (set: SetName) => (sizes === undefined ? SAMPLES : partsOf(sizes[set] ?? 0, sizes.documents));
  const reads = sets.map((set) => {
    const some = parts(set) === SAMPLES ? [] : [`doc.sample < ${parameters.add(parts(set), 'integer')}`];
    const all = allOf([...conditionsOf(without(filter, exceptOf(set)), parameters), ...some]);
    return `"read_${set}" as materialized (select ${readOf(without(filter, exceptOf(set)), parameters)}, ${levelBelow(filter.region)} as place
       from catalogue.search_document doc where ${all} ${sizes === undefined ? `limit ${EXACT_UP_TO + 1}` : ''})`;
  });
  const fits = sets.map((set) => `(select count(*) from "read_${set}") <= ${EXACT_UP_TO}`).join(' and ');
  const groups = sets.map(
    (set) => `${soldOf(set, without(filter, exceptOf(set)), parameters)},
    "by_${set}" as materialized (
      select category, place, band, season, key_county, deliver_to, count(*) as products from "of_${set}" doc group by 1, 2, 3, 4, 5, 6)`,
  );
  /** Counted beside the other filters, so that one may choose again. */
  const from = (name: (typeof SEARCH_FILTERS)[number]): SetName => (sets.includes(name) ? name : 'all');
  const counted = (set: SetName, what: string) =>
    `coalesce(round(${what}${parts(set) === SAMPLES ? '' : ` * ${SAMPLES / parts(set)}`}), 0)::integer`;
  const list = (set: SetName, select: string, rest: string, table = `"by_${set}"`) =>
    `coalesce((select json_agg(item) from (select ${select}, ${counted(set, 'sum(products)')} as products from ${table} ${rest}) item), '[]')`;
  const one = (set: SetName, condition: string) =>
    `(select ${counted(set, `sum(products) filter (where ${condition})`)} from "by_${set}")`;
  const marked = from('certificate');
  // Who sells it has all else that is asked of a seller: the same one has the paper and asks that price.
  const marks = `(select held.kind, count(distinct doc.product_id) as products
      from "of_${marked}" doc join (select * from ${HOLDERS} where exists (select from "of_${marked}")) held
        on ${['held.product_id = doc.product_id and held.supplier_id = any(doc.supplier_ids)', ...pricedSo('held.supplier_id', filter, parameters)].join(' and ')} group by 1) marked`;
  // Goods of the same sellers are put together, and names are asked for those that are shown.
  const sellers = `(select ${sellersOf(filter, parameters)} as supplier_ids, count(*) as products from "of_${from('supplier')}" doc group by 1) sold`;
  const region = filter.region === undefined ? '' : regionWithin(filter.region, parameters);
  const delivered = `(select province.code, province.name, given.products
      from registry.region_v province
      left join (select unnest(deliver_to) as area, products from "by_${from('deliverTo')}") given on given.area = province.code
     where province.level = 'province' and province.code < '700000'
     ${citiesOf(filter, from('deliverTo'), parameters)}) delivered`;
  const text = `with ${RIGHTS}, ${reads.join(',\n')},
    whole as materialized (select ${sizes === undefined ? fits : 'true'} as fits),
    ${groups.join(',\n')}
    select (select fits from whole) as whole, (select ${counted('all', 'sum(products)')} from by_all) as total,
      ${list(from('category'), 'category as value', 'group by category order by products desc, category')} as categories,
      ${list(from('region'), 'place as value, (select name from registry.region_v where code = place) as name', `${region} group by place order by products desc, place limit 60`)} as regions,
      ${list(from('certificate'), 'kind as value', 'group by kind', marks)} as certified,
      ${list(from('price'), 'band', 'group by band order by band')} as prices,
      ${list(from('supplier'), 'seller as value, (select name_zh from registry.organisation_v where id = seller) as name', `cross join lateral unnest(supplier_ids) as seller where seller not in ${BARRED} group by seller order by products desc, seller limit 12`, sellers)} as suppliers,
      ${list(from('deliverTo'), 'code as value, name', 'group by 1, 2 order by 1', delivered)} as places,
      ${one(from('deliverTo'), 'deliver_to is null')} as everywhere,
      ${one(from('season'), 'season')} as season,
      ${one(from('keyCounty'), 'key_county')} as key_county,
      json_build_array(${sets
        .filter((set) => set !== 'all')
        .map(
          (set) =>
            `json_build_object('filter', '${set}', 'products', (select ${counted(set, 'sum(products)')} from "by_${set}"))`,
        )
        .join(', ')}) as without`;
  return {
    statement: { name: sizes === undefined ? shapeName('facets', filter) : '', text },
    values: parameters.values,
  };
}

/**
 * What lies right below the province that is delivered to: its prefectures, or its counties where it has none. What goes to the whole
 * province goes there too, and a document with both is one document.
 */
function citiesOf({ deliverTo }: ProductFilter, set: SetName, parameters: Parameters): string {
  const province = deliverTo?.at(-1);
  if (province === undefined) return '';
  return `union all
    select city.code, city.name, given.products
      from registry.region_v city
      left join (select deliver_to, sum(products)::bigint as products from "by_${set}" where deliver_to is not null group by 1) given
        on given.deliver_to && array[city.code, city.parent_code]
     where city.parent_code = ${parameters.add(province, 'text')}`;
}

/** The price a seller asks is one of those asked for. @param seller where its id stands */
const pricedSo = (seller: string, { price }: ProductFilter, parameters: Parameters): string[] =>
  price === undefined ? [] : [within(price, priceNow({ ...ANYBODY, supplier: seller }), parameters)];

/** Those of a document's sellers who ask such a price; all else holds of those it was left with. */
function sellersOf(filter: ProductFilter, parameters: Parameters): string {
  const asked = pricedSo('seller', filter, parameters);
  if (asked.length === 0) return 'supplier_ids';
  return `array(select seller from unnest(doc.supplier_ids) seller where ${asked.join(' and ')})`;
}

const BAND = `array[${PRICE_BANDS.join(',')}]::bigint[]) - 1 as band`;

/** What is counted of a document, and no more of it; `asked` are those that do not say it of the sellers whom all holds of. */
function readOf(filter: ProductFilter, parameters: Parameters): string {
  const { price, season } = filter;
  // Beside a price the season is counted of those who ask that price in it.
  const asked = mustAsk({ ...filter, season: season ?? price !== undefined }, parameters);
  return `doc.product_id, doc.category, doc.supplier_ids, doc.key_county, doc.wants_certificate,
    ${IN_SEASON} as season, doc.deliver_to, width_bucket(doc.price_fen, ${BAND}, ${asked} as asked`;
}

/**
 * Of what was read, what is for sale now. Most documents say it themselves, and are taken as they were read; of those that do not,
 * sellers, price, season and places are put together from the packs of those whom all holds of that is asked of a seller.
 */
function soldOf(set: SetName, filter: ProductFilter, parameters: Parameters): string {
  const said = 'doc.product_id, doc.category, doc.key_county, doc.wants_certificate, doc.place';
  // Where nobody harvests it, and where its only seller does, nobody is asked.
  const harvested = `doc.season and (cardinality(doc.supplier_ids) = 1 or ${inSeason('sku.product_id', 'sku.supplier_id')})`;
  const season =
    filter.price === undefined
      ? `bool_or(${harvested})`
      : `coalesce(${within(filter.price, `min(sku.price_fen) filter (where ${harvested})`, parameters)}, false)`;
  return `"live_${set}" as materialized (
      select ${said}, live.season, live.sellers as supplier_ids, areas.deliver_to, width_bucket(live.price_fen, ${BAND}
        from (select * from "read_${set}" doc where asked and (select fits from whole)) doc
       cross join lateral (select min(sku.price_fen) as price_fen, array_agg(distinct sku.supplier_id) as sellers, ${season} as season
                             from ${packsForSale(restrictionOf(filter, parameters))}) live
       cross join lateral (
         select case when bool_or(area.region_code is null) then null else array_agg(distinct area.region_code) end as deliver_to
           from unnest(live.sellers) seller left join catalogue.delivery_area area on area.supplier_id = seller) areas
       where live.price_fen is not null),
    "of_${set}" as not materialized (
      select ${said}, doc.season, doc.supplier_ids, doc.deliver_to, doc.band from "read_${set}" doc
       where (select fits from whole) and not doc.asked and cardinality(doc.supplier_ids) > 0 union all select * from "live_${set}")`;
}

/** One level below what was chosen; where nothing lies below, its neighbours. */
function levelBelow(region: string | undefined): string {
  if (region === undefined) return 'doc.province_code';
  return region.endsWith('0000')
    ? 'coalesce(doc.prefecture_code, doc.county_code, doc.province_code)'
    : 'coalesce(doc.county_code, doc.region_code)';
}

function regionWithin(region: string, parameters: Parameters): string {
  const scope = region.endsWith('00') ? region : `${region.slice(0, 4)}00`;
  const { from, to } = regionRange(scope);
  return `where place between ${parameters.add(from, 'text')} and ${parameters.add(to, 'text')}`;
}
