import { accrueDeliveries } from '@xihuo/benefit';
import { must, time } from '@xihuo/kernel';
import { confirmReceipt, lines, selling, shipSupplierOrder, type Counter } from '@xihuo/ordering';
import { statement, type Tx, type Vault } from '@xihuo/platform';
import { runSettlement } from '@xihuo/settlement';
import { lots as lotSteps, openLots, recordDeliveries } from '@xihuo/trace';
import { placePaid } from './demo-payments';
import { lotCode, readReferences, STORY, type FarmerRow } from './season';
import type { SeedStep } from './step';

/** One order fewer than it takes for the lot's page to show who earned what. */
const ORDERS = 19;
const FIRST_DELIVERY_GRAMS = 9_000n;
const FIRST_STOCK = 40;

const skuOfStory = statement<{ sku_id: string }>(
  'seed.sku_of_story',
  `select sku.id as sku_id from catalogue.sku_v sku join registry.organisation_v supplier on supplier.id = sku.supplier_id
    where supplier.reference = $1 and sku.product_reference = $2 order by sku.id limit 1`,
);

/** The sides of the programme are written on provinces; a county of an eastern province is eastern. */
const easternCounties = statement<{ code: string }>(
  'seed.eastern_counties',
  `select county.code from registry.region_v county join registry.region_v province on province.code = county.province_code
    where county.level = 'county' and province.side = 'east' order by county.code desc limit $1`,
);

const partsOfStory = statement<{
  id: string;
  order_id: string;
  line_id: string;
  supplier_id: string;
  quantity: number;
  amount_fen: bigint;
}>(
  'seed.parts_of_story',
  `select supplier_order_id as id, order_id, id as line_id, supplier_id, quantity, amount_fen
     from ordering.order_line_v where sku_id = $1 order by id`,
);

const lotOfStory = statement<{ id: string }>(
  'seed.lot_of_story',
  `select id from trace.lot_v where code like $1 and state = 'open' order by code limit 1`,
);

/**
 * The story of one lot, told through the same actions as ever after: twelve households of Dingxi deliver potatoes, nineteen
 * guests buy them, the money is captured, goods are shipped and received, the after-sale window ends, the sales are settled.
 */
export function storySteps(farmers: readonly FarmerRow[], counter: Counter): SeedStep[] {
  return [
    { name: 'story.delivery', daysAgo: 24, run: (tx, { vault }) => deliver(tx, vault, farmers) },
    { name: 'story.orders', daysAgo: 23, run: (tx) => placeAndPay(tx, counter) },
    { name: 'story.shipment', daysAgo: 22, run: ship },
    { name: 'story.receipt', daysAgo: 20, run: (tx) => receive(tx, counter) },
    {
      name: 'story.release',
      daysAgo: 12,
      run: async (tx) => must((await lines.releaseDue(tx)) === ORDERS, 'every order of the story is released'),
    },
    {
      name: 'story.settlement',
      daysAgo: 11,
      run: async (tx) => void (await runSettlement(tx, time.addDays(time.businessDate(tx.now), -1))),
    },
  ];
}

async function deliver(tx: Tx, vault: Vault, farmers: readonly FarmerRow[]): Promise<void> {
  const ids = await readReferences(tx, vault);
  const on = time.businessDate(tx.now);
  const code = lotCode(STORY.supplier, STORY.product, on);
  const lot = {
    code,
    supplierId: ids.get(STORY.supplier)!,
    productId: ids.get(STORY.product)!,
    producedOn: on,
    breakdownPublic: true,
  };
  const lotId = (await openLots(tx, [lot])).get(code)!;
  const deliveries = farmers
    .filter((row) => row.supplier_id === STORY.supplier && row.product_id === STORY.product)
    .map((row) => ({
      lotId,
      householdId: ids.get(row.id)!,
      grams: FIRST_DELIVERY_GRAMS,
      yieldGrams: FIRST_DELIVERY_GRAMS,
      deliveredOn: on,
    }));
  await accrueDeliveries(tx, await recordDeliveries(tx, deliveries, 'seed'));
  await lotSteps.certifyMany(tx, [lotId], 'seed');
  const [sku] = await tx.sql(skuOfStory, [STORY.supplier, STORY.product]);
  await selling.countStock(tx, [{ skuId: sku!.sku_id, onHand: FIRST_STOCK }]);
}

async function placeAndPay(tx: Tx, counter: Counter): Promise<void> {
  const [sku] = await tx.sql(skuOfStory, [STORY.supplier, STORY.product]);
  const counties = await tx.sql(easternCounties, [ORDERS]);
  const inputs = counties.map(({ code }, index) =>
    counter.input(
      {
        // Every third found it on the shelves of the province's hall, and the hall's results show it.
        lines: [
          {
            skuId: sku!.sku_id,
            quantity: 1 + (index % 2),
            ...(index % 3 === 0 ? { via: { venue: 'gansu-hall' } } : {}),
          },
        ],
        delivery: {
          regionCode: code,
          address: `示例路${index + 1}号`,
          name: `示例顾客${index + 1}`,
          phone: `100${String(index).padStart(8, '0')}`,
        },
      },
      null,
    ),
  );
  await placePaid(tx, inputs);
}

async function ship(tx: Tx): Promise<void> {
  const [sku] = await tx.sql(skuOfStory, [STORY.supplier, STORY.product]);
  const [lot] = await tx.sql(lotOfStory, [`${STORY.supplier}-${STORY.product}-%`]);
  for (const part of await tx.sql(partsOfStory, [sku!.sku_id])) {
    const shipment = {
      carrier: '示例快递',
      trackingNumber: `SL${part.id.slice(-10).toUpperCase()}`,
      picks: [{ lineId: part.line_id, lotId: lot!.id, packs: part.quantity }],
    };
    await shipSupplierOrder(tx, part.id, [part.supplier_id], shipment, 'seed');
  }
}

async function receive(tx: Tx, counter: Counter): Promise<void> {
  const [sku] = await tx.sql(skuOfStory, [STORY.supplier, STORY.product]);
  for (const part of await tx.sql(partsOfStory, [sku!.sku_id])) {
    await confirmReceipt(tx, part.order_id, part.id, { personId: null, token: counter.tokenOf(part.order_id) });
  }
}
