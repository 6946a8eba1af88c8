import { must, time } from '@xihuo/kernel';
import { statement, type Tx } from '@xihuo/platform';
import { lots as lotSteps, openLots, recordOwnOutput } from '@xihuo/trace';
import { lotCode, STORY } from '../season';

export interface YearOffer {
  sku_id: string;
  supplier_id: string;
  supplier: string;
  product_id: string;
  product: string;
  west: string;
  net_grams: bigint;
  minimum_packs: number;
  /** A venue on whose shelves it stands, if any does. */
  venue: string | null;
  /** Campaigns that it takes part in. */
  campaigns: string[];
}

/** One asks to leave, which is its own story. */
const OTHERS = [STORY.supplier, 'S080'];

/** Two suppliers of each province, those of campaigns first, each with one pack that is sold by weight. $1 suppliers that have a story of their own. */
const yearOffers = statement<YearOffer>(
  'seed.year_offers',
  `with joined as materialized (
     select takes_part.supplier_id, takes_part.product_id, array_agg(campaign.slug order by campaign.slug) as campaigns
       from catalogue.campaign_product_v takes_part join catalogue.campaign_v campaign on campaign.id = takes_part.campaign_id
      group by 1, 2),
   one as materialized (
     select distinct on (supplier.reference) offer.sku_id, offer.supplier_id, supplier.reference as supplier, offer.product_id,
            left(supplier.county_code, 2) || '0000' as west, offer.net_grams, offer.minimum_order_packs as minimum_packs,
            coalesce(joined.campaigns, '{}') as campaigns
       from catalogue.offer_v offer
       join registry.organisation_v supplier on supplier.id = offer.supplier_id
       left join joined using (supplier_id, product_id)
      where offer.for_sale and offer.net_grams is not null and supplier.reference <> all ($1::text[])
      order by supplier.reference, joined.campaigns is null, offer.slug, offer.net_grams, offer.pack),
   chosen as materialized (
     select * from (select one.*, row_number() over (partition by west order by campaigns = '{}', supplier) as place from one) placed
      where place <= 2)
   select chosen.*, product.reference as product, shown.venue
     from chosen join catalogue.product_v product on product.id = chosen.product_id
    -- Asked of these few alone: what stands on every shelf takes a quarter of a second.
    cross join lateral (
      select min(venue.slug) as venue from catalogue.venue_seller_v stands
        join catalogue.venue_v venue on venue.id = stands.venue_id and venue.state = 'open'
       where stands.product_id = chosen.product_id and stands.supplier_id = chosen.supplier_id offset 0) shown
    order by place, west`,
);

export async function offersOf(tx: Tx): Promise<readonly YearOffer[]> {
  const offers = await tx.sql(yearOffers, [OTHERS]);
  must(offers.length > 0, 'there are goods to sell');
  return offers;
}

/** What was harvested for a turn of the year: as much as is ordered, in a lot a product. */
export async function bringIn(
  tx: Tx,
  wanted: readonly { offer: YearOffer; packs: number }[],
): Promise<ReadonlyMap<string, string>> {
  const on = time.businessDate(tx.now);
  const packs = new Map<YearOffer, number>();
  for (const { offer, packs: more } of wanted) packs.set(offer, (packs.get(offer) ?? 0) + more);
  const codeOf = (offer: YearOffer) => lotCode(offer.supplier, offer.product, on);
  const opened = await openLots(
    tx,
    [...packs.keys()].map((offer) => ({
      ...{ code: codeOf(offer), supplierId: offer.supplier_id, productId: offer.product_id },
      ...{ producedOn: on, breakdownPublic: true },
    })),
  );
  const lots = new Map([...packs.keys()].map((offer) => [offer.sku_id, opened.get(codeOf(offer))!]));
  await recordOwnOutput(
    tx,
    [...packs].map(([offer, count]) => ({
      ...{ lotId: lots.get(offer.sku_id)!, grams: offer.net_grams * BigInt(count), recordedOn: on },
    })),
  );
  await lotSteps.certifyMany(tx, [...lots.values()], 'seed');
  return lots;
}
