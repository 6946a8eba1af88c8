import { accrueDeliveries, agreements, work } from '@xihuo/benefit';
import { money, time } from '@xihuo/kernel';
import { selling } from '@xihuo/ordering';
import { newId, statement, type Tx, type Vault } from '@xihuo/platform';
import { lots as lotSteps, openLots, recordDeliveries, recordOwnOutput, type NewDelivery } from '@xihuo/trace';
import { householdIds } from './lookups';

/** What the season needs of a row of farmers-sample.csv. */
export interface FarmerRow {
  id: string;
  name: string;
  county_code: string;
  village: string;
  household_kind: string;
  id_number_test: string;
  bank_card_test: string;
  supplier_id: string;
  linkage_model: string;
  product_id: string;
  contracted_kg: string;
  guaranteed_price_fen_per_kg: string;
  work_days_per_year: string;
  daily_wage_fen: string;
  shares: string;
  dividend_rate_bp: string;
  joined_on: string;
}

/** The lot that the seed tells a whole story about: see history.ts. */
export const STORY = { supplier: 'S092', product: 'P0165' } as const;

interface OfferRow {
  sku_id: string;
  supplier_id: string;
  supplier_reference: string;
  product_id: string;
  product_reference: string;
  category: string;
  net_grams: bigint | null;
}

const offers = statement<OfferRow>(
  'seed.offers',
  `select sku.id as sku_id, sku.supplier_id, supplier.reference as supplier_reference, sku.product_id, sku.product_reference,
          product.category, sku.net_grams
     from catalogue.sku_v sku join catalogue.product_v product on product.id = sku.product_id
     join registry.organisation_v supplier on supplier.id = sku.supplier_id order by sku.id`,
);

const references = statement<{ kind: string; reference: string; id: string }>(
  'seed.references',
  `select 'organisation' as kind, reference, id from registry.organisation_v
   union all select 'product', reference, id from catalogue.product_v`,
);

const workAgreements = statement<{ id: string; supplier_id: string; by_piece: boolean }>(
  'seed.work_agreements',
  `select id, supplier_id, piece_rate_fen is not null as by_piece from benefit.agreement_v where kind = 'employment' order by id`,
);

/** Grams of goods that a hundred grams of harvest make, by category; illustrative. Fresh goods lose what grading takes out. */
const YIELD_PERCENT: Record<string, bigint> = {
  tea: 22n,
  processed: 55n,
  'grain-oil': 60n,
  mushroom: 15n,
  'medicinal-food': 30n,
  nut: 50n,
  seasoning: 40n,
  beverage: 60n,
};
const FRESH_YIELD_PERCENT = 95n;
/** Harvest that comes in before the demo begins, in percent of what is contracted for the year. */
const DELIVERED_PERCENT = 10n;
/** Pieces a workshop has made where nothing is delivered by weight. */
const OWN_PIECES = 60n;

export function lotCode(supplierReference: string, productReference: string, producedOn: string): string {
  return `${supplierReference}-${productReference}-${producedOn.slice(2).replaceAll('-', '')}`;
}

/** Ids of suppliers, products and households by their references in the files. */
export async function readReferences(tx: Tx, vault: Vault): Promise<Map<string, string>> {
  const rows = await tx.sql(references);
  const households = await householdIds(tx, vault);
  return new Map([...rows.map((row) => [row.reference, row.id] as const), ...households]);
}

const yuanOf = (fen: string) => money.toWire(money.fen(BigInt(fen)));

/** What a row says is agreed. */
function termsOf(
  row: FarmerRow,
  ids: ReadonlyMap<string, string>,
): Parameters<typeof agreements.drawAll>[1][number]['terms'] {
  if (row.linkage_model === 'contractPurchase')
    return {
      ...{ kind: 'contractPurchase', productId: ids.get(row.product_id)!, priority: 1, rebateBp: 0 },
      ...{ floorPricePerKg: yuanOf(row.guaranteed_price_fen_per_kg), premiumPerKg: yuanOf('0') },
      ...{ contractedGrams: Number(row.contracted_kg) * 1000, capGramsPerYear: null, capGramsPerLot: null },
    };
  if (row.linkage_model === 'employment')
    return {
      ...{ kind: 'employment', dailyWage: yuanOf(row.daily_wage_fen), pieceRate: null, pieceName: null },
      workDaysPerYear: Number(row.work_days_per_year),
    };
  return { kind: 'dividend', shares: Number(row.shares), landMuHundredths: null, rentPerMu: null };
}

/**
 * The agreements of all households, as their rows say: drawn up, offered and signed on one day, and in force from it. A supplier
 * that was not admitted offers nothing, so nothing is agreed with it; nor over a product that may not be sold.
 */
