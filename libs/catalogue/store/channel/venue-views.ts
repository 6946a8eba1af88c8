import type { ResponseOf } from '@xihuo/contract';
import { openAt } from '../../rules/channel/opening';
import { productCard } from '../views';
import type { CardRow } from './cards.sql';
import type { ShelfRow, VenueRow } from './venue.sql';

export type VenueView = ResponseOf<'GET /venues/{slug}'>;
export type VenueDraft = ResponseOf<'GET /catalogue/venues/{id}'>;
type Shown = ResponseOf<'GET /catalogue/venues'>['data'][number];

export function shownVenue(row: VenueRow, now: Date): Omit<Shown, 'id' | 'state'> {
  return {
    slug: row.slug,
    kind: row.kind,
    name: { zh: row.name_zh, en: row.name_en },
    region: { code: row.region_code, name: row.region_name, provinceName: row.province_name },
    operatorName: row.operator_name,
    address: row.address,
    pickup: row.pickup,
    openNow: row.state === 'open' ? openAt(row.opening_times, row.shut_on, now) : null,
  };
}

function told(row: VenueRow): Pick<VenueDraft, 'story' | 'phone' | 'openingTimes' | 'shutOn'> {
  return {
    story: { zh: row.story_zh, en: row.story_en },
    phone: row.phone,
    openingTimes: row.opening_times,
    shutOn: row.shut_on,
  };
}

export function venueView(
  row: VenueRow,
  { shelves, cards, now }: { shelves: readonly ShelfRow[]; cards: readonly CardRow[]; now: Date },
): VenueView {
  return {
    ...shownVenue(row, now),
    ...told(row),
    state: row.state === 'closed' ? 'closed' : 'open',
    shelves: shelves.map(({ id, position, title, rule, total }) => ({
      ...{ position, title, total },
      rule: rule as VenueView['shelves'][number]['rule'],
      products: cards.filter(({ key }) => key === id).map(productCard),
    })),
  };
}

export function venueDraft(row: VenueRow, shelves: readonly ShelfRow[], now: Date): VenueDraft {
  return {
    ...{ id: row.id, version: row.row_version, state: row.state },
    ...shownVenue(row, now),
    ...told(row),
    keeper: row.keeper_id === null ? null : { id: row.keeper_id, name: row.keeper_name ?? '' },
    shelves: shelves.map(({ title, rule, products, total }) => ({
      ...{ title, products, total },
      rule: rule as VenueDraft['shelves'][number]['rule'],
    })),
  };
}
