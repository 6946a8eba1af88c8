import { factorSteps, mayLetIn, platformSteps, stepsWith, untilFault, type Held } from './team';

const END = new Date('2027-01-01T00:00:00Z');
const held = (personId: string, until: Date | null = null, role: Held['role'] = 'supplier'): Held => ({
  ...{ id: `grant of ${personId}`, personId, role, until },
});
const as = (personId: string, isOperator = false) => ({ personId, isOperator });

test('whoever lasts ends the others, and hands over to whoever acts until a day', () => {
  const team = [held('a'), held('b'), held('c', END)];
  expect(stepsWith(team[1]!, team, as('a'))).toEqual(['end']);
  expect(stepsWith(team[2]!, team, as('a'))).toEqual(['end', 'handOver']);
});

test('whoever acts until a day ends nothing but the own, and lets nobody in', () => {
  const team = [held('a'), held('b'), held('c', END)];
  expect(team.map((one) => stepsWith(one, team, as('c')))).toEqual([[], [], ['end']]);
  expect(mayLetIn(team[2]!)).toBe(false);
  expect(mayLetIn(team[0]!)).toBe(true);
});

test('the last who lasts stays, also against an operator, and may be followed', () => {
  const team = [held('a'), held('c', END)];
  expect(stepsWith(team[0]!, team, as('a'))).toEqual([]);
  expect(stepsWith(team[0]!, team, as('o', true))).toEqual([]);
  expect(stepsWith(team[1]!, team, as('o', true))).toEqual(['end']);
});

test('a stranger does nothing, and roles of the platform are nobody’s to give here', () => {
  const team = [held('a'), held('b')];
  expect(stepsWith(team[0]!, team, as('x'))).toEqual([]);
  const house = [held('a', null, 'reviewer'), held('b', null, 'reviewer')];
  expect(stepsWith(house[0]!, house, as('b', true))).toEqual([]);
  expect(mayLetIn(house[0]!)).toBe(false);
});

test('a role of the platform ends by two operators', () => {
  expect(platformSteps(held('f', null, 'finance'), null, as('o', true))).toEqual(['propose']);
  expect(platformSteps(held('f', null, 'finance'), 'o', as('o', true))).toEqual(['withdraw']);
  expect(platformSteps(held('f', null, 'finance'), 'p', as('o', true))).toEqual(['confirm', 'refuse']);
  expect(platformSteps(held('f', null, 'finance'), 'p', as('o'))).toEqual([]);
  expect(platformSteps(held('s'), null, as('o', true))).toEqual([]);
});

test('whom the end of a role is about agrees to it or waits, and does not stop it', () => {
  expect(platformSteps(held('o', null, 'operator'), 'p', as('o', true))).toEqual(['confirm']);
});

test.each([
  ['supplier', null, false, null],
  ['supplier', 366, false, null],
  ['supplier', 367, false, 'outOfRange'],
  ['countyAgriculture', null, false, 'missing'],
  ['countyAgriculture', null, true, null],
  ['countyAgriculture', 92, false, null],
  ['countyRevitalisation', 93, true, 'outOfRange'],
  ['supplier', -1, false, 'outOfRange'],
] as const)('%s for %s days, by an operator: %s', (role, days, byOperator, fault) => {
  expect(untilFault(role, days, byOperator)).toBe(fault);
});

const FACTOR = { hasFactor: true, ofPlatform: false, isEnding: false, waited: false, shownSince: false };

test.each([
  ['supplier', true, null, true, ['askFactorOff']],
  ['supplier', true, 'o', true, ['keepFactor']],
  ['countyAgriculture', true, 'p', true, ['takeFactorOff', 'keepFactor']],
  ['supplier', true, null, false, []],
  ['supplier', false, null, true, []],
  ['finance', true, null, true, ['askFactorOff']],
  ['consumer', true, null, true, []],
] as const)(
  'the factor of a %s (there: %s), asked off by %s, to an operator %s: %s',
  (role, hasFactor, askedBy, isOperator, may) => {
    expect(factorSteps({ ...FACTOR, role, personId: 's', hasFactor, askedBy }, as('o', isOperator))).toEqual(may);
  },
);

test.each([
  ['before a day is over', {}, ['keepFactor']],
  ['after a day', { waited: true }, ['takeFactorOff', 'keepFactor']],
  ['once it was shown', { waited: true, shownSince: true }, ['keepFactor']],
  ['while the end of the role is proposed', { waited: true, isEnding: true }, []],
] as const)('the factor of somebody of the platform, %s: %s', (_, more, may) => {
  const factor = { ...FACTOR, role: 'operator' as const, personId: 's', askedBy: 'p', ofPlatform: true, ...more };
  expect(factorSteps(factor, as('o', true))).toEqual(may);
  // In their role of a team it is the same factor.
  expect(factorSteps({ ...factor, role: 'supplier' }, as('o', true))).toEqual(may);
});

test('nobody takes off their own factor', () => {
  for (const role of ['supplier', 'operator'] as const)
    expect(factorSteps({ ...FACTOR, role, personId: 'o', askedBy: 'p' }, as('o', true))).toEqual([]);
});
