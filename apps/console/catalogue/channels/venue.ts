import type { Input, Output } from '@xihuo/ui';
import { fenOf, yuanOf } from '../yuan';
import type { Organisation, Product } from './pickers';

type Body = Input<'POST /catalogue/venues'>['body'];
type Draft = Output<'GET /catalogue/venues/{id}'>;
type Words = Draft['name'];

export const VENUE_KINDS = [
  'provinceHall',
  'countyHall',
  'assistanceZone',
  'directSupplyPoint',
  'distributionHub',
] as const satisfies readonly Draft['kind'][];
/** Kinds that stand somewhere one can go to. */
const PLACED: readonly Draft['kind'][] = ['assistanceZone', 'directSupplyPoint', 'distributionHub'];
export const isPlaced = (kind: Draft['kind'] | ''): boolean => kind !== '' && PLACED.includes(kind);

export interface ShelfRule {
  category: string;
  region: string;
  inSeason: boolean;
  recognised: boolean;
  /** In yuan as they are typed; empty for any. */
  priceFrom: string;
  priceTo: string;
}

export interface ShelfTyped {
  title: Words;
  /** null: filled by hand. */
  rule: ShelfRule | null;
  /** Of a rule that names one; kept as it is. */
  supplier: string | null;
  products: Product[];
}

export interface TimeTyped {
  days: number[];
  from: string;
  to: string;
}

export interface VenueTyped {
  slug: string;
  kind: Draft['kind'] | '';
  name: Words;
  story: Words;
  regionCode: string;
  operatorName: string;
  address: string;
  phone: string;
  pickup: boolean;
  /** Whose people hand goods over; null: operators alone. */
  keeper: Organisation | null;
  times: TimeTyped[];
  shutOn: string[];
  shelves: ShelfTyped[];
}

const NO_WORDS: Words = { zh: '', en: '' };
export const BLANK_TIME: TimeTyped = { days: [1, 2, 3, 4, 5, 6, 7], from: '09:00', to: '18:00' };
export const BLANK_SHELF: ShelfTyped = {
  ...{ title: NO_WORDS, supplier: null, products: [] },
  rule: { category: '', region: '', inSeason: false, recognised: false, priceFrom: '', priceTo: '' },
};
export const BLANK_VENUE: VenueTyped = {
  ...{ slug: '', kind: '', name: NO_WORDS, story: NO_WORDS, regionCode: '', operatorName: '', address: '', phone: '' },
  ...{ pickup: false, keeper: null, times: [], shutOn: [], shelves: [BLANK_SHELF] },
};

/** What is wrong with one end of the range: no price at all, or the highest below the lowest. */
export function priceFault(
  { priceFrom, priceTo }: ShelfRule,
  end: 'priceFrom' | 'priceTo',
): 'noPrice' | 'priceOrder' | null {
  const typed = end === 'priceFrom' ? priceFrom : priceTo;
  if (typed.trim() === '') return null;
  const fen = fenOf(typed);
  if (fen === null) return 'noPrice';
  const lowest = end === 'priceTo' ? fenOf(priceFrom) : null;
  return lowest !== null && BigInt(lowest) > BigInt(fen) ? 'priceOrder' : null;
}

function shelfBody({ title, rule, supplier, products }: ShelfTyped): NonNullable<Body['shelves']>[number] | null {
  if (!title.zh.trim() || !title.en.trim()) return null;
  if (rule === null)
    return products.length === 0 ? null : { title, rule: null, products: products.map(({ id }) => id) };
  if (priceFault(rule, 'priceFrom') !== null || priceFault(rule, 'priceTo') !== null) return null;
  const { category, region, inSeason, recognised } = rule;
  return {
    ...{ title, products: null },
    rule: {
      ...{ category: (category || null) as never, region: region || null, supplier, inSeason, recognised },
      ...{ priceFrom: fenOf(rule.priceFrom), priceTo: fenOf(rule.priceTo) },
    },
  };
}

/** What is sent; null while something is missing. Halls stand on the net alone: address and times of theirs are not sent. */
export function venueBody(typed: VenueTyped): Body | null {
  const { slug, kind, name, story, regionCode, operatorName } = typed;
  const shelves = typed.shelves.map(shelfBody);
  if (!slug || kind === '' || !name.zh.trim() || !name.en.trim() || !regionCode) return null;
  if (shelves.some((shelf) => shelf === null)) return null;
  const placed = isPlaced(kind);
  return {
    ...{ slug, kind, name, story, regionCode, operatorName },
    ...{ address: (placed && typed.address.trim()) || null, phone: typed.phone.trim() || null },
    keeper: placed && typed.pickup ? (typed.keeper?.id ?? null) : null,
    ...{ pickup: placed && typed.pickup, openingTimes: placed ? typed.times : [], shutOn: placed ? typed.shutOn : [] },
    shelves: shelves.map((shelf) => shelf!),
  };
}

export function venueTyped(draft: Draft): VenueTyped {
  const { slug, kind, name, story, operatorName, pickup, keeper, shutOn } = draft;
  return {
    ...{ slug, kind, name, story, operatorName, pickup, keeper, shutOn, regionCode: draft.region.code },
    ...{ address: draft.address ?? '', phone: draft.phone ?? '', times: draft.openingTimes },
    shelves: draft.shelves.map(({ title, rule, products }) => ({
      ...{ title, supplier: rule?.supplier ?? null, products: products ?? [] },
      rule: rule && {
        ...{ category: rule.category ?? '', region: rule.region ?? '' },
        ...{ inSeason: rule.inSeason, recognised: rule.recognised },
        priceFrom: rule.priceFrom === null ? '' : yuanOf(rule.priceFrom),
        priceTo: rule.priceTo === null ? '' : yuanOf(rule.priceTo),
      },
    })),
  };
}
