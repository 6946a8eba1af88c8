import { regionRange } from '../../rules/region-range';
import type { SearchQuery } from '../../rules/search/query';
import { hasCalendar, IN_SEASON, inSeason } from './season';

/** What a list of products may be narrowed by; each is one condition on a document. */
export interface ProductFilter {
  query?: SearchQuery;
  category?: string;
  /** GB/T 2260, of any level. */
  region?: string;
  supplier?: string;
  venue?: string;
  certificate?: string;
  /** Fen, both ends included. */
  price?: { from: bigint | null; to: bigint | null };
  /** In harvest this month, by the calendar of a seller of whom all else holds that is asked for. */
  season?: true;
  keyCounty?: true;
  /** A place, given with all that hold it. */
  deliverTo?: string[];
}

export type FilterName = keyof ProductFilter;

/** The place of a value among the parameters; every shape has its own list, so none is ever unused. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}

/** @param asked everything that is asked for: what a seller must have, the same seller has all of */
type Condition<Name extends FilterName> = (
  value: NonNullable<ProductFilter[Name]>,
  parameters: Parameters,
  asked: ProductFilter,
) => string;

/** A filter more is one line here, one in the contract, and what fills its column. */
const CONDITIONS: { [Name in FilterName]-?: Condition<Name> } = {
  query: ({ terms }, parameters) => `doc.terms @@ ${parameters.add(terms, 'tsquery')}`,
  category: (category, parameters) => `doc.category = ${parameters.add(category, 'text')}`,
  region: (region, parameters) => `doc.${levelOf(region)} = ${parameters.add(region, 'text')}`,
  supplier: (supplier, parameters) => `doc.supplier_ids @> array[${parameters.add(supplier, 'uuid')}]`,
  // Shelves are read as they stand: what an operator puts up is found at once, without another index run.
  // The venue is found before its shelves, so that those of all others are not gone through.
  venue: (venue, parameters, asked) => {
    const slug = parameters.add(venue, 'text');
    return `doc.product_id = any(array(select stands.product_id from catalogue.venue_product_v stands where stands.venue_id = ${venueAt(slug)}))
       and (not ${asksOfSellers(slug)} or ${sellsSo(asked, parameters)})`;
  },
  certificate: (certificate, parameters, asked) =>
    held(parameters.add(certificate, 'text'), supplierIn(asked, parameters)),
  price: (price, parameters, asked) => within(price, priceNow(restrictionOf(asked, parameters)), parameters),
  // A document puts the calendars of all its sellers together: of several each is asked.
  season: (_, parameters, asked) =>
    `${IN_SEASON} and (not (${mustAsk(asked, parameters)}) or ${sellsSo(asked, parameters)})`,
  keyCounty: () => 'doc.key_county',
  deliverTo: (places, parameters, asked) => {
    const somebody = reaches(deliversTo(supplierIn(asked, parameters)), parameters.add(places, 'text[]'));
    // With the season asked for, that asks it of one seller already.
    return (asked.certificate ?? asked.venue) === undefined || asked.season
      ? somebody
      : `${somebody} and ${sellsSo(asked, parameters)}`;
  },
};

/** What narrows the sellers of a document, as parameters: one supplier, those who have shown a certificate, who deliver somewhere, who harvest now. */
export interface Restriction {
  readonly supplier: string | null;
  readonly certificate: string | null;
  /** Codes of the places that hold the one that is delivered to. */
  readonly places: string | null;
  /** Slug of the open venue on whose shelves their offers stand. */
  readonly venue: string | null;
  readonly season: boolean;
}
export const ANYBODY: Restriction = { supplier: null, certificate: null, places: null, venue: null, season: false };

/** Where the supplier that is asked for stands, if one is. */
export const supplierIn = ({ supplier }: ProductFilter, parameters: Parameters): string | null =>
  supplier === undefined ? null : parameters.add(supplier, 'uuid');

export function restrictionOf(filter: ProductFilter, parameters: Parameters): Restriction {
  const { certificate, deliverTo, venue } = filter;
  return {
    supplier: supplierIn(filter, parameters),
    certificate: certificate === undefined ? null : parameters.add(certificate, 'text'),
    places: deliverTo === undefined ? null : parameters.add(deliverTo, 'text[]'),
    venue: venue === undefined ? null : parameters.add(venue, 'text'),
    season: filter.season === true,
  };
}

/** Somebody sells a document now of whom all holds that is asked of a seller. */
const sellsSo = (asked: ProductFilter, parameters: Parameters): string =>
  `exists (select from ${packsForSale(restrictionOf(asked, parameters))})`;

/** The id of an open venue. @param slug where it stands, as below */
export const venueAt = (slug: string): string =>
  `(select id from catalogue.venue_v where slug = ${slug} and state = 'open')`;
/** Whether it matters of a venue who sells; asked once a statement. */
const asksOfSellers = (slug: string): string =>
  `(select catalogue.asks_of_sellers(id) from catalogue.venue_v where slug = ${slug} and state = 'open')`;
