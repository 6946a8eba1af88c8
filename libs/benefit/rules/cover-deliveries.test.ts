import { coverDeliveries, lotKey, roomOf, yearKey, type Cover } from './cover-deliveries';

const cover = (agreementId: string, more: Partial<Cover> = {}): Cover => ({
  ...{ agreementId, seriesId: agreementId, priority: 1, openGrams: 100n, capGramsPerYear: null, capGramsPerLot: null },
  ...more,
});
const brought = (deliveryId: string, grams: bigint, covers: Cover[]) => ({
  ...{ deliveryId, lotId: 'lot', grams, deliveredOn: '2026-03-01', inPlace: false, covers },
});

test('the smaller priority is filled first, what is left goes to the next', () => {
  const covers = [cover('b', { priority: 2 }), cover('a')];
  expect(coverDeliveries([brought('d', 130n, covers)], new Map()).parts).toEqual([
    { deliveryId: 'd', agreementId: 'a', grams: 100n },
    { deliveryId: 'd', agreementId: 'b', grams: 30n },
  ]);
});

test('the last gram fits, one more is refused whole, and what it could have taken is said', () => {
  expect(coverDeliveries([brought('d', 100n, [cover('a')])], new Map()).uncovered).toEqual([]);
  expect(coverDeliveries([brought('d', 101n, [cover('a')])], new Map())).toEqual({
    parts: [],
    uncovered: [{ deliveryId: 'd', why: 'AGREEMENT_VOLUME_EXCEEDED', openGrams: 100n, leftGrams: 101n }],
  });
});

test('what stands in the place of another is covered as far as the agreements go', () => {
  const right = { ...brought('d', 130n, [cover('a')]), inPlace: true };
  expect(coverDeliveries([right, brought('e', 1n, [cover('a')])], new Map())).toEqual({
    parts: [{ deliveryId: 'd', agreementId: 'a', grams: 100n }],
    uncovered: [
      { deliveryId: 'd', why: 'AGREEMENT_VOLUME_EXCEEDED', openGrams: 100n, leftGrams: 30n },
      { deliveryId: 'e', why: 'AGREEMENT_VOLUME_EXCEEDED', openGrams: 0n, leftGrams: 1n },
    ],
  });
});

test('where none binds its day, that is said', () => {
  expect(coverDeliveries([brought('d', 1n, [])], new Map()).uncovered).toMatchObject([
    { why: 'AGREEMENT_NOT_IN_FORCE' },
  ]);
});

test.each([
  ['of the year', { capGramsPerYear: 60n }, yearKey('a', '2026-03-01')],
  ['of the lot', { capGramsPerLot: 60n }, lotKey('a', 'lot')],
])('a cap %s counts what came before, also under an earlier version', (_, cap, key) => {
  const before = new Map([[key, 20n]]);
  expect(
    coverDeliveries([brought('d', 41n, [cover('v2', { seriesId: 'a', ...cap })])], before).uncovered,
  ).toMatchObject([{ openGrams: 40n }]);
  expect(coverDeliveries([brought('d', 40n, [cover('v2', { seriesId: 'a', ...cap })])], before).parts).toHaveLength(1);
});

test('deliveries of one batch count against each other, one that is refused against none', () => {
  const covers = [cover('a')];
  const { parts, uncovered } = coverDeliveries(
    [brought('1', 60n, covers), brought('2', 60n, covers), brought('3', 40n, covers)],
    new Map(),
  );
  expect([parts.map(({ deliveryId }) => deliveryId), uncovered.map(({ deliveryId }) => deliveryId)]).toEqual([
    ['1', '3'],
    ['2'],
  ]);
});

test('room is never below nothing', () => {
  const before = new Map([[yearKey('a', '2026-01-01'), 80n]]);
  expect(roomOf(cover('a', { capGramsPerYear: 60n }), before, { day: '2026-05-01', lotId: null })).toBe(0n);
});
