import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { pageOf, placeIn, type Actor, type Database } from '@xihuo/platform';
import { entriesOf, mayEnter } from '../../store/channel/campaign-entry.sql';
import {
  allCampaigns,
  campaignById,
  campaignBySlug,
  campaignCalendar,
  campaignCardPage,
  campaignCards,
  campaignsToEnter,
} from '../../store/channel/campaign.sql';
import {
  campaignCard,
  campaignDraft,
  campaignView,
  enteringView,
  entryView,
  shownCampaign,
  type CampaignDraft,
  type CampaignView,
  type Entering,
} from '../../store/channel/campaign-views';
import { businessNow } from '../../store/channel/clock.sql';

import { productCard } from '../../store/views';

const CARDS = 24;

async function todayOf(database: Database): Promise<string> {
  return time.businessDate(await businessNow(database));
}

export async function listCampaigns(
  database: Database,
  { from, to, region, cursor, limit }: InputOf<'GET /campaigns'>['query'],
): Promise<ResponseOf<'GET /campaigns'>> {
  const today = await todayOf(database);
  const narrowed = [from ?? null, to ?? null, region ?? null];
  const rows = await database.read(campaignCalendar, [...narrowed, placeIn(cursor), today, limit + 1]);
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    (row) => campaignCard(row, today),
  );
}

/** @throws ProblemError NOT_FOUND for what was never published */
export async function readCampaign(database: Database, slug: string): Promise<CampaignView> {
  const [row] = await database.read(campaignBySlug, [slug]);
  if (!row) throw fail('NOT_FOUND');
  return campaignView(row, await database.read(campaignCards, [row.id, CARDS]), await todayOf(database));
}

/** @throws ProblemError NOT_FOUND */
export async function listCampaignProducts(
  database: Database,
  slug: string,
  { cursor, limit }: InputOf<'GET /campaigns/{slug}/products'>['query'],
): Promise<ResponseOf<'GET /campaigns/{slug}/products'>> {
  const [row] = await database.read(campaignBySlug, [slug]);
  if (!row) throw fail('NOT_FOUND');
  const cards = await database.read(campaignCardPage, [row.id, placeIn(cursor), limit + 1]);
  return pageOf(cards, limit, (card) => card.sort_id, productCard);
}

export async function listAllCampaigns(
  database: Database,
  { state, cursor, limit }: InputOf<'GET /catalogue/campaigns'>['query'],
): Promise<ResponseOf<'GET /catalogue/campaigns'>> {
  const today = await todayOf(database);
  const rows = await database.read(allCampaigns, [state ?? null, placeIn(cursor), limit + 1]);
  return pageOf(
    rows,
    limit,
    ({ id }) => id,
    (row) => ({ id: row.id, state: row.state, ...shownCampaign(row, today), entries: row.entries }),
  );
}

/** @param actor who reads it @throws ProblemError NOT_FOUND */
export async function readCampaignDraft(database: Database, id: string, actor: Actor): Promise<CampaignDraft> {
  const [row] = await database.read(campaignById, [id]);
  if (!row) throw fail('NOT_FOUND');
  return campaignDraft(row, await todayOf(database), actor.kind === 'person' ? actor.personId : null);
}

/** @throws ProblemError NOT_FOUND */
export async function listEntries(
  database: Database,
  id: string,
  { cursor, limit }: InputOf<'GET /catalogue/campaigns/{id}/entries'>['query'],
): Promise<ResponseOf<'GET /catalogue/campaigns/{id}/entries'>> {
  const [campaign] = await database.read(campaignById, [id]);
  if (!campaign) throw fail('NOT_FOUND');
  const rows = await database.read(entriesOf, [id, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.id, entryView);
}

/** What a supplier may enter and has entered, campaign by campaign. */
export async function listMine(database: Database, supplierId: string): Promise<{ data: Entering[] }> {
  const today = await todayOf(database);
  const own = await database.read(mayEnter, [supplierId, today]);
  const ids = [...new Set(own.map(({ campaign_id: id }) => id))];
  const rows = await database.read(campaignsToEnter, [ids]);
  return { data: rows.map((row) => enteringView(row, own, today)) };
}

/** One campaign as the supplier sees it. @throws ProblemError NOT_FOUND */
export async function readMine(database: Database, supplierId: string, slug: string): Promise<Entering> {
  const today = await todayOf(database);
  const [row] = await database.read(campaignBySlug, [slug]);
  if (!row) throw fail('NOT_FOUND');
  return enteringView(row, await database.read(mayEnter, [supplierId, today]), today);
}
