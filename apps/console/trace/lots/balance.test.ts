import { balanceOf } from './balance';

test('both sides come to what came in', () => {
  const lot = {
    ...{ receivedGrams: 1_000, shippedGrams: 400, processedGrams: 200, lostGrams: 50, availableGrams: 350 },
    ownOutputs: [{ grams: 100 }],
    madeBy: [{ grams: 200 }, { grams: 50 }],
  };
  const { incoming, outgoing } = balanceOf(lot);
  expect(incoming.map(({ grams }) => grams)).toEqual([650, 100, 250]);
  for (const side of [incoming, outgoing]) expect(side.reduce((all, { grams }) => all + grams, 0)).toBe(1_000);
});
