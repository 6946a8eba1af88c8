import type { Input, Output } from '@xihuo/ui';
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

export interface ShelfTyped {
  title: Words;
  /** null: filled by hand. */
  rule: { category: string; region: string; inSeason: boolean; recognised: boolean } | null;
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
  rule: { category: '', region: '', inSeason: false, recognised: false },
};
export const BLANK_VENUE: VenueTyped = {
  ...{ slug: '', kind: '', name: NO_WORDS, story: NO_WORDS, regionCode: '', operatorName: '', address: '', phone: '' },
  ...{ pickup: false, keeper: null, times: [], shutOn: [], shelves: [BLANK_SHELF] },
};

function shelfBody({ title, rule, supplier, products }: ShelfTyped): NonNullable<Body['shelves']>[number] | null {
  if (!title.zh.trim() || !title.en.trim()) return null;
  if (rule === null)
    return products.length === 0 ? null : { title, rule: null, products: products.map(({ id }) => id) };
  const { category, region, inSeason, recognised } = rule;
  return {
    ...{ title, products: null },
    rule: { category: (category || null) as never, region: region || null, supplier, inSeason, recognised },
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
      },
    })),
  };
}
