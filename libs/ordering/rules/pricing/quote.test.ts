import { machines } from '@xihuo/contract';
import fc from 'fast-check';
import { quote, type Quote, type QuoteInput, type QuoteLine } from './quote';
import type { Funder, Promotion, Stacking } from './promotion';

const STACKING: Stacking = {
  order: machines.carting.PROMOTION_KINDS,
  excludes: [
    ['flashPrice', 'campaignPrice'],
    ['flashPrice', 'coupon'],
  ],
};
const SUPPLIER: Funder = { kind: 'supplier', organisationId: null, shareBp: 10_000 };
const PLATFORM: Funder = { kind: 'platform', organisationId: null, shareBp: 10_000 };

const line = (id: string, supplierId: string, unitFen: bigint, quantity = 1): QuoteLine => ({
  ...{ id, supplierId, productId: `p-${id}`, category: 'fruit', quantity, unitFen, storage: 'ambient', grams: 1_000n },
});
const promotion = (more: Partial<Promotion> & Pick<Promotion, 'id' | 'kind' | 'benefit'>): Promotion => ({
  ...{ name: { zh: more.id, en: more.id }, supplierId: null, acrossSuppliers: false, skuIds: null, productIds: null },
  ...{ category: null, funders: [SUPPLIER], claimId: null, ...more },
});
const reduction = (thresholdFen: bigint, reductionFen: bigint): Promotion['benefit'] => ({
  ...{ type: 'reduction', thresholdFen, reductionFen },
});
const ask = (lines: QuoteLine[], promotions: Promotion[], more: Partial<QuoteInput> = {}): Quote =>
  quote({
    ...{ lines, promotions, region: '310101', templates: new Map(), areas: new Map(), stacking: STACKING },
    ...more,
  });

test('kind after kind: a flash price, a full reduction on what is left, a coupon on what may be combined', () => {
  const lines = [line('a', 's', 10_000n, 3), line('b', 's', 5_000n)];
  const told = ask(lines, [
    promotion({
      id: 'flash',
      kind: 'flashPrice',
      benefit: { type: 'price', prices: new Map([['a', { fen: 8_000n, most: 2, each: 9 }]]) },
    }),
    promotion({ id: 'full', kind: 'fullReduction', benefit: reduction(31_000n, 3_100n) }),
    promotion({ id: 'coupon', kind: 'coupon', benefit: reduction(1n, 1_000n), claimId: 'mine' }),
  ]);
  expect(told.applied.map(({ promotion: { id }, fen }) => [id, fen])).toEqual([
    ['flash', 4_000n],
    ['full', 3_100n],
    ['coupon', 1_000n],
  ]);
  // The coupon does not meet the flash price, so it lies on b alone.
  expect(told.lines.get('b')?.discounts.map(({ kind }) => kind)).toEqual(['fullReduction', 'coupon']);
  expect(told).toMatchObject({ goodsFen: 35_000n, discountFen: 8_100n, amountFen: 26_900n });
  expect(told.applied[0]?.packs.get('a')).toBe(2);
});

test('a threshold is that of one supplier, and a supplier pays for its own lines only', () => {
  const lines = [line('a', 's1', 6_000n), line('b', 's2', 6_000n)];
  expect(
    ask(lines, [promotion({ id: 'x', kind: 'fullReduction', benefit: reduction(10_000n, 1_000n) })]).discountFen,
  ).toBe(0n);
  const own = promotion({ id: 'x', kind: 'fullReduction', supplierId: 's1', benefit: reduction(5_000n, 1_000n) });
  expect(ask(lines, [own]).lines.get('b')?.discountFen).toBe(0n);
});

test("the platform's coupon spans suppliers and is their receivable", () => {
  const told = ask(
    [line('a', 's1', 6_000n), line('b', 's2', 3_000n)],
    [
      promotion({
        id: 'x',
        kind: 'coupon',
        acrossSuppliers: true,
        funders: [PLATFORM],
        benefit: reduction(9_000n, 900n),
      }),
    ],
  );
  expect([...told.lines.values()].map(({ discountFen, fundedFen }) => [discountFen, fundedFen])).toEqual([
    [600n, 600n],
    [300n, 300n],
  ]);
});

test('funders bear their shares of each line to the fen', () => {
  const funders: Funder[] = [
    { kind: 'supplier', organisationId: null, shareBp: 3_333 },
    { kind: 'platform', organisationId: null, shareBp: 3_333 },
    { kind: 'organisation', organisationId: 'o', shareBp: 3_334 },
  ];
  const told = ask(
    [line('a', 's', 1_000n)],
    [promotion({ id: 'x', kind: 'campaignPrice', funders, benefit: { type: 'percent', bp: 1_000 } })],
  );
  expect(told.lines.get('a')).toMatchObject({ discountFen: 100n, fundedFen: 67n });
});

test('nothing is given away: a line keeps a fen, freight is free only by what is paid for goods', () => {
  const template = {
    id: 't',
    supplierId: 's',
    assumedGrams: 1,
    rates: [
      {
        storage: 'ambient' as const,
        regions: ['000000'],
        served: true,
        firstGrams: 1_000,
        firstFen: 500n,
        stepGrams: 1_000,
        stepFen: 100n,
        freeFromFen: 1_000n,
      },
    ],
  };
  const told = ask([line('a', 's', 1_000n)], [promotion({ id: 'x', kind: 'coupon', benefit: reduction(1n, 5_000n) })], {
    templates: new Map([['s', template]]),
  });
  expect(told).toMatchObject({ goodsFen: 1_000n, discountFen: 999n, freightFen: 500n, amountFen: 501n });
});

