import { agreements } from '@xihuo/benefit';
import { loadProducts, loadSkus } from '@xihuo/catalogue';
import { money, time } from '@xihuo/kernel';
import { selling } from '@xihuo/ordering';
import type { Tx } from '@xihuo/platform';
import { households } from '@xihuo/registry';
import { payouts } from '@xihuo/settlement';
import type { Offer, ProductDesk } from '@xihuo/testing';
import { cardNumber } from './card-number';
import type { Village } from './village';

type Person = Awaited<ReturnType<ProductDesk['person']>>;
type Terms = Parameters<typeof agreements.drawAll>[1][number]['terms'];

/** Households of each: a hundred of the first ten suppliers. */
const HOUSEHOLDS = 10;
/** Nobody sells out by the shelf: what there is to send is what the lots hold. */
const ON_HAND = 1_000_000;
const COUNTY = '610629';

export interface Seller {
  readonly name: string;
  readonly supplierId: string;
  readonly owner: Person;
  readonly offer: Offer;
  readonly floorFenPerKg: bigint;
  readonly premiumFenPerKg: bigint;
  readonly wageFen: bigint;
  /** Households whose harvest it buys. */
  readonly growers: readonly string[];
  /** Households that work for it. */
  readonly workers: readonly { householdId: string; agreementId: string }[];
  /** What lies in its store-room, the oldest first. */
  lots: { id: string; grams: bigint }[];
  /** Its wish to leave, and the day on which that may be decided. */
  leaving: { caseId: string; until: number } | null;
  hasLeft: boolean;
}

/** What one is like follows from its number alone: some buy harvests, some employ, some do both, some grow what they sell. */
export async function setUpSeller(
  village: Village,
  { supplierId, owner }: { supplierId: string; owner: Person },
  number: number,
): Promise<Seller> {
  const { shop, desk } = village;
  const name = `S${String(number + 1).padStart(2, '0')}`;
  const priceFen = 1_333n + BigInt(number * 577);
  const rates = {
    floorFenPerKg: 801n + BigInt(number * 37),
    premiumFenPerKg: number % 2 === 0 ? 53n : 0n,
    wageFen: 8_000n + BigInt(number * 111),
  };
  const ids = await shop.does((tx) => enterHouseholds(tx, desk, supplierId, name));
  const offer = await shop.does((tx) => enterProduct(tx, { supplierId, name, priceFen }));
  await desk.approved({ supplierId, productId: offer.productId, clerk: owner });
  await shop.does((tx) => selling.countStock(tx, [{ skuId: offer.skuId, onHand: ON_HAND }]));
  const growers = number % 5 === 4 ? [] : ids.slice(0, 8);
  const working = number % 5 === 4 ? ids : number % 2 === 0 ? ids.slice(6) : [];
  const workers = await shop.does(async (tx) => {
    await agree(tx, { supplierId, ids: growers, terms: buying(offer.productId, rates) });
    const signed = await agree(tx, { supplierId, ids: working, terms: employing(rates.wageFen) });
    return working.map((householdId, at) => ({ householdId, agreementId: signed[at]! }));
  });
  await sayAccount(village, supplierId, 0);
  return { ...rates, ...{ name, supplierId, owner, offer, growers, workers, lots: [], leaving: null, hasLeft: false } };
}

async function enterHouseholds(tx: Tx, { vault }: ProductDesk, supplierId: string, name: string): Promise<string[]> {
  const known = Array.from({ length: HOUSEHOLDS }, (_, at) => ({
    ...{
      reference: `${name}-${at}`,
      supplierId,
      countyCode: COUNTY,
      village: '示例村',
      displayName: `示例户${name}${at}`,
    },
    joinedOn: '2025-01-01',
    sensitive: { householdKind: 'ordinary', idNumber: `${name}${at}`, bankCard: cardNumber(`${name}-${at}`, 0) },
  }));
  const ids = await households.registerHouseholds(tx, vault, known, { givenAt: tx.now, textVersion: 'test' });
  return known.map(({ reference }) => ids.get(reference)!);
}

async function enterProduct(
  tx: Tx,
  { supplierId, name, priceFen }: { supplierId: string; name: string; priceFen: bigint },
): Promise<Offer> {
  const reference = `P-${name}`;
  const products = await loadProducts(tx, [
    {
      ...{
        reference,
        nameZh: `示例苹果${name}`,
        nameEn: `Example apple ${name}`,
        pinyin: `ping guo ${name.toLowerCase()}`,
      },
      ...{ descriptionZh: '', descriptionEn: '', category: 'fruit', regionCode: COUNTY, geographicalIndication: null },
      ...{ harvestMonths: [9], shelfLifeDays: null, storage: 'ambient', scClass: null, regulatoryNote: null },
    },
  ]);
  const productId = products.get(reference)!;
  const pack = { pack: '500g', wholesalePriceFen: null, minimumOrderPacks: 1 };
  const [sku] = await loadSkus(tx, [{ productId, supplierId, priceFen, ...pack }]);
  return { skuId: sku!.id, productId, supplierId, priceFen, grams: 500n };
}

const yuan = (fen: bigint) => money.toWire(money.fen(fen));

const buying = (productId: string, rates: Pick<Seller, 'floorFenPerKg' | 'premiumFenPerKg'>): Terms => ({
  ...{ kind: 'contractPurchase', productId, priority: 1, rebateBp: 0, contractedGrams: 1_000_000_000 },
  ...{ capGramsPerYear: null, capGramsPerLot: null },
  ...{ floorPricePerKg: yuan(rates.floorFenPerKg), premiumPerKg: yuan(rates.premiumFenPerKg) },
});
const employing = (wageFen: bigint): Terms => ({
  ...{ kind: 'employment', dailyWage: yuan(wageFen), pieceRate: null, pieceName: null, workDaysPerYear: 200 },
});

/** Drawn up, offered and signed today, and in force from today. */
async function agree(
  tx: Tx,
  { supplierId, ids, terms }: { supplierId: string; ids: readonly string[]; terms: Terms },
): Promise<string[]> {
  const today = time.businessDate(tx.now);
  const drawn = await agreements.drawAll(
    tx,
    ids.map((householdId) => ({ supplierId, householdId, terms, effectiveFrom: today, effectiveTo: null })),
  );
  await agreements.offerAll(tx, drawn);
  await agreements.signAll(tx, drawn, { way: 'session', on: today });
  return drawn;
}

/** Where a payee is paid from now on: said by one of finance, confirmed by another. `turn` counts the cards it has had. */
export async function sayAccount(
  { shop, desk, as, drawer, approver }: Village,
  payeeId: string,
  turn: number,
): Promise<void> {
  const [payee] = await shop.rows<{ name: string }>(
    `select display_name as name from registry.household_v where id = $1
     union all select name_zh from registry.organisation_v where id = $1`,
    [payeeId],
  );
  const wanted = { payeeId, holder: payee!.name, number: cardNumber(payee!.name, turn), bankName: '示例银行' };
  const said = await as(drawer, (tx) =>
    payouts.proposeAccount(tx, desk, { ...wanted, cnapsCode: '102100099996', reason: '登记' }),
  );
  await as(approver, (tx) => payouts.decideAccount(tx, desk, { id: said, decision: 'confirm', reason: '核对无误' }));
}
