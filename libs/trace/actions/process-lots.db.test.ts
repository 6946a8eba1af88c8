import { randomUUID } from 'node:crypto';
import { time } from '@xihuo/kernel';
import { openShop, type Offer, type Shop } from '@xihuo/testing';
import { addOwnOutput, certifyLot, noteLoss, packFromLot } from './lot-entries';

type Scale = ReturnType<Shop['scale']>;
let scale: Scale;
let offer: Offer;

beforeAll(async () => {
  scale = (await openShop()).scale();
});
afterAll(() => scale?.shop.close());
beforeEach(async () => {
  offer = await scale.shop.offer();
});

const balance = async (id: string) =>
  (
    await scale.shop.rows<{ came: string; gone: string; lost: string }>(
      'select received_grams as came, processed_grams as gone, lost_grams as lost from trace.lot where id = $1',
      [id],
    )
  )[0];
const full = (grams = 10_000n) => scale.shop.lot(offer, grams);
const fresh = () => scale.openLot(offer);

test('many lots become many; what goes in is what comes out and what is lost', async () => {
  const [one, two, out] = [await full(), await full(), await fresh()];
  const second = randomUUID();
  await scale.made(offer, {
    inputs: [
      { lotId: one, grams: 10_000 },
      { lotId: two, grams: 4_000 },
    ],
    outputs: [
      { lotId: out, grams: 9_000 },
      { lotId: second, productId: offer.productId, grams: 4_000 },
    ],
    losses: [{ reason: 'grading', grams: 1_000 }],
  });
  expect(await balance(one)).toEqual({ came: '10000', gone: '10000', lost: '0' });
  expect(await balance(two)).toEqual({ came: '10000', gone: '4000', lost: '0' });
  expect([await balance(out), await balance(second)]).toMatchObject([{ came: '9000' }, { came: '4000' }]);
});

test('the same act sent twice is one', async () => {
  const [one, out] = [await full(), await fresh()];
  const act = { id: randomUUID(), inputs: [{ lotId: one, grams: 6_000 }], outputs: [{ lotId: out, grams: 6_000 }] };
  await scale.made(offer, act);
  await scale.made(offer, act);
  expect(await balance(out)).toMatchObject({ came: '6000' });
  await expect(
    scale.made(offer, { ...act, inputs: [{ lotId: one, grams: 1 }], outputs: [{ lotId: out, grams: 1 }] }),
  ).rejects.toMatchObject({ code: 'ID_USED' });
});

test.each([1, 2, 3])('a lot is not made of itself over %i steps', async (steps) => {
  const chain = [await full()];
  for (let step = 1; step < steps; step += 1) {
    chain.push(await fresh());
    await scale.made(offer, {
      inputs: [{ lotId: chain[step - 1]!, grams: 5_000 }],
      outputs: [{ lotId: chain[step]!, grams: 5_000 }],
    });
  }
  const closing = { inputs: [{ lotId: chain.at(-1)!, grams: 100 }], outputs: [{ lotId: chain[0]!, grams: 100 }] };
  await expect(scale.made(offer, closing)).rejects.toMatchObject({ code: 'LOT_CIRCLE' });
  expect(await balance(chain[0]!)).toMatchObject({ came: '10000' });
});