/** The offer of a seller stands in a venue. @param seller where its id stands */
export const standsIn = (slug: string, product: string, seller: string): string =>
  `(not ${asksOfSellers(slug)} or exists (select from catalogue.venue_seller_v stands where stands.venue_id = ${venueAt(slug)}
        and stands.product_id = ${product} and stands.supplier_id = ${seller}))`;

/** What is delivered to these areas comes to one of these places. @param areas null is everywhere */
const reaches = (areas: string, places: string): string => `(${areas} is null or ${areas} && ${places})`;

/**
 * A seller delivers to one of these places. Those who do not are few, and read once a statement; asked seller by seller it was a third of
 * a page by price.
 *
 * @param seller where its id stands
 */
export const sendsTo = (seller: string, places: string): string =>
  `((${seller} in (select supplier_id from catalogue.delivery_area
                    group by supplier_id having not bool_or(region_code = any(${places})))) is not true)`;

/** A price between two, both included. @param price what is held against them */
export function within(
  { from, to }: NonNullable<ProductFilter['price']>,
  price: string,
  parameters: Parameters,
): string {
  return (
    [
      from === null ? [] : [`${price} >= ${parameters.add(from.toString(), 'bigint')}`],
      to === null ? [] : [`${price} <= ${parameters.add(to.toString(), 'bigint')}`],
    ]
      .flat()
      .join(' and ') || 'true'
  );
}

/**
 * Who may not sell, and of whom a document may say more, or less, than holds at this instant: changed since it was written, closed for
 * one of its sellers by a measure. They are few, and read once a statement, which begins with them however often it asks.
 */
export const RIGHTS = `barred as materialized (select supplier_id from admission.barred_supplier_v),
     doubt as materialized (select product_id from catalogue.search_stale where not anew
                            union all select product_id from admission.delisted_product_v)`;

/** Asked offer by offer: what is in doubt, and what is shown in words that a certificate must prove today. */
const IN_DOUBT = '(doc.wants_certificate or doc.product_id in (select product_id from doubt))';

/** Suppliers of whom nothing is for sale now. */
export const BARRED = '(select supplier_id from barred)';

/** A seller's offer of a document may be sold at this instant. @param seller where its id stands */
const sells = (seller: string): string => `case when ${IN_DOUBT}
      then exists (select from catalogue.offer_v live
                    where live.product_id = doc.product_id and live.supplier_id = ${seller} and live.for_sale)
      else ${seller} = any(doc.supplier_ids) and ${seller} not in ${BARRED} end`;

/**
 * Somebody who sells a document now has shown a certificate, or is recognised for it: certificates end, so they are asked live. Most
 * goods have none, which the first half says of all of them at once.
 *
 * @param kind where its name stands
 * @param supplier where the parameter stands, if it must be this one's
 */
export const held = (kind: string, supplier: string | null): string =>
  `doc.product_id in (select product_id from catalogue.seller_right_v where kind = ${kind})
       and exists (select from ${HOLDERS} where held.kind = ${kind} and ${holds(supplier)})`;

export const HOLDERS = 'catalogue.seller_right_v held';
/** @param supplier as above */
export const holds = (supplier: string | null): string =>
  `held.product_id = doc.product_id${supplier === null ? '' : ` and held.supplier_id = ${supplier}`} and ${sells('held.supplier_id')}`;

/**
 * Some offer of a document may be sold at this instant. Most goods have one seller: only where the first is barred are the others
 * looked at.
 *
 * @param supplier where the parameter stands, if it must be this one's
 */
export function forSale(supplier: string | null = null): string {
  const live = 'select from catalogue.offer_v where offer_v.product_id = doc.product_id and for_sale';
  if (supplier !== null) {
    return `case when ${IN_DOUBT} then exists (${live} and offer_v.supplier_id = ${supplier})
      else ${supplier} = any(doc.supplier_ids) and ${supplier} not in ${BARRED} end`;
  }
  return `case when ${IN_DOUBT} then exists (${live})
      when cardinality(doc.supplier_ids) = 0 then false
      when doc.supplier_ids[1] not in ${BARRED} then true
      else exists (select from unnest(doc.supplier_ids[2:]) seller where seller not in ${BARRED}) end`;
}

/** The packs of a document that may be sold at this instant. */
export function packsForSale({ supplier, certificate, places, venue, season }: Restriction): string {
  const sent = places === null ? '' : ` and ${sendsTo('sku.supplier_id', places)}`;
  const shelved = venue === null ? '' : ` and ${standsIn(venue, 'sku.product_id', 'sku.supplier_id')}`;
  const harvested = season ? ` and ${inSeason('sku.product_id', 'sku.supplier_id')}` : '';
  const shown =
    certificate === null
      ? ''
      : ` and exists (select from ${HOLDERS} where held.product_id = sku.product_id
                         and held.supplier_id = sku.supplier_id and held.kind = ${certificate})`;
  return `catalogue.sku
         where sku.product_id = doc.product_id and sku.opened${supplier === null ? '' : ` and sku.supplier_id = ${supplier}`}${shown}${sent}${shelved}${harvested}
           and case when ${IN_DOUBT}
                    then exists (select from catalogue.offer_v live where live.sku_id = sku.id and live.for_sale)
                    else sku.supplier_id = any(doc.supplier_ids) and sku.supplier_id not in ${BARRED} end`;
}

