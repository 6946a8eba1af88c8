import { certificatesOf, stepOf, testsOf, type Happened, type Paper } from './lot-story';

const nothing: Happened = {
  ...{ step: 'delivered', on_day: '2026-09-01', last_day: '2026-09-01' },
  ...{ grams: null, input_grams: null, packs: null, name: null, passed: null },
};

test.each<{ name: string; given: Partial<Happened>; expected: object }>([
  {
    name: 'deliveries of several days say from when to when',
    given: { last_day: '2026-09-04', grams: 12_000n },
    expected: { step: 'delivered', on: '2026-09-01', until: '2026-09-04', grams: 12_000 },
  },
  {
    name: 'those of one day name it once',
    given: { grams: 500n },
    expected: { step: 'delivered', on: '2026-09-01', until: null, grams: 500 },
  },
  {
    name: 'processing says what went in and what came out',
    given: { step: 'processed', name: 'drying', input_grams: 5_000n, grams: 1_000n },
    expected: { step: 'processed', on: '2026-09-01', kind: 'drying', inputGrams: 5_000, grams: 1_000 },
  },
  {
    name: 'packs say of which kind',
    given: { step: 'packed', name: '500 克', packs: 12, grams: 6_000n },
    expected: { step: 'packed', on: '2026-09-01', until: null, grams: 6_000, packs: 12, pack: '500 克' },
  },
  {
    name: 'a test that failed says so',
    given: { step: 'tested', name: '示例检测', passed: false },
    expected: { step: 'tested', on: '2026-09-01', laboratory: '示例检测', passed: false },
  },
  { name: 'a recall has its day', given: { step: 'recalled' }, expected: { step: 'recalled', on: '2026-09-01' } },
])('$name', ({ given, expected }) => {
  expect(stepOf({ ...nothing, ...given })).toEqual(expected);
});

test('papers go where they belong', () => {
  const paper: Paper = {
    ...{ paper: 'certificate', number: 'HGZ-1', on_day: '2026-09-02', by_whom: '示例合作社' },
    ...{ state: 'valid', basis: 'selfTest', source: null, passed: null, items: null },
  };
  const report: Paper = {
    ...{ paper: 'test', number: 'R-1', on_day: '2026-09-03', by_whom: '示例检测', state: null, basis: null },
    ...{ source: 'spotCheck', passed: true, items: [{ item: '铅', limit: null, value: '未检出', passed: true }] },
  };
  expect(certificatesOf([paper, report])).toEqual([
    { number: 'HGZ-1', state: 'valid', issuedOn: '2026-09-02', issuedBy: '示例合作社', basis: 'selfTest' },
  ]);
  expect(testsOf([paper, report])).toEqual([
    {
      ...{ source: 'spotCheck', reportNumber: 'R-1', laboratory: '示例检测', reportedOn: '2026-09-03', passed: true },
      items: [{ item: '铅', limit: '', value: '未检出', passed: true }],
    },
  ]);
});