export async function signSeasonAgreements(tx: Tx, vault: Vault, farmers: readonly FarmerRow[]): Promise<void> {
  const ids = await readReferences(tx, vault);
  const today = time.businessDate(tx.now);
  const offered = await tx.sql(offers);
  const admitted = new Set(offered.map((offer) => offer.supplier_reference));
  const pairs = new Set(offered.map((offer) => `${offer.supplier_reference} ${offer.product_reference}`));
  const bound = farmers.filter((row) =>
    row.linkage_model === 'contractPurchase'
      ? pairs.has(`${row.supplier_id} ${row.product_id}`)
      : admitted.has(row.supplier_id),
  );
  const drafts = bound.map((row) => ({
    ...{ supplierId: ids.get(row.supplier_id)!, householdId: ids.get(row.id)!, terms: termsOf(row, ids) },
    ...{ effectiveFrom: today, effectiveTo: null },
  }));
  const drawn = await agreements.drawAll(tx, drafts);
  await agreements.offerAll(tx, drawn);
  await agreements.signAll(tx, drawn, { way: 'session', on: today });
}

/** Deliveries of contracted households into one lot an offer, and what workshops made themselves; stock counted from it. */
export async function bringInHarvest(tx: Tx, vault: Vault, farmers: readonly FarmerRow[]): Promise<void> {
  const ids = await readReferences(tx, vault);
  const on = time.addDays(time.businessDate(tx.now), -1);
  const all = await tx.sql(offers);
  const codeOf = (offer: OfferRow) => lotCode(offer.supplier_reference, offer.product_reference, on);
  const lots = await openLots(
    tx,
    all.map((offer) => ({
      code: codeOf(offer),
      supplierId: offer.supplier_id,
      productId: offer.product_id,
      producedOn: on,
      breakdownPublic: true,
    })),
  );
  const byPair = new Map(all.map((offer) => [`${offer.supplier_reference} ${offer.product_reference}`, offer]));
  const deliveries = farmers.flatMap((row): NewDelivery[] => {
    const offer = byPair.get(`${row.supplier_id} ${row.product_id}`);
    if (row.linkage_model !== 'contractPurchase' || !offer) return [];
    const grams = (BigInt(row.contracted_kg) * 1000n * DELIVERED_PERCENT) / 100n;
    const yieldPercent = YIELD_PERCENT[offer.category] ?? FRESH_YIELD_PERCENT;
    return [
      {
        lotId: lots.get(codeOf(offer))!,
        householdId: ids.get(row.id)!,
        grams,
        yieldGrams: (grams * yieldPercent) / 100n,
        deliveredOn: on,
      },
    ];
  });
  await accrueDeliveries(tx, await recordDeliveries(tx, deliveries, 'seed'));

  const received = new Map<string, bigint>();
  for (const delivery of deliveries)
    received.set(delivery.lotId, (received.get(delivery.lotId) ?? 0n) + delivery.yieldGrams);
  const own = all.filter((offer) => !received.has(lots.get(codeOf(offer))!));
  await recordOwnOutput(
    tx,
    own.map((offer) => ({
      lotId: lots.get(codeOf(offer))!,
      grams: OWN_PIECES * (offer.net_grams ?? 1n),
      recordedOn: on,
    })),
  );
  await lotSteps.certifyMany(tx, [...lots.values()], 'seed');
  await selling.countStock(
    tx,
    all.map((offer) => ({
      skuId: offer.sku_id,
      onHand: Number(
        (received.get(lots.get(codeOf(offer))!) ?? OWN_PIECES * (offer.net_grams ?? 1n)) / packGrams(offer),
      ),
    })),
  );
}

/** A pack that is not sold by weight takes a kilogram of harvest here; its lot balances by pieces when it ships. */
function packGrams(offer: OfferRow): bigint {
  return offer.net_grams ?? (offer.category === 'handicraft' ? 1n : 1000n);
}

/** What one pair of hands sorts in two days, where work is paid by the piece. */
const PIECES = 64;

/** Two days of work for everybody employed, confirmed by them, so that wages stand first in the queue. */
export async function recordSeasonWork(tx: Tx): Promise<void> {
  const employed = await tx.sql(workAgreements);
  const yesterday = time.addDays(time.businessDate(tx.now), -1);
  // A record lies in one month: on the second of one the two days before are taken.
  const to = yesterday.endsWith('-01') ? time.addDays(yesterday, -1) : yesterday;
  const from = time.addDays(to, -1);
  const lines = employed.map((row) => ({
    ...{ id: newId(), agreementId: row.id, from, to, days: 2, pieces: row.by_piece ? PIECES : null },
  }));
  const suppliers = employed.map((row) => row.supplier_id);
  await work.writeAll(tx, lines, { suppliers, households: [], at: (index) => `lines/${index}/` });
  await work.confirmAll(
    tx,
    lines.map(({ id }) => id),
    'session',
  );
}
