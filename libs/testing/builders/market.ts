import { randomUUID } from 'node:crypto';
import { selling } from '@xihuo/ordering';
import { openField, type Field, type FieldWanted } from './field';

export interface Offer {
  skuId: string;
  productId: string;
  supplierId: string;
  priceFen: bigint;
  /** Net weight of a pack. */
  grams: bigint;
}

export interface OfferWanted {
  supplierId?: string;
  priceFen?: bigint;
  grams?: bigint;
  /** Packs on the shelf. */
  stock?: number;
  perishable?: boolean;
}

/** The smallest market that can sell: two places, the policies orders ask for, suppliers and offers by plain rows. */
export interface Market extends Field {
  supplier(): Promise<string>;
  offer(wanted?: OfferWanted): Promise<Offer>;
  household(supplierId: string, village?: string): Promise<string>;
  /** An open point that shows the packs' products and hands them over. */
  stall(...skuIds: string[]): Promise<Stall>;
  /** An open measure against a supplier, as a reviewer imposes it. */
  impose(
    supplierId: string,
    kind: 'suspension' | 'exit' | 'warning' | 'productDelisting',
    productId?: string,
  ): Promise<void>;
  /** A supplier leaves, as people decide it: the measure, and the procedure that follows, with so many days for its orders. */
  leaves(supplierId: string, days?: number, steps?: readonly string[]): Promise<void>;
}

export interface Stall {
  id: string;
  slug: string;
}

/** A district of Shanghai, where things are delivered to. */
export const CITY = '310101';
/** A county of Shaanxi, where they come from. */
const COUNTY = '610629';

export async function openMarket(settings: FieldWanted['settings'] = {}): Promise<Market> {
  const field = await openField({ pool: 24, settings });
  await field.rows(PLACES);
  await field.rows(POLICIES);
  await field.rows(
    `insert into admission.standard (version, published_on, effective_from, criteria, source)
     values ('test@1', '2019-12-01', '2020-01-01', '[]', 'test')`,
  );
  return {
    ...field,
    supplier: () => supplier(field),
    offer: async (wanted = {}) => offer(field, { ...wanted, supplierId: wanted.supplierId ?? (await supplier(field)) }),
    household: (supplierId, village = '示例村') => household(field, supplierId, village),
    stall: (...skuIds) => stall(field, skuIds),
    impose: async (supplierId, kind, productId) =>
      void (await field.rows(
        `insert into admission.measure (supplier_id, kind, product_id, reason, imposed_by, started_at)
         values ($1, $2, $3, 'test', 'person:test', platform.business_now())`,
        [supplierId, kind, productId],
      )),
    leaves: (supplierId, days = 60, steps = EXIT_STEPS) => leaves(field, { supplierId, days, steps }),
  };
}

const EXIT_STEPS = ['openOrders', 'afterSales', 'farmerDues', 'finalStatement', 'remainingDebts'];

async function leaves(
  { rows }: Field,
  { supplierId, days, steps }: { supplierId: string; days: number; steps: readonly string[] },
): Promise<void> {
  await rows(
    `with measure as (
       insert into admission.measure (supplier_id, kind, reason, imposed_by, started_at)
       values ($1, 'exit', 'test', 'person:test', platform.business_now()) returning id, started_at
     ), exit as (
       insert into admission.exit_procedure (supplier_id, county_code, measure_id, started_at, deadline)
       select $1, $2, id, started_at, started_at::date + $3::integer from measure returning id
     )
     insert into admission.exit_step (exit_id, step) select exit.id, step from exit, unnest($4::text[]) step`,
    [supplierId, COUNTY, days, steps],
  );
}

const PLACES = `
  insert into registry.region (code, name, level, parent_code, side, pinyin, province_code) values
    ('310000', '上海市', 'province', null, 'east', 'shanghai', '310000'),
    ('${CITY}', '黄浦区', 'county', '310000', 'east', 'huangpu', '310000'),
    ('610000', '陕西省', 'province', null, 'west', 'shaanxi', '610000'),
    ('610600', '延安市', 'prefecture', '610000', 'west', 'yanan', '610000'),
    ('${COUNTY}', '洛川县', 'county', '610600', 'west', 'luochuan', '610000'),
    ('710000', '台湾省', 'province', null, null, 'taiwan', '710000')`;

