import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Database } from '@xihuo/platform';
import { regionRange } from '../../rules/region-range';
import { businessNow } from '../../store/channel/clock.sql';
import { allVenues, openVenues, shelfCards, shelvesOf, venueById, venueBySlug } from '../../store/channel/venue.sql';
import { shownVenue, venueDraft, venueView, type VenueDraft, type VenueView } from '../../store/channel/venue-views';

/** Cards of a shelf on the venue's page; the list of products shows the rest. */
const CARDS = 12;

/** Open venues, halls first, a page at a time. @throws ProblemError INVALID_INPUT for a cursor of another list */
export async function listVenues(
  database: Database,
  { kind, region, pickup, packs, cursor, limit }: InputOf<'GET /venues'>['query'],
): Promise<ResponseOf<'GET /venues'>> {
  const range = region === undefined ? null : regionRange(region);
  const now = await businessNow(database);
  const wanted = [kind ?? null, range?.from ?? null, range?.to ?? null, pickup ?? false, packs?.split(',') ?? null];
  const rows = await database.read(openVenues, [...wanted, placeIn(cursor), limit + 1]);
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    (row) => ({ ...shownVenue(row, now), openingTimes: row.opening_times, products: row.products }),
  );
}

/** @throws ProblemError NOT_FOUND for what was never open */
export async function readVenue(database: Database, slug: string): Promise<VenueView> {
  const [row] = await database.read(venueBySlug, [slug]);
  if (!row) throw fail('NOT_FOUND');
  const [shelves, cards, now] = await Promise.all([
    database.read(shelvesOf, [row.id]),
    database.read(shelfCards, [row.id, CARDS]),
    businessNow(database),
  ]);
  return venueView(row, { shelves, cards, now });
}

export async function listAllVenues(
  database: Database,
  { state, cursor, limit }: InputOf<'GET /catalogue/venues'>['query'],
): Promise<ResponseOf<'GET /catalogue/venues'>> {
  const now = await businessNow(database);
  const rows = await database.read(allVenues, [state ?? null, placeIn(cursor), limit + 1]);
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    (row) => ({ id: row.id, state: row.state, ...shownVenue(row, now) }),
  );
}

/** @throws ProblemError NOT_FOUND */
export async function readVenueDraft(database: Database, id: string): Promise<VenueDraft> {
  const [row] = await database.read(venueById, [id]);
  if (!row) throw fail('NOT_FOUND');
  return venueDraft(row, await database.read(shelvesOf, [id]), await businessNow(database));
}
