import type { Criterion } from '../standard';
import { obstacles, REGISTERS, type InspectionOutcome, type Snapshot } from './approvable';
import { checklistFaults, checklistOf, unsavable, type Tick } from './checklist';
import { inspectionFault, type InspectionReport } from './inspection';
import { newFaults } from './new-faults';
import { outcomeOf, type ReviewVerdict } from './outcome';
import { queuePlace, cursorOf, recommendedPlace } from './queue-cursor';
import { queueScope } from './queue-scope';

const criterion = (id: string, change: Partial<Criterion> = {}): Criterion => ({
  ...{ id, subject: 'supplier', kind: 'blocking', providedBy: 'supplier', checks: [] },
  ...{ nameZh: id, nameEn: id, source: 'test' },
  ...change,
});
const tick = (id: string, result: Tick['result'], note = ''): Tick => ({ criterion: id, result, note });

test('what is ticked is asked of the supplier, or was judged by machine; never the platform’s own duty', () => {
  const criteria = [
    criterion('S01'),
    criterion('S06', { providedBy: 'platform operator' }),
    criterion('S16', { providedBy: '平台', providedByEn: 'platform' }),
    criterion('S17', { providedBy: '平台' }),
    criterion('P01', { subject: 'product', checks: ['foodLicence@1'] }),
    criterion('P05', { subject: 'product' }),
    criterion('L01', { subject: 'lot' }),
    criterion('R01', { subject: 'process', kind: 'process' }),
  ];
  expect(checklistOf(criteria).map(({ id }) => id)).toEqual(['S01', 'P01']);
});

const LIST = [criterion('B'), criterion('C', { kind: 'scored' })];
const MACHINE = new Map([['B', 'fail'] as const]);

test.each<[string, 'approve' | 'reject', Tick[], object[]]>([
  [
    'nothing ticked',
    'approve',
    [],
    [
      { criterion: 'B', fault: 'missing' },
      { criterion: 'C', fault: 'missing' },
    ],
  ],
  ['one missing', 'approve', [tick('B', 'pass', '已核原件')], [{ criterion: 'C', fault: 'missing' }]],
  ['all passed', 'approve', [tick('B', 'pass', '已核原件'), tick('C', 'pass')], []],
  [
    'machine overruled without a word',
    'approve',
    [tick('B', 'pass'), tick('C', 'pass')],
    [{ criterion: 'B', fault: 'noteMissing' }],
  ],
  [
    'a blocking one failed',
    'approve',
    [tick('B', 'fail', '不符'), tick('C', 'pass')],
    [{ criterion: 'B', fault: 'blockingFails' }],
  ],
  ['a scored one failed', 'approve', [tick('B', 'pass', '已核'), tick('C', 'fail', '产能小')], []],
  ['rejected on nothing', 'reject', [tick('B', 'pass')], [{ criterion: '*', fault: 'missing' }]],
  ['rejected on what failed', 'reject', [tick('B', 'fail', '不符')], []],
])('%s', (_, verdict, ticks, expected) => {
  expect(checklistFaults(verdict, LIST, ticks, MACHINE)).toEqual(expected);
});

test('a tick is of the standard, and a failure says why', () => {
  expect(unsavable(LIST, [tick('X', 'pass'), tick('B', 'fail'), tick('C', 'fail', '产能小')])).toEqual([
    { criterion: 'X', fault: 'notInStandard' },
    { criterion: 'B', fault: 'noteMissing' },
  ]);
  expect(unsavable(LIST, [tick('B', 'pass'), tick('B', 'notApplicable')])).toEqual([
    { criterion: 'B', fault: 'twice' },
  ]);
});

const DAY = { today: '2026-12-01', validDays: 30 };
const clear = (change: Partial<Snapshot> = {}): Snapshot[] =>
  REGISTERS.map((register) => ({ register, status: 'clear', queriedOn: '2026-11-30', ...change }));
const visit = (state: InspectionOutcome['state'], result: InspectionOutcome['result'] = null) => ({ state, result });

