import type { Application, File, Review } from './case';
import { historyOf } from './history';

const review = {
  ...{ round: 2, recommendations: [], checks: [], reviews: [], inspections: [], credit: [], notices: [] },
  corrections: [{ requestedAt: '2026-11-02T02:00:00Z', requestedBy: { name: '示例' }, reason: '不符', fields: [] }],
} as unknown as Review;

test('each round that was handed in is told once, the newest first', () => {
  const rounds = [
    { round: 1, submittedAt: '2026-11-01T02:00:00Z' },
    { round: 2, submittedAt: '2026-11-03T02:00:00Z' },
  ];
  const file = { submittedAt: '2026-11-03T02:00:00Z' } as File;
  const told = historyOf({ decidedAt: null } as Application, file, review, rounds);
  expect(told.map(({ what }) => (what.kind === 'submitted' ? what.round : what.kind))).toEqual([2, 'corrections', 1]);
  // One from before rounds were kept has its one time all the same.
  expect(historyOf({ decidedAt: null } as Application, file, review, []).map(({ what }) => what.kind)).toEqual([
    'submitted',
    'corrections',
  ]);
});