test('two acts at once that would close a circle together: one of them is refused', async () => {
  const [one, two] = [await full(), await full()];
  const act = (from: string, into: string) =>
    scale.made(offer, { inputs: [{ lotId: from, grams: 100 }], outputs: [{ lotId: into, grams: 100 }] });
  const ends = await Promise.allSettled([act(one, two), act(two, one)]);
  expect(ends.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test.each<[string, (lot: string, out: string) => Promise<object>, string]>([
  ['more out than in', (lot, out) => at(lot, 100, out, 101), 'PROCESSING_UNBALANCED'],
  ['less out than in without a loss', (lot, out) => at(lot, 100, out, 99), 'PROCESSING_UNBALANCED'],
  [
    'dried fruit as heavy as the fresh',
    async (lot, out) => ({ ...(await at(lot, 100, out, 100)), kind: 'drying' }),
    'PROCESSING_YIELD',
  ],
  ['more than the lot holds', (lot, out) => at(lot, 10_001, out, 10_001), 'LOT_MASS_BALANCE'],
  [
    'tomorrow',
    async (lot, out) => ({ ...(await at(lot, 1, out, 1)), performedOn: time.addDays(await scale.today(), 1) }),
    'LOT_DAY',
  ],
  [
    'before its goods were there',
    async (lot, out) => ({ ...(await at(lot, 1, out, 1)), performedOn: '2026-09-30' }),
    'LOT_DAY',
  ],
  ['of nobody’s lot', (_, out) => at(randomUUID(), 1, out, 1), 'NOT_FOUND'],
  [
    'into a product the supplier does not offer',
    (lot) =>
      Promise.resolve({
        inputs: [{ lotId: lot, grams: 1 }],
        outputs: [{ lotId: randomUUID(), productId: randomUUID(), grams: 1 }],
      }),
    'LOT_PRODUCT',
  ],
])('%s is refused, and nothing is half written', async (_, act, code) => {
  const [lot, out] = [await full(), await fresh()];
  const before = [await balance(lot), await balance(out)];
  await expect(scale.made(offer, (await act(lot, out)) as never)).rejects.toMatchObject({ code });
  expect([await balance(lot), await balance(out)]).toEqual(before);
  expect(
    await scale.shop.count('select count(*) from trace.processing where supplier_id = $1', [offer.supplierId]),
  ).toBe(0);
});

function at(lot: string, went: number, out: string, came: number): Promise<object> {
  return Promise.resolve({ inputs: [{ lotId: lot, grams: went }], outputs: [{ lotId: out, grams: came }] });
}

test('sixteen hands at one lot never take more than is in it', async () => {
  const lot = await full(10_000n);
  const on = await scale.today();
  const lose = () =>
    scale.asClerk(offer.supplierId, (tx) =>
      noteLoss(tx, lot, { id: randomUUID(), grams: 900, on, reason: 'spoilage', note: null }),
    );
  const ends = await Promise.allSettled(Array.from({ length: 16 }, lose));
  expect(ends.filter(({ status }) => status === 'fulfilled')).toHaveLength(11);
  expect(await balance(lot)).toMatchObject({ lost: '9900' });
});

test('packs are filled from what is there, and only with a certificate where the category wants one', async () => {
  const lot = await full(2_000n);
  const on = await scale.today();
  const pack = (packs: number) =>
    scale.asClerk(offer.supplierId, (tx) =>
      packFromLot(tx, lot, { id: randomUUID(), skuId: offer.skuId, packs, packedOn: on }),
    );
  await pack(4);
  await expect(pack(1)).rejects.toMatchObject({ code: 'LOT_MASS_BALANCE' });
  await scale.shop.rows(`update catalogue.product set category = 'vegetable' where id = $1`, [offer.productId]);
  await scale.asClerk(offer.supplierId, (tx) =>
    addOwnOutput(tx, lot, { id: randomUUID(), grams: 5_000, on, note: null }),
  );
  await expect(pack(1)).rejects.toMatchObject({ code: 'CERTIFICATE_MISSING' });
});

test('a lot that another was mixed into wants a new certificate, which names what it was mixed of; the old one stays', async () => {
  await scale.shop.rows(`update catalogue.product set category = 'vegetable' where id = $1`, [offer.productId]);
  const [certified, other] = [await full(2_000n), await full(3_000n)];
  const on = await scale.today();
  const certify = () =>
    scale.asClerk(offer.supplierId, (tx) =>
      certifyLot(tx, certified, { id: randomUUID(), basis: 'selfTest', issuedOn: on, fileId: null }),
    );
  const pack = () =>
    scale.asClerk(offer.supplierId, (tx) =>
      packFromLot(tx, certified, { id: randomUUID(), skuId: offer.skuId, packs: 1, packedOn: on }),
    );
  await certify();
  await pack();
  await scale.made(offer, {
    inputs: [{ lotId: other, grams: 1_000 }],
    outputs: [{ lotId: certified, grams: 1_000 }],
  });
  await expect(pack()).rejects.toMatchObject({ code: 'CERTIFICATE_MISSING' });
  await certify();
  await pack();
  const [{ code }] = (await scale.shop.rows<{ code: string }>('select code from trace.lot where id = $1', [other])) as [
    { code: string },
  ];
  expect(
    await scale.shop.rows(
      `select state, covers_grams::int as covers, mixed_from from trace.lot_certificate where lot_id = $1 order by recorded_at, state`,
      [certified],
    ),
  ).toEqual([
    { state: 'replaced', covers: 2_000, mixed_from: [] },
    { state: 'valid', covers: 3_000, mixed_from: [code] },
  ]);
});

test('an entry sent twice is one; its id for another kind, day or weight is refused', async () => {
  const lot = await full(2_000n);
  const on = await scale.today();
  const entry = { id: randomUUID(), grams: 500, on, note: null };
  const own = (more: object = {}) =>
    scale.asClerk(offer.supplierId, (tx) => addOwnOutput(tx, lot, { ...entry, ...more }));
  await own();
  await own();
  expect(await balance(lot)).toMatchObject({ came: '2500' });
  const lose = scale.asClerk(offer.supplierId, (tx) => noteLoss(tx, lot, { ...entry, reason: 'spoilage' }));
  await expect(lose).rejects.toMatchObject({ code: 'ID_USED' });
  for (const other of [{ grams: 501 }, { on: time.addDays(on, -1) }])
    await expect(own(other)).rejects.toMatchObject({ code: 'ID_USED' });
  expect(await balance(lot)).toMatchObject({ came: '2500', lost: '0' });
});
