import { must, time } from '@xihuo/kernel';
import { confirmReceipt, selling, shipSupplierOrder, type Counter } from '@xihuo/ordering';
import { statement, type Tx } from '@xihuo/platform';
import { placePaid } from '../demo-payments';
import { bringIn, offersOf, type YearOffer } from './goods';
import { ordersOf, type Turn } from './plan';
import { planPurchases, purchase } from './purchases';
import type { SeedKit } from '../step';

const AMPLE_PACKS = 5_000;

/** Eastern counties, province by province, with the western provinces theirs is paired with. */
const eastOf = statement<{ code: string; wests: string[] }>(
  'seed.year_counties',
  `select county.code, array(select west_code from registry.pairing_v where east_code = county.province_code) as wests
     from registry.region_v county join registry.region_v province on province.code = county.province_code
    where county.level = 'county' and province.side = 'east' and right(county.code, 2)::integer between 2 and 5 order by reverse(county.code)`,
);

export interface SoldPart {
  id: string;
  order_id: string;
  line_id: string;
  supplier_id: string;
  quantity: number;
  amount_fen: bigint;
  lot_id: string;
  organisation_id: string | null;
}

/** Parts in one state with the lot that was brought in for them; of each one line. $1 state, $2 suppliers that are told of elsewhere. */
const partsIn = statement<SoldPart>(
  'seed.year_parts',
  `select line.supplier_order_id as id, line.order_id, line.id as line_id, line.supplier_id, line.quantity, line.amount_fen, lot.id as lot_id,
          line.organisation_id
     from ordering.order_line_v line
     join trace.lot_v lot on lot.supplier_id = line.supplier_id and lot.product_id = line.product_id
      and lot.produced_on = (line.placed_at at time zone 'Asia/Shanghai')::date
    where line.state = $1 and lot.code like '%-' || to_char(lot.produced_on, 'YYMMDD') order by line.id`,
);
export const soldParts = (tx: Tx, state: 'toShip' | 'shipped' | 'received') => tx.sql(partsIn, [state]);

type Input = ReturnType<Counter['input']>;
type Via = NonNullable<Input['body']['lines'][number]['via']>;

interface Wanted {
  offer: YearOffer;
  quantity: number;
  regionCode: string;
  via?: Via;
}

/** A guest's order; phones are nobody's. */
function guestOrder(counter: Counter, { offer, quantity, regionCode, via }: Wanted, number: number): Input {
  return counter.input(
    {
      lines: [{ skuId: offer.sku_id, quantity, ...(via === undefined ? {} : { via }) }],
      delivery: {
        regionCode,
        address: `示例路${number}号`,
        name: `示例顾客${number}`,
        phone: `100${String(10_000_000 + number)}`,
      },
    },
    null,
  );
}

/** Goods come in, are ordered, paid and sent on one day. */
async function sell(
  tx: Tx,
  kit: { counter: Counter } & SeedKit,
  {
    guests,
    bought,
    first,
  }: { guests: readonly Wanted[]; bought: Awaited<ReturnType<typeof planPurchases>>; first: number },
): Promise<void> {
  const all = [...guests.map(({ offer, quantity: packs }) => ({ offer, packs })), ...bought];
  const offers = [...new Set(all.map(({ offer }) => offer.sku_id))];
  await selling.countStock(
    tx,
    offers.map((skuId) => ({ skuId, onHand: AMPLE_PACKS })),
  );
  await bringIn(tx, all);
  await placePaid(
    tx,
    guests.map((wanted, at) => guestOrder(kit.counter, wanted, first + at)),
  );
  for (const one of bought) await purchase(tx, kit, one);
  for (const part of await soldParts(tx, 'toShip')) {
    const shipment = {
      ...{ carrier: '示例快递', trackingNumber: `SL${part.id.slice(-10).toUpperCase()}` },
      picks: [{ lineId: part.line_id, lotId: part.lot_id, packs: part.quantity }],
    };
    await shipSupplierOrder(tx, part.id, [part.supplier_id], shipment, 'seed');
  }
}

/** What one turn of the year sells. */
export async function sellTurn(tx: Tx, kit: { counter: Counter } & SeedKit, turn: Turn): Promise<void> {
  const offers = await offersOf(tx);
  const counties = await tx.sql(eastOf);
  const guests = ordersOf(turn).map((order): Wanted => {
    const offer = offers[order.offer % offers.length]!;
    const fits = counties.filter(({ wests }) => wests.includes(offer.west) === order.paired);
    const { code: regionCode } = fits[order.buyer % fits.length]!;
    const via = order.byVenue && offer.venue !== null ? { via: { venue: offer.venue } } : {};
    return { offer, quantity: order.quantity, regionCode, ...via };
  });
  await sell(tx, kit, { guests, bought: await planPurchases(tx, offers, turn), first: turn.number * 100 });
}

/** What the campaigns that run sell. */
export async function sellByCampaigns(
  tx: Tx,
  kit: { counter: Counter } & SeedKit,
  slugs: readonly string[],
): Promise<void> {
  const counties = await tx.sql(eastOf);
  const guests = (await offersOf(tx)).flatMap((offer, at): Wanted[] => {
    const campaign = slugs.find((slug) => offer.campaigns.includes(slug));
    if (campaign === undefined) return [];
    const fits = counties.filter(({ wests }) => wests.includes(offer.west));
    return [1, 2, 4].map((quantity) => ({
      ...{ offer, quantity, via: { campaign } },
      regionCode: fits[(at + quantity) % fits.length]!.code,
    }));
  });
  must(guests.length > 0, 'somebody takes part in each campaign');
  await sell(tx, kit, { guests, bought: [], first: 9_000 + slugs.length * 100 });
}

/** Guests confirm what they were sent; what organisations bought is accepted elsewhere. */
export async function receiveAll(tx: Tx, counter: Counter): Promise<void> {
  for (const part of await soldParts(tx, 'shipped'))
    if (part.organisation_id === null)
      await confirmReceipt(tx, part.order_id, part.id, { personId: null, token: counter.tokenOf(part.order_id) });
}

export const yesterday = (tx: Tx) => time.addDays(time.businessDate(tx.now), -1);
