import { orderingParts, shipSupplierOrder } from '@xihuo/ordering';
import type { Tx } from '@xihuo/platform';
import { count, type Part, type Season } from './season';
import type { Seller } from './seller';
import { endShort } from './trade';

/** Of so many suppliers one writes down each parcel by itself; the others hand in a table. */
const BY_HAND = 5;

interface Pick {
  readonly lineId: string;
  readonly lotId: string;
  readonly packs: number;
}

/** What was paid yesterday or before leaves from the oldest lots; what no lot holds is ended short. */
export async function ship(season: Season): Promise<void> {
  season.step = 'shipping';
  const waiting = season.parts.filter(({ state, age }) => state === 'toShip' && age > 0);
  // Of what was cancelled whole nothing leaves.
  const whole = waiting.filter(({ lines }) => lines.some(({ packs, gone }) => packs > gone));
  const short: Part[] = [];
  for (const seller of new Set(whole.map((part) => part.seller))) {
    const parts = whole.filter((part) => part.seller === seller);
    short.push(...(await (isByHand(seller) ? shipOneByOne(season, parts) : shipByTable(season, seller, parts))));
  }
  season.step = 'ending short';
  for (const part of short) await endShort(season, part);
}

const isByHand = ({ name }: Seller) => Number(name.slice(1)) % BY_HAND === 0;

function left(season: Season, { seller }: Part, picks: readonly Pick[]): void {
  const grams = seller.offer.grams;
  for (const { lineId, lotId, packs } of picks) {
    seller.lots.find(({ id }) => id === lotId)!.grams -= BigInt(packs) * grams;
    season.auditor.sales.shipped(lineId, lotId, BigInt(packs) * grams);
  }
  count(season, 'parcel');
}

/** @returns what could not be sent */
async function shipOneByOne(season: Season, parts: readonly Part[]): Promise<Part[]> {
  const short: Part[] = [];
  for (const part of parts) {
    const picks = picksOf(part);
    if (!picks) {
      short.push(part);
      continue;
    }
    const input = { carrier: '示例快递', trackingNumber: 'SL1', picks };
    await season.village.shop.does((tx) => shipSupplierOrder(tx, part.id, [part.seller.supplierId], input, 'test'));
    left(season, part, picks);
  }
  return short;
}

/** Taken out of the lots, or nothing where they do not hold all of it. */
function picksOf({ seller, lines }: Part): Pick[] | null {
  const grams = seller.offer.grams;
  const room = new Map(seller.lots.map(({ id, grams: there }) => [id, Number(there / grams)]));
  const picks = lines.flatMap((line) => {
    let open = line.packs - line.gone;
    return [...room].flatMap(([lotId, there]) => {
      const packs = Math.min(open, there);
      open -= packs;
      room.set(lotId, there - packs);
      return packs > 0 ? [{ lineId: line.id, lotId, packs }] : [];
    });
  });
  const wanted = lines.reduce((sum, { packs, gone }) => sum + packs - gone, 0);
  return picks.reduce((sum, { packs }) => sum + packs, 0) === wanted ? picks : null;
}

interface Row {
  readonly order: string;
  readonly carrier: string;
  readonly trackingNumber: string;
  readonly lots: string;
}
type Verdict = { readonly found: { readonly picks: readonly Pick[] } } | { readonly code: string };
interface Table {
  readonly kind: string;
  inspect(tx: Tx, supplierId: string, rows: readonly Row[]): Promise<Verdict[]>;
  write(tx: Tx, supplierId: string, rows: readonly Row[], tools: object, found: readonly object[]): Promise<void>;
}
const table = orderingParts.imports!.find(({ kind }) => kind === 'shipments') as unknown as Table;

/** A table of the day's parcels: the house takes the oldest lots by itself, and says of which order they do not hold enough. */
async function shipByTable(season: Season, seller: Seller, parts: readonly Part[]): Promise<Part[]> {
  const rows = parts.map(({ order }, at) => ({
    ...{ order: order.number, carrier: '顺丰速运', trackingNumber: `SL${1_000 + at}`, lots: '' },
  }));
  const { supplierId, owner } = seller;
  const verdicts = await season.village.as(owner, async (tx) => {
    const told = await table.inspect(tx, supplierId, rows);
    const good = told.flatMap((verdict, at) => ('found' in verdict ? [{ row: rows[at]!, found: verdict.found }] : []));
    const found = good.map((one) => one.found);
    if (good.length > 0)
      await table.write(
        tx,
        supplierId,
        good.map(({ row }) => row),
        {},
        found,
      );
    return told;
  });
  return parts.filter((part, at) => {
    const verdict = verdicts[at]!;
    if ('found' in verdict) {
      left(season, part, verdict.found.picks);
      return false;
    }
    if (verdict.code !== 'LOT_SHORT') throw new Error(`the table of parcels: ${verdict.code}`);
    return true;
  });
}