/** What a document says of its sellers and its price does not hold as a whole: some of them may not sell now, or it is in doubt. */
const ASKED = `(${IN_DOUBT} or doc.supplier_ids[1] in ${BARRED}
                 or cardinality(doc.supplier_ids) > 1
                    and exists (select from unnest(doc.supplier_ids[2:]) seller where (seller in ${BARRED}) is true))`;

/** The lowest price of a document that may be sold now. */
export function priceNow(restriction: Restriction): string {
  const { places } = restriction;
  const live = `(select min(sku.price_fen) from ${packsForSale(restriction)})`;
  if (restriction.supplier !== null || restriction.certificate !== null) return live;
  return `case when ${[ASKED, ...severalOf(restriction, places === null ? null : () => places)].join(' or ')} then ${live} else doc.price_fen end`;
}

type OfSellers = Partial<Record<'supplier' | 'certificate' | 'venue' | 'season', unknown>>;

/**
 * Of which documents not every seller need have what is asked of a seller: with one seller it was asked of the document. Who does not
 * deliver to a place, and who has a calendar of their own, are few, so that they are looked for.
 *
 * @param asked what is; null, undefined and false are not asked
 * @param places says where those stand that are delivered to, only if that is asked of the document; or null
 */
function severalOf({ supplier, certificate, venue, season }: OfSellers, places: (() => string) | null): string[] {
  const several = 'cardinality(doc.supplier_ids) > 1';
  const one = (fails: string) => `${several} and exists (select from unnest(doc.supplier_ids) seller where ${fails})`;
  if ((supplier ?? certificate ?? venue ?? null) !== null) return [several];
  return [
    ...(places === null ? [] : [one(`not ${sendsTo('seller', places())}`)]),
    ...(season === true ? [`${IN_SEASON} and ${one(hasCalendar('doc.product_id', 'seller'))}`] : []),
  ];
}

/** What a document says need not hold of those of whom all holds that is asked of a seller. */
export function mustAsk(asked: OfSellers & Pick<ProductFilter, 'deliverTo'>, parameters: Parameters): string {
  const { deliverTo } = asked;
  const places = deliverTo === undefined ? null : () => parameters.add(deliverTo, 'text[]');
  return [ASKED, ...severalOf(asked, places)].join(' or ');
}

/**
 * Where a document is delivered to by those who sell it now; null is everywhere. `is true` keeps the barred a set that is read once: as a
 * join they would be read for every document.
 *
 * @param supplier as above
 */
export function deliversTo(supplier: string | null): string {
  if (supplier !== null)
    return `(select array_agg(area.region_code) from catalogue.delivery_area area where area.supplier_id = ${supplier})`;
  return `(case when ${IN_DOUBT}
                  or cardinality(doc.supplier_ids) > 1 and exists (select from unnest(doc.supplier_ids) seller where (seller in ${BARRED}) is true)
                then (select case when bool_or(area.region_code is null) then null else array_agg(distinct area.region_code) end
                        from (select distinct sku.supplier_id from ${packsForSale(ANYBODY)}) seller
                        left join catalogue.delivery_area area using (supplier_id))
                else doc.deliver_to end)`;
}

/** A filter as if one of it were not there. */
export const without = (filter: ProductFilter, name: FilterName | undefined): ProductFilter =>
  name === undefined ? filter : { ...filter, [name]: undefined };

export const given = (filter: ProductFilter): FilterName[] =>
  (Object.keys(CONDITIONS) as FilterName[]).filter((name) => filter[name] !== undefined);

/** Filters that come often: their statements are prepared. With any other one is planned for what was asked. */
const USUAL: Partial<Record<FilterName, string>> = { query: 'q', category: 'c', region: 'r', supplier: 's' };

/**
 * The name of a statement with these filters, empty where it is not to be prepared. Short, since PostgreSQL looks at the first 63
 * signs of a name and takes two statements that begin so for one.
 */
export function shapeName(kind: string, filter: ProductFilter, more: readonly string[] = []): string {
  const shape = given(filter).map((name) => USUAL[name]);
  if (shape.includes(undefined)) return '';
  const level = filter.region === undefined ? [] : [levelOf(filter.region)];
  return [`catalogue.${kind}`, shape.join(''), ...level, ...more].filter(Boolean).join('_');
}

/** The conditions of a filter. @param asked the whole that it is a part of */
export function conditionsOf(filter: ProductFilter, parameters: Parameters, asked: ProductFilter = filter): string[] {
  return given(filter).map((name) => (CONDITIONS[name] as Condition<FilterName>)(filter[name]!, parameters, asked));
}

/** The column a region stands in: two digits bind for a province, four for a prefecture, six for a county. */
export function levelOf(region: string): 'province_code' | 'prefecture_code' | 'county_code' {
  const { from, to } = regionRange(region);
  return from === to ? 'county_code' : to.endsWith('9999') ? 'province_code' : 'prefecture_code';
}
