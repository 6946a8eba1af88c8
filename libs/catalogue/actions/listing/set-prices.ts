import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { money, must, time } from '@xihuo/kernel';
import { type Tx } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { priceOutcome, stagedPrices, type PriceOutcome } from '../../rules/listing/prices';
import { setSkuPrices } from '../../store/listing/listing.sql';
import { packsForPrices, type PackForPrice } from '../../store/listing/pack-prices.sql';
import { followInSearch } from '../search/follow';
import type { OwnListing } from './read-listing';
import { keepChange, lockOwnListing, moveOn, mustBeSound } from './write-change';

type Key = 'PUT /suppliers/{supplierId}/products/{productId}/prices';

export interface WantedPrice {
  readonly skuId: string;
  readonly priceFen: bigint;
}
export interface PriceAnswer {
  readonly skuId: string;
  readonly productId: string;
  readonly outcome: PriceOutcome;
}

/**
 * Sets prices of one supplier, of however many products: those within the band hold at once and are audited, one line a product.
 * The others are only told apart: whoever asks stages them. Packs of others count as unknown.
 *
 * @throws ProblemError NOT_FOUND where a pack is not the supplier's
 */
export async function setPricesWithinBand(
  tx: Tx,
  supplierId: string,
  wanted: readonly WantedPrice[],
): Promise<PriceAnswer[]> {
  const bandBp = await policyOn(tx, 'catalogue.priceBandBp', time.businessDate(tx.now));
  const packs = new Map(
    (await tx.sql(packsForPrices, [supplierId, wanted.map(({ skuId }) => skuId)])).map((row) => [row.id, row]),
  );
  if (packs.size !== new Set(wanted.map(({ skuId }) => skuId)).size) throw fail('NOT_FOUND');
  const judged = wanted.map(({ skuId, priceFen }) => {
    const row = packs.get(skuId)!;
    const pack = { priceFen: row.price_fen, referenceFen: row.reference_fen, listed: row.listed };
    return { row, priceFen, outcome: priceOutcome(pack, priceFen, bandBp) };
  });
  const holding = judged.filter(({ outcome }) => outcome === 'holds');
  if (holding.length > 0) {
    const given = holding.map(({ row, priceFen }) => ({
      ...{ sku_id: row.id, price_fen: priceFen.toString(), looked: !row.listed },
    }));
    const set = await tx.sql(setSkuPrices, [JSON.stringify(given)]);
    must(set.length === holding.length, 'every price within the band holds');
    followInSearch(tx);
    for (const productId of new Set(holding.map(({ row }) => row.product_id))) {
      const ofProduct = holding.filter(({ row }) => row.product_id === productId);
      audit(tx, { supplierId, productId }, ofProduct);
    }
  }
  return judged.map(({ row, outcome }) => ({ skuId: row.id, productId: row.product_id, outcome }));
}

function audit(
  tx: Tx,
  { supplierId, productId }: OwnListing,
  rows: readonly { row: PackForPrice; priceFen: bigint }[],
): void {
  const prices = (fen: (one: (typeof rows)[number]) => bigint) =>
    Object.fromEntries(rows.map((one) => [one.row.id, fen(one).toString()]));
  tx.audit({
    action: 'price.set',
    subjectKind: 'product',
    subjectId: productId,
    before: { pricesFen: prices(({ row }) => row.price_fen) },
    after: { supplierId, pricesFen: prices(({ priceFen }) => priceFen) },
  });
}

/** Prices of one product: what does not hold at once joins the open change, what holds takes back what was staged of it. @throws ProblemError NOT_AT_THIS_STEP, TIERS_UNSOUND */
export async function setPrices(
  tx: Tx,
  { prices, ...at }: OwnListing & { version: number } & InputOf<Key>['body'],
): Promise<ResponseOf<Key>> {
  const { row, change, personId } = await lockOwnListing(tx, at, 'price.set');
  const own = new Set(row.packs.map(({ skuId }) => skuId));
  if (prices.some(({ skuId }) => !own.has(skuId))) throw fail('NOT_FOUND');
  mustBeSound(row, { prices: prices.map(({ skuId, price }) => ({ skuId, value: price })) });
  const wanted = prices.map(({ skuId, price }) => ({ skuId, priceFen: money.fromWire(price) }));
  const answers = await setPricesWithinBand(tx, at.supplierId, wanted);
  const waiting = new Set(answers.filter(({ outcome }) => outcome === 'waits').map(({ skuId }) => skuId));
  const before = change?.fields.prices ?? [];
  const named = prices.map(({ skuId }) => skuId);
  if (waiting.size > 0 || before.some(({ skuId }) => named.includes(skuId))) {
    if (change && change.state === 'submitted') throw fail('NOT_AT_THIS_STEP', { extra: { state: change.state } });
    const wait = prices.filter(({ skuId }) => waiting.has(skuId)).map(({ skuId, price }) => ({ skuId, value: price }));
    const staged = stagedPrices(before, named, wait);
    const fields = { ...change?.fields, prices: staged.length > 0 ? staged : undefined };
    await keepChange(tx, { ...at, change, personId }, fields);
  }
  await moveOn(tx, at);
  return { version: at.version + 1, prices: answers.map(({ skuId, outcome }) => ({ skuId, outcome })) };
}
