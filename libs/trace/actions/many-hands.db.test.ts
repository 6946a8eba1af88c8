import { randomUUID } from 'node:crypto';
import { ProblemError } from '@xihuo/kernel';
import { holding, openShop, type Offer, type Shop } from '@xihuo/testing';
import { noteLoss, packFromLot } from './lot-entries';
import { correctDelivery } from './record-delivery';
import { recallLots } from './recall-lots';
import { confirmByHousehold, contestDelivery } from './settle-delivery';

/** Hands at work on the same three lots at once. */
const HANDS = 16;
const ROUNDS = 5;
const LOTS = 3;

const OF_LOTS = {
  left: holding.invariants['what left a lot is what its shipments took'],
  came: holding.invariants['a lot holds what came in, and what went on or was lost is on the record'],
};

let shop: Shop;
let scale: ReturnType<Shop['scale']>;
let offer: Offer;
let lots: string[];

beforeAll(async () => {
  shop = await openShop();
  scale = shop.scale();
});
afterAll(() => shop?.close());
beforeEach(async () => {
  offer = await shop.offer({ grams: 500n, stock: 1_000 });
  lots = await Promise.all(Array.from({ length: LOTS }, () => shop.lot(offer, 15_000n)));
});

const lotAt = (place: number) => lots[place % LOTS]!;

/** What two lots give to one parcel, in either order. */
async function shipped(seed: number): Promise<void> {
  const order = await shop.paidOrder({ offer, quantity: 4 });
  const [part] = order.supplierOrders;
  const lineId = part!.lines[0]!.id;
  const picks = [lotAt(seed), lotAt(seed + 1)].map((lotId) => ({ lineId, lotId, packs: 2 }));
  await shop.shipPart(part!, picks);
}

/** A delivery of ten kilograms that turns out to have been two, and in another lot. */
async function corrected(seed: number): Promise<void> {
  const householdId = await shop.household(offer.supplierId);
  const id = await scale.brought(offer.supplierId, { lotId: lotAt(seed), householdId });
  await scale.asHousehold(householdId, (tx) => contestDelivery(tx, scale.kit, { id, version: 2, reason: '斤两不对' }));
  const weighed = await scale.weighed({ lotId: lotAt(seed + 2), householdId, grams: 2_000 });
  const correction = { ...weighed, reason: '过磅读错' };
  await scale.asClerk(offer.supplierId, (tx) =>
    correctDelivery(tx, scale.kit, { deciding: { id, version: 3 }, correction }),
  );
  await scale.asHousehold(householdId, (tx) => confirmByHousehold(tx, scale.kit, { id: weighed.id, version: 1 }));
}

async function entered(seed: number): Promise<void> {
  const on = await scale.today();
  const pack = { id: randomUUID(), skuId: offer.skuId, packs: 3, packedOn: on };
  await scale.asClerk(offer.supplierId, (tx) => packFromLot(tx, lotAt(seed), pack));
  const loss = { id: randomUUID(), grams: 700, on, reason: 'spoilage' as const, note: null };
  await scale.asClerk(offer.supplierId, (tx) => noteLoss(tx, lotAt(seed + 1), loss));
}

const made = (seed: number) =>
  scale.made(offer, {
    inputs: [lotAt(seed), lotAt(seed + 1)].map((lotId) => ({ lotId, grams: 900 })),
    outputs: [{ lotId: lotAt(seed + 2), grams: 1_800 }],
  });

const WORK = [shipped, corrected, entered, made] as const;

test('shipments, corrections, losses and processing of the same lots at once: each is done or refused, and the lots balance', async () => {
  const refusals = new Set<string>();
  const hand = async (seed: number) => {
    for (let round = 0; round < ROUNDS; round += 1) {
      try {
        await WORK[(seed + round) % WORK.length]!(seed * 7 + round);
      } catch (error) {
        if (!(error instanceof ProblemError)) throw error;
        refusals.add(error.code);
      }
    }
  };
  await Promise.all(Array.from({ length: HANDS }, (_, seed) => hand(seed)));
  // A circle is refused like an empty lot; nothing else is in the way.
  expect([...refusals].filter((code) => code !== 'LOT_MASS_BALANCE' && code !== 'LOT_CIRCLE')).toEqual([]);
  expect(await holding.brokenInvariants(shop.count, OF_LOTS)).toEqual({});
});

test('a recall amid all of it: what is made or shipped after it is nothing', async () => {
  const recallId = randomUUID();
  const recall = scale.asClerk(offer.supplierId, (tx) =>
    recallLots(tx, scale.kit, {
      ...{ id: recallId, lotIds: [lotAt(0)], class: 1 as const },
      ...{ reason: '农残超标', notice: '请立即停止食用并退货。' },
    }),
  );
  const chain = async (seed: number) => {
    const lotId = await scale.openLot(offer);
    await scale.made(offer, { inputs: [{ lotId: lotAt(0), grams: 500 }], outputs: [{ lotId, grams: 500 }] });
    const order = await shop.paidOrder({ offer });
    await shop.ship(order, new Map([[offer.productId, seed % 2 === 0 ? lotId : lotAt(0)]]));
  };
  const ends = await Promise.allSettled([...Array.from({ length: 8 }, (_, seed) => chain(seed)), recall]);
  for (const end of ends) if (end.status === 'rejected') expect(end.reason).toMatchObject({ code: 'LOT_RECALLED' });
  expect(ends.at(-1)!.status).toBe('fulfilled');
  // Whatever was made of the lot is in the recall: no way leads out of it.
  const escaped = `
    with recursive reached (lot_id) as (
      select lot_id from trace.recall_lot where recall_id = $1 and named
      union select made.lot_id from reached join trace.processing_input went using (lot_id)
              join trace.processing_output made using (processing_id))
    select count(*) from reached join trace.lot on lot.id = lot_id
     where state <> 'recalled' or not exists (select from trace.recall_lot held where held.recall_id = $1 and held.lot_id = lot.id)`;
  expect(await shop.count(escaped, [recallId])).toBe(0);
  expect(await holding.brokenInvariants(shop.count, OF_LOTS)).toEqual({});
});