const POLICIES = `
  insert into registry.policy (key, value, effective_from, source) values
    ('afterSale.windowDays', '7', '2020-01-01', 'test'),
    ('ledger.openDifferenceMostFen', '0', '2020-01-01', 'test'),
    ('payout.accountHoldHours', '72', '2020-01-01', 'test'),
    ('afterSale.perishableWindowDays', '2', '2020-01-01', 'test'),
    ('fulfilment.autoReceiptDays', '10', '2020-01-01', 'test'),
    ('fulfilment.extendReceiptDays', '5', '2020-01-01', 'test'),
    ('fulfilment.shipWithinHours', '72', '2020-01-01', 'test'),
    ('benefit.payWithinDays', '30', '2020-01-01', 'test'),
    ('fulfilment.autoReceiptAfterDeliveryHours', '72', '2020-01-01', 'test'),
    ('afterSale.answerHours', '48', '2020-01-01', 'test'),
    ('afterSale.freshAnswerHours', '24', '2020-01-01', 'test'),
    ('afterSale.returnDays', '7', '2020-01-01', 'test'),
    ('afterSale.inspectDays', '7', '2020-01-01', 'test'),
    ('afterSale.replaceDays', '3', '2020-01-01', 'test'),
    ('afterSale.escalateDays', '7', '2020-01-01', 'test'),
    ('order.payWithinMinutes', '30', '2020-01-01', 'test'),
    ('order.unpaidMost', '{"address":null,"account":null,"phone":null}', '2020-01-01', 'test'),
    ('cart.newPerHour', '1000', '2020-01-01', 'test'),
    ('fee.platformBp', '0', '2020-01-01', 'test'),
    ('promotion.stacking', '{"order":["flashPrice","campaignPrice","fullReduction","coupon"],"excludes":[["flashPrice","campaignPrice"],["flashPrice","coupon"]]}', '2020-01-01', 'test'),
    ('cart.guestDays', '30', '2020-01-01', 'test'),
    ('breakdown.minOrders', '20', '2020-01-01', 'test'),
    ('breakdown.minHouseholds', '10', '2020-01-01', 'test'),
    ('trace.grades', '{"*":["special","first","second","ungraded"]}', '2020-01-01', 'test'),
    ('trace.deliveryYieldBp', '{"*":10000,"tea":2200}', '2020-01-01', 'test'),
    ('trace.deliveryBackDays', '30', '2020-01-01', 'test'),
    ('trace.witnessDays', '15', '2020-01-01', 'test'),
    ('trace.contestDays', '30', '2020-01-01', 'test'),
    ('trace.processingYieldBp', '{"drying":{"leastBp":1000,"mostBp":5000}}', '2020-01-01', 'test'),
    ('trace.certificateCategories', '["vegetable"]', '2020-01-01', 'test'),
    ('trace.quarantineCategories', '["meat"]', '2020-01-01', 'test'),
    ('benefit.leastDayWageFen', '{"":2000,"6106":3000}', '2020-01-01', 'test'),
    ('benefit.workContestDays', '7', '2020-01-01', 'test'),
    ('benefit.outsideAnswerDays', '30', '2020-01-01', 'test'),
    ('benefit.outsideWitnessDays', '15', '2020-01-01', 'test'),
    ('benefit.contestAnswerDays', '15', '2020-01-01', 'test'),
    ('dispute.answerWorkingDays', '3', '2020-01-01', 'test'),
    ('dispute.escalateWorkingDays', '7', '2020-01-01', 'test'),
    ('dispute.negotiationWorkingDays', '10', '2020-01-01', 'test'),
    ('dispute.evidenceWorkingDays', '3', '2020-01-01', 'test'),
    ('dispute.mediationWorkingDays', '7', '2020-01-01', 'test'),
    ('dispute.appealWorkingDays', '5', '2020-01-01', 'test'),
    ('dispute.appealDecisionWorkingDays', '7', '2020-01-01', 'test'),
    ('dispute.referralWorkingDays', '52', '2020-01-01', 'test'),
    ('dispute.papersMax', '3', '2020-01-01', 'test'),
    ('purchase.publicTermDays', '30', '2020-01-01', 'test'),
    ('purchase.publicTermMostDays', '60', '2020-01-01', 'test'),
    ('purchase.firmTermDays', '60', '2020-01-01', 'test'),
    ('purchase.termMostDays', '90', '2020-01-01', 'test'),
    ('purchase.payFirstDays', '3', '2020-01-01', 'test'),
    ('purchase.aloneDays', '1', '2020-01-01', 'test'),
    ('purchase.creditAtOnceBp', '3000', '2020-01-01', 'test'),
    ('purchase.remindDays', '5', '2020-01-01', 'test'),
    ('purchase.invoiceIssueDays', '7', '2020-01-01', 'test'),
    ('purchase.invoiceCheckDays', '7', '2020-01-01', 'test'),
    ('benefit.leastVolumeBp', '6000', '2018-07-01', 'test')`;

