import { chooseLots, type LineToPack, type LotLeft } from './choose-lots';

const lot = (id: string, leftGrams: bigint, productId = 'apples'): LotLeft => ({
  ...{ id, code: `LOT-${id}`, productId, leftGrams },
});
const line = (packs: number, packGrams = 500n, productId = 'apples'): LineToPack => ({
  ...{ id: `${productId} ${packs}`, productId, packGrams, packs },
});
const parcel = (lines: readonly LineToPack[], ...codes: string[]) => ({ lines, codes });
const taken = (choice: ReturnType<typeof chooseLots>[number]) =>
  'picks' in choice ? choice.picks.map((pick) => [pick.lotId, pick.packs, pick.grams]) : choice;

test('the first lot first, whole packs of it, and the rest from the next', () => {
  const [choice] = chooseLots([parcel([line(5)])], [lot('old', 1_200n), lot('new', 9_000n)]);
  expect(taken(choice!)).toEqual([
    ['old', 2, 1_000n],
    ['new', 3, 1_500n],
  ]);
});

test('what one parcel takes the next does not find; a parcel that cannot be filled takes nothing', () => {
  const choices = chooseLots([parcel([line(3)]), parcel([line(2)]), parcel([line(1)])], [lot('only', 2_000n)]);
  expect(choices.map(taken)).toEqual([
    [['only', 3, 1_500n]],
    { short: { lineId: 'apples 2', packs: 1 } },
    [['only', 1, 500n]],
  ]);
});

test('two lines of one product share a lot; another product has its own', () => {
  const lots = [lot('apples', 1_500n), lot('pears', 10n, 'pears')];
  const [choice] = chooseLots([parcel([line(1, 1_000n), line(1), line(10, 1n, 'pears')])], lots);
  expect(taken(choice!)).toEqual([
    ['apples', 1, 1_000n],
    ['apples', 1, 500n],
    ['pears', 10, 10n],
  ]);
});

test('only from the lots that are named; a name nobody knows is told', () => {
  const lots = [lot('old', 9_000n), lot('new', 500n)];
  const choices = chooseLots(
    [parcel([line(1)], 'LOT-new'), parcel([line(1)], 'LOT-new'), parcel([line(1)], 'LOT-nil')],
    lots,
  );
  expect(choices.map(taken)).toEqual([
    [['new', 1, 500n]],
    { short: { lineId: 'apples 1', packs: 1 } },
    { unknown: 'LOT-nil' },
  ]);
});
