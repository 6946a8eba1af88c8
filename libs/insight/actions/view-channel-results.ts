import { fail, type ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import type { Database } from '@xihuo/platform';
import {
  businessTime,
  campaignResult,
  channelResults,
  venueResult,
  type ChannelRow,
} from '../store/channel-results.sql';

type Published = ResponseOf<'GET /campaigns/{slug}/results'>;

/** Fewer orders would tell of single buyers. */
export const FROM_ORDERS = 10;

const STATEMENTS = { campaign: campaignResult, venue: venueResult } as const;

/** What a campaign or a venue sold; figures from FROM_ORDERS paid orders on. @throws ProblemError NOT_FOUND */
export async function viewChannelResult(
  database: Database,
  kind: keyof typeof STATEMENTS,
  slug: string,
): Promise<Published> {
  const [row] = await database.read(STATEMENTS[kind], [slug]);
  if (!row) throw fail('NOT_FOUND');
  if (row.orders < FROM_ORDERS) return { fromOrders: FROM_ORDERS, figures: null };
  const { orders, packs, suppliers, counties } = row;
  return {
    fromOrders: FROM_ORDERS,
    figures: {
      ...{ orders, packs, suppliers, counties },
      sales: money.toWire(money.fen(row.sales_fen)),
      asOf: row.as_of.toISOString(),
    },
  };
}

export async function viewAllChannels(database: Database): Promise<ResponseOf<'GET /insight/channels'>> {
  const [rows, [time]] = await Promise.all([database.read(channelResults), database.read(businessTime)]);
  const of = (kind: ChannelRow['kind']) => rows.filter((row) => row.kind === kind);
  const sales = (row: ChannelRow) => money.toWire(money.fen(row.sales_fen));
  const sold = (row: ChannelRow) => ({ slug: row.slug, name: row.name, orders: row.orders, sales: sales(row) });
  return {
    asOf: time!.now.toISOString(),
    venues: of('venue').map(sold),
    campaigns: of('campaign').map(sold),
    fairs: of('fair').map((row) => ({
      ...{ slug: row.slug, name: row.name, leads: row.leads, ordered: row.orders },
      sales: sales(row),
    })),
  };
}
