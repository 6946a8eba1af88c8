import { GATHERED, Gathering, gatheredOf, spread } from './gathering';

beforeEach(() => jest.useFakeTimers());
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

test('what comes together is told together, once, and what comes after it anew', () => {
  const told = jest.fn();
  const gathering = new Gathering(() => 100, told);
  gathering.add('notice');
  gathering.add('check');
  gathering.add('notice');
  jest.advanceTimersByTime(100);
  gathering.add('import');
  jest.advanceTimersByTime(100);
  expect(told.mock.calls).toEqual([[new Set(['notice', 'check'])], [new Set(['import'])]]);
  gathering.add('notice');
  gathering.end();
  jest.advanceTimersByTime(100);
  expect(told).toHaveBeenCalledTimes(2);
});

test('what many are told at once each reads at a moment of its own, what is one person’s at once', () => {
  expect((['all', 'queue', 'run', 'notice', 'import'] as const).map(gatheredOf)).toEqual([
    ...['later', 'later', 'later', 'soon', 'soon'],
  ]);
  const random = jest.spyOn(Math, 'random');
  const at = (of: () => number) => [0, 0.5].map((value) => (random.mockReturnValue(value), of()));
  expect(at(GATHERED.later)).toEqual([2_000, 6_000]);
  expect(at(() => spread(3_000))).toEqual([3_000, 3_750]);
});
