import { fail, type ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import type { Database } from '@xihuo/platform';
import { leadStates, wayDiscounts, type DiscountRow } from '../store/channel-discounts.sql';
import {
  businessTime,
  channelResults,
  wayResult,
  type ChannelRow,
  type ResultRow,
  type WayKind,
} from '../store/channel-results.sql';

type Published = ResponseOf<'GET /campaigns/{slug}/results'>;
type Detail = ResponseOf<'GET /insight/channels/{kind}/{slug}'>;

/** Fewer orders would tell of single buyers. */
export const FROM_ORDERS = 10;

const wire = (fen: bigint) => money.toWire(money.fen(fen));
const soldView = ({ sales_fen: sales, back_fen: back }: Pick<ResultRow, 'sales_fen' | 'back_fen'>) => ({
  ...{ sales: wire(sales), refunded: wire(back), net: wire(sales - back) },
});

function figuresView(row: ResultRow): Detail['figures'] {
  const { orders, packs, suppliers, counties } = row;
  return { ...{ orders, packs, suppliers, counties }, ...soldView(row), asOf: row.as_of.toISOString() };
}

/** What a campaign, a venue or a fair sold; figures from FROM_ORDERS orders on. @throws ProblemError NOT_FOUND */
export async function viewChannelResult(database: Database, kind: WayKind, slug: string): Promise<Published> {
  const [row] = await database.read(wayResult[kind], [slug]);
  if (!row) throw fail('NOT_FOUND');
  return { fromOrders: FROM_ORDERS, figures: row.orders < FROM_ORDERS ? null : figuresView(row) };
}

/** The same for whoever keeps it, from the first order on, with what its discounts cost. @throws ProblemError NOT_FOUND */
export async function viewChannel(database: Database, kind: WayKind, slug: string): Promise<Detail> {
  const [row] = await database.read(wayResult[kind], [slug]);
  if (!row) throw fail('NOT_FOUND');
  const [discounts, leads] = await Promise.all([
    database.read(wayDiscounts[kind], [row.id]),
    kind === 'fair' ? database.read(leadStates, [row.id]) : [],
  ]);
  return {
    name: { zh: row.name_zh, en: row.name_en },
    figures: figuresView(row),
    ...{ discounts: discounts.map(costView), leads },
  };
}

function costView(row: DiscountRow): Detail['discounts'][number] {
  return {
    name: row.name_zh === null ? null : { zh: row.name_zh, en: row.name_en ?? row.name_zh },
    kind: row.kind,
    funder: { kind: row.funder_kind, name: row.funder_name },
    ...{ given: wire(row.given_fen), returned: wire(row.given_fen - row.kept_fen), cost: wire(row.kept_fen) },
  };
}

export async function viewAllChannels(database: Database): Promise<ResponseOf<'GET /insight/channels'>> {
  const [rows, [time]] = await Promise.all([database.read(channelResults), database.read(businessTime)]);
  const of = (kind: WayKind) => rows.filter((row) => row.kind === kind);
  const summary = (row: ChannelRow) => ({ slug: row.slug, name: row.name, orders: row.orders, ...soldView(row) });
  return {
    asOf: time!.now.toISOString(),
    venues: of('venue').map(summary),
    campaigns: of('campaign').map(summary),
    fairs: of('fair').map((row) => ({ ...summary(row), leads: row.leads, ordered: row.ordered })),
  };
}