test('where the supplier does not deliver to, nothing of it goes', () => {
  const told = ask([line('a', 's1', 1n), line('b', 's2', 1n)], [], {
    areas: new Map([
      ['s1', ['330000']],
      ['s2', ['310000']],
    ]),
  });
  expect([...told.lines.values()].map(({ served }) => served)).toEqual([false, true]);
});

const fen = (most: number) => fc.bigInt({ min: 1n, max: BigInt(most) });
const lineArbitrary = fc.record({
  supplier: fc.constantFrom('s1', 's2', 's3'),
  unitFen: fen(50_000),
  quantity: fc.integer({ min: 1, max: 20 }),
});
const funders = fc.constantFrom<readonly Funder[]>(
  [SUPPLIER],
  [PLATFORM],
  [
    { ...SUPPLIER, shareBp: 3_333 },
    { kind: 'organisation', organisationId: 'o', shareBp: 6_667 },
  ],
);
const benefit = fc.oneof(
  fc.record({ type: fc.constant('percent' as const), bp: fc.integer({ min: 1, max: 9_000 }) }),
  fc.record({ type: fc.constant('reduction' as const), thresholdFen: fen(100_000), reductionFen: fen(60_000) }),
  fc.record({ unit: fen(50_000), most: fc.integer({ min: 0, max: 30 }) }).map(({ unit, most }) => ({
    type: 'price' as const,
    prices: new Map(Array.from({ length: 8 }, (_, index) => [`l${index}`, { fen: unit, most, each: 9 }] as const)),
  })),
);
const promotionArbitrary = fc.record({
  kind: fc.constantFrom(...machines.carting.PROMOTION_KINDS),
  supplier: fc.constantFrom(null, 's1', 's2'),
  across: fc.boolean(),
  benefit,
  funders,
});
const orderArbitrary = fc
  .record({
    lines: fc.array(lineArbitrary, { minLength: 1, maxLength: 8 }),
    promotions: fc.array(promotionArbitrary, { maxLength: 6 }),
  })
  .map(({ lines, promotions }) => ({
    lines: lines.map(({ supplier, unitFen, quantity }, index) => line(`l${index}`, supplier, unitFen, quantity)),
    promotions: promotions.map(({ supplier, across, ...one }, index) => {
      const acrossSuppliers = across && supplier === null;
      return promotion({
        ...one,
        id: `x${index}`,
        supplierId: supplier,
        acrossSuppliers,
        ...(acrossSuppliers && { funders: [PLATFORM] }),
      });
    }),
  }));

test('whatever is combined: parts make the whole, funders make the discount, no line and no supplier goes below nothing', () => {
  fc.assert(
    fc.property(orderArbitrary, ({ lines, promotions }) => {
      const told = ask(lines, promotions);
      const all = [...told.lines.values()];
      const sum = (amounts: bigint[]) => amounts.reduce((total, one) => total + one, 0n);
      expect(sum(all.map(({ discountFen }) => discountFen))).toBe(told.discountFen);
      expect(sum(told.applied.map((one) => one.fen))).toBe(told.discountFen);
      for (const one of all) {
        expect(sum(one.discounts.map((discount) => discount.fen))).toBe(one.discountFen);
        expect(one.amountFen).toBe(one.goodsFen - one.discountFen);
        expect(one.amountFen >= 1n).toBe(true);
        expect(
          one.discounts.every((discount) => discount.funderKind !== 'supplier' || discount.funderId === one.supplierId),
        ).toBe(true);
        expect(new Set(one.discounts.map(({ kind, promotionId }) => `${kind} ${promotionId}`)).size).toBe(
          new Set(one.discounts.map(({ kind }) => kind)).size,
        );
      }
    }),
    { numRuns: 500 },
  );
});

test("nothing leaks: without the others' lines a supplier's lines cost the same, but for what spans suppliers", () => {
  fc.assert(
    fc.property(orderArbitrary, ({ lines, promotions }) => {
      const within = promotions.filter(({ acrossSuppliers }) => !acrossSuppliers);
      const together = ask(lines, within);
      for (const supplier of ['s1', 's2', 's3']) {
        const own = lines.filter(({ supplierId }) => supplierId === supplier);
        const alone = ask(own, within);
        for (const { id } of own) expect(together.lines.get(id)).toEqual(alone.lines.get(id));
      }
      for (const { discounts, supplierId } of together.lines.values()) {
        for (const { promotionId } of discounts) {
          const owner = within.find(({ id }) => id === promotionId)?.supplierId ?? null;
          expect(owner === null || owner === supplierId).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test('the order of lines and promotions changes no fen', () => {
  fc.assert(
    fc.property(orderArbitrary, ({ lines, promotions }) => {
      const forward = ask(lines, promotions);
      const backward = ask([...lines].reverse(), [...promotions].reverse());
      for (const { id } of lines) expect(backward.lines.get(id)?.amountFen).toBe(forward.lines.get(id)?.amountFen);
    }),
    { numRuns: 300 },
  );
});
