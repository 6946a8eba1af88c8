import {
  holdsBack,
  isSavable,
  mayBeOver,
  minutesLeft,
  overrules,
  shown,
  ticksOf,
  unsaved,
  withPast,
  type Item,
  type Tick,
} from './ticks';

const item = (criterion: string, machine: Item['machine']): Item => ({
  ...{ criterion, machine, kind: 'blocking', source: '' },
  ...{ name: { zh: criterion, en: criterion }, rule: { zh: '', en: '' }, sentence: { zh: '', en: '' }, today: null },
});
const tick = (criterion: string, result: Tick['result'], note = ''): Tick => ({ criterion, result, note });

test('only what differs from what is kept is sent', () => {
  const kept = ticksOf([tick('A', 'pass'), tick('B', 'fail', '不符')]);
  expect(unsaved(kept, kept)).toEqual([]);
  expect(unsaved({ ...kept, A: tick('A', 'pass', '已核原件'), C: tick('C', 'pass') }, kept)).toEqual([
    tick('A', 'pass', '已核原件'),
    tick('C', 'pass'),
  ]);
});

test.each([
  [tick('A', 'pass'), true],
  [tick('A', 'notApplicable'), true],
  [tick('A', 'fail'), false],
  [tick('A', 'fail', ' '), false],
  [tick('A', 'fail', '过期'), true],
])('%j can be saved: %s', (given, expected) => {
  expect(isSavable(given)).toBe(expected);
});

test('nobody approves by a list that is not whole, or by ticks the server has otherwise', () => {
  const list = [item('A', 'pass'), item('B', 'pass')];
  const kept = ticksOf([tick('A', 'pass'), tick('B', 'pass')]);
  expect(holdsBack(list, ticksOf([tick('A', 'pass')]), [])).toBe('unfinished');
  const ticks = { ...kept, B: tick('B', 'fail', '过期') };
  expect(holdsBack(list, ticks, unsaved(ticks, kept))).toBe('unsaved');
  expect(holdsBack(list, ticks, unsaved(ticks, ticks))).toBeNull();
});

test('another choice can be taken back, a first one and a note cannot', () => {
  const past = withPast([], tick('A', 'pass'), tick('A', 'fail'));
  expect(past).toEqual([tick('A', 'pass')]);
  expect(withPast(past, undefined, tick('B', 'pass'))).toBe(past);
  expect(withPast(past, tick('A', 'fail'), tick('A', 'fail', '过期'))).toBe(past);
});

test('a claim is over when its last minute is', () => {
  const until = '2026-11-30T10:30:00.000Z';
  const at = (time: string) => minutesLeft(until, Date.parse(`2026-11-30T10:${time}.000Z`));
  expect([at('00:00'), at('29:50'), at('30:00'), at('40:00')]).toEqual([30, 1, 0, 0]);
});

test('a claim is offered anew where its time seems over, and where the server says that it is', () => {
  expect(mayBeOver(0, undefined)).toBe(true);
  expect(mayBeOver(12, 'NOT_CLAIMED')).toBe(true);
  expect(mayBeOver(12, 'NETWORK')).toBe(false);
  expect(mayBeOver(1, undefined)).toBe(false);
});

test('a reviewer overrules a machine that judged, and nobody else', () => {
  expect(overrules(item('A', 'fail'), tick('A', 'pass'))).toBe(true);
  expect(overrules(item('A', 'pass'), tick('A', 'pass'))).toBe(false);
  // What was wanting when it was handed in may have come since.
  const since = { ...item('A', 'fail'), today: { machine: 'pass' as const, sentence: { zh: '', en: '' } } };
  expect(overrules(since, tick('A', 'pass'))).toBe(false);
  expect(shown([since], {}, 'faults')).toEqual([]);
  expect(overrules(item('A', 'notJudged'), tick('A', 'fail', 'x'))).toBe(false);
  expect(overrules(item('A', 'fail'), undefined)).toBe(false);
});

test('the list can be narrowed to what is open and to what machines found', () => {
  const list = [item('A', 'pass'), item('B', 'fail')];
  const ticks = ticksOf([tick('A', 'pass')]);
  expect(shown(list, ticks, 'open').map(({ criterion }) => criterion)).toEqual(['B']);
  expect(shown(list, ticks, 'faults').map(({ criterion }) => criterion)).toEqual(['B']);
  expect(shown(list, ticks, 'all')).toHaveLength(2);
});
