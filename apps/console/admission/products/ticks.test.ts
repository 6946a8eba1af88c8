import { tickFault, unjudged, type Tick } from './ticks';

const blocking = { kind: 'blocking', result: 'pass' } as const;
const scored = { kind: 'scored', result: 'fail' } as const;
const people = { kind: 'blocking', result: 'notJudged' } as const;
const tick = (result: Tick['result'], note = ''): Tick => ({ result, note });

test.each([
  ['nothing said', blocking, tick(null), 'missing'],
  ['as the machine', blocking, tick('pass'), null],
  ['a blocking failure, whatever the note', blocking, tick('fail', '原件缺页'), 'blockingFails'],
  ['other than the machine without a word', scored, tick('pass', ' '), 'noteMissing'],
  ['other than the machine with one', scored, tick('pass', '新报告已到'), null],
  ['a failure always wants a word', scored, tick('fail'), 'noteMissing'],
  ['where no machine judged', people, tick('notApplicable'), null],
] as const)('%s', (_, criterion, given, fault) => expect(tickFault(criterion, given)).toBe(fault));

test('what keeps the whole from being approved is named until all of it is judged', () => {
  const list = [
    { criterion: 'A', ...blocking },
    { criterion: 'B', ...scored },
  ];
  const names = (ticks: Record<string, Tick>) => unjudged(list, ticks).map(({ criterion }) => criterion);
  expect(names({})).toEqual(['A', 'B']);
  expect(names({ A: tick('pass'), B: tick('fail') })).toEqual(['B']);
  expect(names({ A: tick('pass'), B: tick('fail', '缺报告') })).toEqual([]);
});
