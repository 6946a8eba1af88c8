import { faultOf, firstPicks, lotsFor, packedOf, splitPick } from './picks';

const price = { amount: '100', currency: 'CNY' as const };
const line = (id: string, productName: string, quantity: number) => ({
  id,
  skuId: id,
  productSlug: id,
  productId: productName,
  productName,
  pack: '100 g',
  packGrams: 100,
  quantity,
  unitPrice: price,
  goods: price,
  discount: price,
  freight: price,
  amount: price,
  shippedPacks: 0,
  cancelledPacks: 0,
  refund: { amount: '0', currency: 'CNY' as const },
  releaseDue: null,
  via: { venue: null, campaign: null },
});
const lot = (id: string, productName: string, producedOn: string, availableGrams = 1000) => ({
  id,
  code: id,
  supplierId: 's',
  productId: productName,
  productName,
  producedOn,
  state: 'open' as const,
  receivedGrams: 1000,
  shippedGrams: 1000 - availableGrams,
  processedGrams: 0,
  lostGrams: 0,
  packedGrams: 0,
  availableGrams,
  households: 12,
  certificate: 'notRequired' as const,
  quarantine: 'notRequired' as const,
});

const apples = line('a', '洛川苹果', 4);
const millet = line('m', '米脂小米', 1);
const lots = [
  lot('young', '洛川苹果', '2026-11-02'),
  lot('old', '洛川苹果', '2026-10-20'),
  lot('empty', '洛川苹果', '2026-09-01', 0),
  lot('millet', '米脂小米', '2026-10-01'),
];

test('offers the lots of the product that still hold something, oldest first', () => {
  expect(lotsFor(apples, lots).map(({ id }) => id)).toEqual(['old', 'young']);
});

test('begins with the oldest lot for each whole line, and with none where there is none', () => {
  expect(firstPicks([apples, line('x', '枸杞', 2)], lots)).toEqual([
    { lineId: 'a', lotId: 'old', packs: 4 },
    { lineId: 'x', lotId: '', packs: 2 },
  ]);
});

test('where the oldest lot is too small, the oldest that suffices', () => {
  expect(firstPicks([{ ...apples, packGrams: 250 }], [lot('small', '洛川苹果', '2026-09-01', 900), ...lots])).toEqual([
    { lineId: 'a', lotId: 'old', packs: 4 },
  ]);
});

test('where no lot suffices alone, several, whole packs of each; what one line takes the next does not find', () => {
  const heavy = { ...apples, packGrams: 400 };
  const more = { ...apples, id: 'b', quantity: 1, packGrams: 200 };
  expect(firstPicks([heavy, more], lots)).toEqual([
    { lineId: 'a', lotId: 'old', packs: 2 },
    { lineId: 'a', lotId: 'young', packs: 2 },
    { lineId: 'b', lotId: 'old', packs: 1 },
  ]);
});

test('where all lots together hold less, what there is; a lot that holds no whole pack is not offered', () => {
  const heavy = { ...apples, packGrams: 700 };
  expect(firstPicks([heavy], lots)).toEqual([
    { lineId: 'a', lotId: 'old', packs: 1 },
    { lineId: 'a', lotId: 'young', packs: 1 },
  ]);
  expect(faultOf(heavy, firstPicks([heavy], lots))).toBe('tooFew');
  expect(firstPicks([{ ...apples, packGrams: 5000 }], lots)).toEqual([{ lineId: 'a', lotId: '', packs: 4 }]);
});

test('a split takes the next lot and keeps the sum; where no lot is left nothing changes', () => {
  const split = splitPick(apples, lots, firstPicks([apples, millet], lots));
  expect(split).toEqual([
    { lineId: 'a', lotId: 'old', packs: 2 },
    { lineId: 'm', lotId: 'millet', packs: 1 },
    { lineId: 'a', lotId: 'young', packs: 2 },
  ]);
  expect(splitPick(apples, lots, split)).toEqual(split);
  expect(splitPick(millet, [...lots, lot('more', '米脂小米', '2026-11-01')], split)).toEqual(split);
});

test.each([
  { picks: [{ lineId: 'a', lotId: 'old', packs: 4 }], fault: null },
  { picks: [{ lineId: 'a', lotId: '', packs: 4 }], fault: 'noLot' },
  { picks: [{ lineId: 'a', lotId: 'old', packs: 3 }], fault: 'tooFew' },
  { picks: [{ lineId: 'a', lotId: 'old', packs: 5 }], fault: 'tooMany' },
  {
    picks: [
      { lineId: 'a', lotId: 'old', packs: 2 },
      { lineId: 'a', lotId: 'old', packs: 2 },
    ],
    fault: 'lotTwice',
  },
])('$fault', ({ picks, fault }) => {
  expect(faultOf(apples, picks)).toBe(fault);
});

test('what has left or was cancelled is not sent again', () => {
  const rest = { ...apples, shippedPacks: 2, cancelledPacks: 1 };
  expect(firstPicks([rest, { ...millet, shippedPacks: 1 }], lots)).toEqual([{ lineId: 'a', lotId: 'old', packs: 1 }]);
  expect(faultOf(rest, [{ lineId: 'a', lotId: 'old', packs: 2 }])).toBe('tooMany');
});

test('a partial parcel may leave packs and whole lines behind, and holds no more than is open', () => {
  const picks = [
    { lineId: 'a', lotId: 'old', packs: 3 },
    { lineId: 'm', lotId: '', packs: 1 },
  ];
  expect([faultOf(apples, picks, true), faultOf(millet, picks, true)]).toEqual([null, null]);
  expect(packedOf(picks, true)).toEqual(picks.slice(0, 1));
  expect(faultOf(apples, [{ lineId: 'a', lotId: 'old', packs: 5 }], true)).toBe('tooMany');
});
