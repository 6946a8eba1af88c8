import { searching } from '@xihuo/contract';
import type { Statement } from '@xihuo/platform';
import { regionRange } from '../../rules/region-range';
import {
  CERTIFIED,
  conditionsOf,
  FOR_SALE,
  given,
  Parameters,
  RECOGNISED,
  THIS_MONTH,
  type FilterName,
  type ProductFilter,
} from './filter';

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
  total: number;
  categories: { value: string; products: number }[];
  regions: { value: string; name: string; products: number }[];
  recognised: number;
  certified: { value: string; products: number }[];
  prices: { band: number; products: number }[];
  suppliers: { value: string; name: string; products: number }[];
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

/** How large the sets are, as far as it matters; planned for what was asked, since shapes are many. */
export function setSizes(filter: ProductFilter): { statement: Statement<SetSizes>; values: unknown[] } {
  const parameters = new Parameters();
  const counts = setsOf(filter).map(
    (set) => `(select count(*)::integer from (select from catalogue.search_document doc
                where ${allOf(conditionsOf(filter, parameters, exceptOf(set)))} limit ${LOOKED_UP_TO}) counted) as "${set}"`,
  );
  const text = `select ${counts.join(', ')},
    greatest((select reltuples from pg_class where oid = 'catalogue.search_document'::regclass), 1)::integer as documents`;
  return { statement: { name: '', text }, values: parameters.values };
}

/** How many of 1024 parts of a set are looked at; all where it is small enough to be counted. */
export function partsOf(size: number, documents: number): number {
  if (size <= EXACT_UP_TO) return SAMPLES;
  const likely = size < LOOKED_UP_TO ? size : Math.max(documents, size);
  return Math.max(1, Math.round((SAMPLES * EXACT_UP_TO) / likely));
}

/** All counts in one statement. What is counted is for sale at this instant. */
export function facetCounts(
  filter: ProductFilter,
  sizes: SetSizes,
): { statement: Statement<FacetRow>; values: unknown[] } {
  const parameters = new Parameters();
  const scale = (set: SetName) => SAMPLES / partsOf(sizes[set] ?? 0, sizes.documents);
  const sets = setsOf(filter);
  const tables = sets.map((set) => {
    const parts = partsOf(sizes[set] ?? 0, sizes.documents);
    const some = parts === SAMPLES ? [] : [`doc.sample < ${parameters.add(parts, 'integer')}`];
    return `"of_${set}" as materialized (select ${COLUMNS}, ${levelBelow(filter.region)} as place from catalogue.search_document doc
       where ${allOf([...conditionsOf(filter, parameters, exceptOf(set)), ...some, FOR_SALE])})`;
  });
  /** Counted beside the other filters, so that one may choose again. */
  const from = (name: (typeof SEARCH_FILTERS)[number]): SetName => (sets.includes(name) ? name : 'all');
  const counted = (set: SetName, what = 'count(*)') => `round(${what} * ${scale(set)})::integer`;
  const list = (set: SetName, select: string, rest: string) =>
    `coalesce((select json_agg(item) from (select ${select}, ${counted(set)} as products from "of_${set}" ${rest}) item), '[]')`;
  const one = (set: SetName, condition: string) =>
    `(select ${counted(set, `count(*) filter (where ${condition})`)} from "of_${set}")`;
  const region = filter.region === undefined ? '' : regionWithin(filter.region, parameters);
  const regions = from('region');
  const text = `with ${tables.join(',\n')}
    select (select ${counted('all')} from of_all) as total,
      ${list(from('category'), 'category as value', 'group by category order by products desc, category')} as categories,
      ${list(regions, 'place as value, region.name', `join registry.region_v region on region.code = place ${region} group by 1, 2 order by products desc, place limit 60`)} as regions,
      ${one(from('certificate'), 'recognised')} as recognised,
      ${list(from('certificate'), 'mark as value', 'cross join lateral (select distinct unnest(certified) as mark) marks group by mark')} as certified,
      ${list(from('price'), `width_bucket(price_fen, array[${PRICE_BANDS.join(',')}]::bigint[]) - 1 as band`, 'group by 1 order by 1')} as prices,
      ${list(from('supplier'), 'supplier.id as value, supplier.name_zh as name', 'cross join lateral unnest(supplier_ids) as seller join registry.organisation_v supplier on supplier.id = seller group by 1, 2 order by products desc, name limit 12')} as suppliers,
      ${list(from('deliverTo'), 'place.code as value, place.name', "join registry.region_v place on place.code = any(deliver_to) and place.level = 'province' group by 1, 2")} as places,
      ${one(from('deliverTo'), 'deliver_to is null')} as everywhere,
      ${one(from('season'), `season_months & ${THIS_MONTH} <> 0`)} as season,
      ${one(from('keyCounty'), 'key_county')} as key_county,
      json_build_array(${sets
        .filter((set) => set !== 'all')
        .map((set) => `json_build_object('filter', '${set}', 'products', (select ${counted(set)} from "of_${set}"))`)
        .join(', ')}) as without`;
  return { statement: { name: '', text }, values: parameters.values };
}

const COLUMNS = `doc.category, ${CERTIFIED} as certified, doc.price_fen, doc.season_months, doc.supplier_ids, doc.deliver_to,
       doc.key_county, doc.province_code, doc.prefecture_code, ${RECOGNISED} as recognised`;

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
  return `and place between ${parameters.add(from, 'text')} and ${parameters.add(to, 'text')}`;
}
