import type { ResponseOf } from '@xihuo/contract';
import { mayPublishCampaign } from '../../rules/channel/may-publish';
import { phaseOf } from '../../rules/channel/phase';
import { turnOf } from '../../rules/channel/turn';
import { versionOfSet } from '../../rules/version-of-set';
import { productCard } from '../views';
import type { CardRow } from './cards.sql';
import type { EntryRow, MayEnterRow } from './campaign-entry.sql';
import type { CampaignRow, DiscountRow } from './campaign.sql';

export type CampaignView = ResponseOf<'GET /campaigns/{slug}'>;
export type CampaignDraft = ResponseOf<'GET /catalogue/campaigns/{id}'>;
export type Entering = ResponseOf<'GET /suppliers/{supplierId}/campaigns'>['data'][number];
type Card = ResponseOf<'GET /campaigns'>['data'][number];

const yuan = (fen: string | null) => (fen === null ? null : { amount: fen, currency: 'CNY' as const });

export function shownCampaign(row: CampaignRow, today: string): Omit<Card, 'products'> {
  const east = { code: row.east_code, name: row.east_name };
  const west = { code: row.west_code, name: row.west_name };
  const days = { startsOn: row.starts_on, endsOn: row.ends_on };
  return {
    ...{ slug: row.slug, name: { zh: row.name_zh, en: row.name_en } },
    ...{ ...days, phase: phaseOf(days, today), east, west },
    nickname: row.nickname,
    host: row.host_code === east.code ? east : west,
    cancelledWhy: row.cancelled_why,
  };
}

export function campaignCard(row: CampaignRow, today: string): Card {
  return { ...shownCampaign(row, today), products: row.products };
}

export function discountView({ thresholdFen, reductionFen, ...row }: DiscountRow): CampaignView['discounts'][number] {
  return { ...row, threshold: yuan(thresholdFen), reduction: yuan(reductionFen) };
}

export function campaignView(row: CampaignRow, cards: readonly CardRow[], today: string): CampaignView {
  return {
    ...shownCampaign(row, today),
    story: { zh: row.story_zh, en: row.story_en },
    discounts: row.discounts.map(discountView),
    products: cards.map(productCard),
    total: row.products,
  };
}

export function campaignDraft(row: CampaignRow, today: string, reader: string | null): CampaignDraft {
  const shown = shownCampaign(row, today);
  const next = turnOf(
    { eastCode: row.east_code, westCode: row.west_code },
    { before: row.last_host, after: row.next_host },
  );
  return {
    ...{ id: row.id, version: row.row_version, state: row.state },
    ...shown,
    story: { zh: row.story_zh, en: row.story_en },
    discounts: row.discounts.map(discountView),
    entries: row.entries,
    mayPublish: mayPublishCampaign(reader, row),
    turnOf: next === row.east_code ? shown.east : shown.west,
  };
}

export function entryView(row: EntryRow): ResponseOf<'GET /catalogue/campaigns/{id}/entries'>['data'][number] {
  return {
    supplier: { id: row.supplier_id, name: row.supplier_name, countyName: row.county_name },
    product: productOf(row),
    enteredAt: row.entered_at.toISOString(),
    shown: row.shown,
  };
}

export function enteringView(row: CampaignRow, own: readonly MayEnterRow[], today: string): Entering {
  const products = own
    .filter(({ campaign_id: id }) => id === row.id)
    .map((one) => ({ product: productOf(one), entered: one.entered }));
  return {
    campaign: campaignCard(row, today),
    discounts: row.discounts.map(discountView),
    products,
    version: versionOfSet(products.filter(({ entered }) => entered).map(({ product }) => product.id)),
  };
}

export function productOf(row: {
  product_id: string;
  slug: string;
  name_zh: string;
  name_en: string;
  category: string;
}): { id: string; slug: string; name: { zh: string; en: string }; category: string } {
  return { id: row.product_id, slug: row.slug, name: { zh: row.name_zh, en: row.name_en }, category: row.category };
}