test.each<[string, Snapshot[], InspectionOutcome[], string[]]>([
  ['all clear', clear(), [], []],
  ['on the last day a snapshot counts', clear({ queriedOn: '2026-11-01' }), [], []],
  ['a day older', clear({ queriedOn: '2026-10-31' }), [], ['creditStale', 'creditStale', 'creditStale', 'creditStale']],
  ['one never asked', clear().slice(1), [], ['creditMissing']],
  [
    'one listed',
    [...clear().slice(1), { register: 'seriousDishonesty', status: 'listed', queriedOn: '2026-11-30' }],
    [],
    ['creditListed'],
  ],
  ['a visit outstanding', clear(), [visit('planned')], ['inspectionPlanned']],
  ['a visit failed', clear(), [visit('reported', 'fail')], ['inspectionFailed']],
  ['failed once, passed since', clear(), [visit('reported', 'fail'), visit('reported', 'pass')], []],
  ['called off', clear(), [visit('cancelled')], []],
])('%s', (_, snapshots, inspections, expected) => {
  expect(obstacles(snapshots, inspections, DAY).map(({ code }) => code)).toEqual(expected);
});

test('any two that agree settle it, and never one alone', () => {
  const both: ReviewVerdict[] = ['approve', 'reject'];
  expect(outcomeOf([])).toBeNull();
  for (const one of both) {
    expect(outcomeOf([one])).toBeNull();
    for (const two of both) {
      expect(outcomeOf([one, two])).toBe(one === two ? one : null);
      for (const three of both) expect(outcomeOf([one, two, three])).toBe(one === two || one === three ? one : two);
    }
  }
});

const report = (change: Partial<InspectionReport>): InspectionReport => ({
  visitedOn: '2026-11-30',
  findings: [{ item: '生产场所', result: 'pass', note: '' }],
  result: 'pass',
  ...change,
});
const failed = (note: string) => [{ item: '生产场所', result: 'fail' as const, note }];

test.each([
  ['sound', report({}), null],
  ['of tomorrow', report({ visitedOn: '2026-12-02' }), 'inTheFuture'],
  ['of today', report({ visitedOn: '2026-12-01' }), null],
  ['failed without a word', report({ findings: failed(''), result: 'fail' }), 'noteMissing'],
  ['fails on nothing', report({ result: 'fail' }), 'resultWithoutFinding'],
  ['passes in spite of a failed item', report({ findings: failed('无标识') }), 'findingWithoutResult'],
  ['to be improved', report({ findings: failed('无标识'), result: 'improve' }), null],
])('a report %s', (_, given, expected) => {
  expect(inspectionFault(given, '2026-12-01')).toBe(expected);
});

test('after the notice only faults count that nobody has seen', () => {
  const finding = (id: string, result: 'pass' | 'fail', kind: 'blocking' | 'scored' = 'blocking') => ({
    ...{ criterion: id, kind, result, check: 'x@1', reasons: [] },
  });
  const now = [finding('A', 'fail'), finding('B', 'fail'), finding('C', 'fail', 'scored'), finding('D', 'pass')];
  expect(newFaults(now, ['A']).map(({ criterion: id }) => id)).toEqual(['B']);
});

test('whose turn what is follows from role and place', () => {
  const grants = [
    { role: 'countyAgriculture', jurisdiction: '620503' },
    { role: 'auditor', jurisdiction: '6205' },
    { role: 'auditor', jurisdiction: '62' },
    { role: 'auditor', jurisdiction: '620503' },
    { role: 'reviewer', jurisdiction: null },
    { role: 'finance', jurisdiction: null },
  ].map((one) => ({ ...one, organisationId: null }));
  expect(queueScope(grants)).toEqual({
    steps: ['county', 'city', 'province', 'review'],
    counties: ['620503%', '6205%', '62%', '%'],
  });
});

const ID = '018f3b7a-0000-7000-8000-000000000001';

test('cursors are read back, and none but ours', () => {
  const since = '2026-12-01T00:00:00.000Z';
  expect(queuePlace(cursorOf(since, ID, '2'))).toEqual([since, ID, 2]);
  expect(recommendedPlace(cursorOf(ID, '2', 'agriculture'))).toEqual([ID, 2, 'agriculture']);
  expect(queuePlace(undefined)).toEqual([null, null, null]);
  for (const bad of [
    '',
    'x',
    cursorOf('x', ID, '0'),
    cursorOf(since, 'x', '0'),
    cursorOf(since, ID, '3'),
    cursorOf(since, ID),
  ]) {
    expect(() => queuePlace(bad)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  }
  for (const bad of ['', cursorOf(ID), cursorOf(ID, '-1', 'agriculture'), cursorOf(ID, '1', "'; drop")]) {
    expect(() => recommendedPlace(bad)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  }
});
