import { allPairs, everyChoice, pairsIn } from './pairs';

const VALUES = {
  place: ['home', 'list', 'cart'],
  state: ['full', 'empty', 'error'],
  width: ['320', '390', '1280'],
  mode: ['light', 'dark'],
} as const;

const pairs = (choices: readonly Readonly<Record<string, string>>[]) => new Set(choices.flatMap(pairsIn));

test('every choice is every value with every other', () => {
  const choices = everyChoice(VALUES);
  expect(choices).toHaveLength(3 * 3 * 3 * 2);
  expect(new Set(choices.map((choice) => JSON.stringify(choice))).size).toBe(choices.length);
});

test('of two values each pair stands in the selection, which is little more than the two longest lists multiplied', () => {
  const choices = everyChoice(VALUES);
  const chosen = allPairs(choices);
  expect(pairs(chosen)).toEqual(pairs(choices));
  expect(chosen.length).toBeLessThanOrEqual(12);
  expect(allPairs(choices)).toEqual(chosen);
});

test('what cannot stand together is not chosen, and everything else is', () => {
  const choices = everyChoice(VALUES).filter(({ place, state }) => place !== 'home' || state === 'full');
  const chosen = allPairs(choices);
  expect(chosen.every((choice) => choices.includes(choice))).toBe(true);
  expect(pairs(chosen)).toEqual(pairs(choices));
});

test('nothing to choose from is nothing chosen', () => expect(allPairs([])).toEqual([]));