async function supplier({ rows }: Field): Promise<string> {
  const id = randomUUID();
  await rows(
    `with new_supplier as (
       insert into registry.organisation (id, reference, name_zh, name_en, kind, county_code)
       values ($1::uuid, 'T' || $1::text, '示例合作社' || left($1::text, 4), 'Example cooperative', 'cooperative', '${COUNTY}')
     ), application as (
       insert into admission.application (supplier_id, kind, county_code, state, evidence, standard_version)
       values ($1::uuid, 'cooperative', '${COUNTY}', 'certified', '{}', 'test@1') returning id
     )
     insert into admission.certification (supplier_id, application_id, certified_on, valid_until)
     select $1::uuid, id, '2020-01-01', '2099-01-01' from application`,
    [id],
  );
  return id;
}

async function offer(field: Field, wanted: OfferWanted & { supplierId: string }): Promise<Offer> {
  const { supplierId, priceFen = 1_990n, grams = 500n, stock = 100, perishable = false } = wanted;
  const productId = randomUUID();
  const [sku] = await field.rows<{ id: string }>(
    `with new_product as (
       insert into catalogue.product (id, reference, slug, name_zh, name_en, description_zh, description_en, category,
                                      region_code, harvest_months, storage, perishable)
       values ($1::uuid, $1::text, 'p-' || $1::text, '示例苹果', 'Example apple', '', '', 'fruit', '${COUNTY}', '{9}', 'ambient', $5)
     ), approval as (
       insert into admission.listing_approval (supplier_id, product_id, dossier_version, approved_at, approved_by)
       values ($2, $1::uuid, 1, now(), 'test')
     )
     insert into catalogue.sku (product_id, supplier_id, pack, net_grams, price_fen)
     values ($1::uuid, $2, '一份', $3, $4) returning id`,
    [productId, supplierId, grams, priceFen, perishable],
  );
  const skuId = sku!.id;
  await field.does((tx) => selling.countStock(tx, [{ skuId, onHand: stock }]));
  return { skuId, productId, supplierId, priceFen, grams };
}

async function stall({ rows }: Field, skuIds: readonly string[]): Promise<Stall> {
  const slug = `stall-${randomUUID().slice(0, 8)}`;
  const [venue] = await rows<{ id: string }>(
    `with stands as (
       insert into catalogue.venue (slug, kind, state, name_zh, name_en, story_zh, story_en, region_code, operator_name, address,
                                    opening_times, pickup, created_at)
       values ($1, 'directSupplyPoint', 'open', '示例直供点 ' || $1, 'Point ' || $1, '', '', '${CITY}', '示例', '示例路 9 号',
               '[{"days":[1],"from":"09:00","to":"18:00"}]', true, now())
       returning id
     ), shelf as (
       insert into catalogue.venue_shelf (venue_id, position, title_zh, title_en, by_rule)
       select id, 1, '全部', 'All', false from stands returning id
     ), shown as (
       insert into catalogue.venue_shelf_product (shelf_id, product_id, position)
       select shelf.id, product_id, row_number() over (order by product_id)
         from shelf cross join (select distinct product_id from catalogue.sku where id = any ($2::uuid[])) given
     )
     select id from stands`,
    [slug, skuIds],
  );
  return { id: venue!.id, slug };
}

async function household({ rows }: Field, supplierId: string, village: string): Promise<string> {
  const [row] = await rows<{ id: string }>(
    `insert into registry.household (reference, supplier_id, county_code, village, display_name, joined_on)
     values (gen_random_uuid()::text, $1, '${COUNTY}', $2, '示例户', '2020-01-01') returning id`,
    [supplierId, village],
  );
  return row!.id;
}
