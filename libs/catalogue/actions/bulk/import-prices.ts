import type { machines } from '@xihuo/contract';
import { must, time } from '@xihuo/kernel';
import { columns, defineImport, type CellFault, type Tx, type Verdict } from '@xihuo/platform';
import { policyOn } from '@xihuo/registry';
import { priceVerdict, type PriceVerdict } from '../../rules/bulk/price-verdict';
import { stagedPrices } from '../../rules/listing/prices';
import {
  dropPrices,
  moveListings,
  openChanges,
  priceStandings,
  stagePrices,
  type PriceStandingRow,
} from '../../store/bulk/bulk-prices.sql';
import { setPricesWithinBand, type PriceAnswer } from '../listing/set-prices';
import { admitSupplier, packColumns, packKey, packsNamed, type PackFound, type PackNamed } from './pack-columns';

interface PriceRow extends PackNamed {
  /** In fen, as digits. */
  priceFen: string;
}

const words = (zh: string, en: string) => ({ zh, en });

/** As the table of prices heads it, going out and coming in. */
export const PRICE_TITLE = words('零售价（元）', 'Retail price (yuan)');

const FAULTS: Readonly<Record<Exclude<PriceVerdict, 'holds' | 'waits' | 'known' | 'takesBack'>, CellFault>> = {
  belowTier: {
    code: 'BELOW_TIER',
    reason: words('低于该规格的阶梯价', 'It is below what businesses pay for this pack'),
    fix: words('先在商品页修改阶梯价', 'Change the tiers on the page of the product first'),
  },
  changeSubmitted: {
    code: 'CHANGE_SUBMITTED',
    reason: words(
      '价格超出浮动范围，而该商品已有变更待复核',
      'Beyond the band, while a change of this listing is looked at',
    ),
    fix: words('等复核结束，或先撤回该变更', 'Wait for the answer, or take that change back'),
  },
};

/**
 * Prices of many packs at once, by the rules of single ones: within the band they hold when they are written, the others join
 * each listing's open change. Scope is the supplier.
 */
export const pricesImport = defineImport<PriceRow, PackFound>({
  kind: 'prices',
  title: words('价格', 'Prices'),
  roles: ['supplier'],
  columns: {
    ...packColumns,
    priceFen: columns.yuanColumn({
      title: PRICE_TITLE,
      aliases: ['零售价', '价格', '单价', '售价', 'Price', 'Retail price'],
      hint: words('每件价格，单位元，最多两位小数', 'Of one pack, in yuan, at most two decimals'),
      sample: '39.90',
    }),
  },
  keyOf: packKey,
  sameAs: ({ skuId }) => skuId,
  admit: admitSupplier,

  async inspect(tx, supplierId, rows) {
    const bandBp = await policyOn(tx, 'catalogue.priceBandBp', time.businessDate(tx.now));
    const packs = await packsNamed(tx, supplierId, rows);
    const skuIds = packs.flatMap((one) => ('skuId' in one ? [one.skuId] : []));
    const standing = new Map((await tx.sql(priceStandings, [supplierId, skuIds])).map((row) => [row.sku_id, row]));
    return packs.map((one, at): Verdict<PackFound> => {
      if ('fault' in one) return { ...one.fault, column: 'product' };
      const row = standing.get(one.skuId);
      must(row, 'a pack that was named is there');
      const verdict = priceVerdict(standingOf(row), BigInt(rows[at]!.priceFen), bandBp);
      if (verdict === 'known') return { known: one };
      if (verdict === 'holds' || verdict === 'waits' || verdict === 'takesBack') return { found: one };
      return { ...FAULTS[verdict], column: 'priceFen' };
    });
  },

  async write(tx, supplierId, rows, _tools, packs) {
    const wanted = packs.map((one, at) => ({ ...one, priceFen: BigInt(rows[at]!.priceFen) }));
    const productIds = [...new Set(wanted.map(({ productId }) => productId))];
    await tx.sql(moveListings, [supplierId, productIds]);
    const priceOf = new Map(wanted.map(({ skuId, priceFen }) => [skuId, priceFen]));
    const answers = await setPricesWithinBand(tx, supplierId, wanted);
    await stage(tx, supplierId, answers, priceOf);
  },
});

function standingOf(row: PriceStandingRow) {
  return {
    priceFen: row.price_fen,
    referenceFen: row.reference_fen,
    listed: row.listed,
    tiers: row.tiers.map(({ priceFen }) => ({ priceFen: BigInt(priceFen) })),
    submitted: row.change_state === 'submitted',
    stagedFen: row.staged_fen === null ? null : BigInt(row.staged_fen),
  };
}

type StagedPrices = NonNullable<machines.listings.ChangeFields['prices']>;

/**
 * What does not hold at once joins the open change of its listing, in the place of what was wanted of the same packs before; what
 * holds takes that back.
 */
async function stage(
  tx: Tx,
  supplierId: string,
  answers: readonly PriceAnswer[],
  priceOf: ReadonlyMap<string, bigint>,
): Promise<void> {
  must(tx.actor.kind === 'person', 'people write listings');
  const { personId } = tx.actor;
  const productIds = [...new Set(answers.map(({ productId }) => productId))];
  const standing = new Map(
    (await tx.sql(openChanges, [supplierId, productIds])).map(({ product_id: id, fields }) => [
      id,
      fields.prices ?? [],
    ]),
  );
  const answersOf = new Map<string, PriceAnswer[]>(productIds.map((id) => [id, []]));
  for (const answer of answers) answersOf.get(answer.productId)!.push(answer);
  const given = [...answersOf].flatMap(([id, named]) => {
    const before = standing.get(id) ?? [];
    const waiting = named
      .filter(({ outcome }) => outcome === 'waits')
      .map(({ skuId }): StagedPrices[number] => {
        return { skuId, value: { amount: priceOf.get(skuId)!.toString(), currency: 'CNY' } };
      });
    const skuIds = named.map(({ skuId }) => skuId);
    const moves = waiting.length > 0 || before.some(({ skuId }) => skuIds.includes(skuId));
    return moves ? [{ product_id: id, prices: stagedPrices(before, skuIds, waiting) }] : [];
  });
  const kept = given.filter(({ prices }) => prices.length > 0);
  const dropped = given.filter(({ prices }) => prices.length === 0).map(({ product_id: id }) => id);
  const staged = await tx.sql(stagePrices, [supplierId, JSON.stringify(kept), personId, tx.now]);
  const over = await tx.sql(dropPrices, [supplierId, dropped, personId, tx.now]);
  // Handed in since the rows were looked at: the next look says so.
  must(staged.length + over.length === given.length, 'no change that somebody looks at is written at');
}
