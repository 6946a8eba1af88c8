import { seenAlone } from './alone';

const review = (change: object) => ({
  ...{ id: 'a', round: 2, mine: false, state: 'decided' as const, verdict: 'reject' as const, reason: '不符' },
  ...{ items: [{ criterion: 'S01', result: 'fail', note: '不符' }] },
  ...change,
});
const closed = { verdict: null, reason: null, items: [] };
const reader = { round: 2, judges: true };

test('who has still to judge sees that there is a verdict, and not which', () => {
  expect(seenAlone([review({})], reader)).toEqual([review(closed)]);
  const mine = review({ id: 'b', mine: true, state: 'claimed', verdict: null, reason: null });
  expect(seenAlone([review({}), mine], reader)).toEqual([review(closed), mine]);
});

test.each([
  ['of an earlier round', [review({ round: 1 })], reader],
  ['after the own verdict', [review({}), review({ id: 'b', mine: true })], reader],
  ['to who does not judge', [review({})], { ...reader, judges: false }],
])('all is open %s', (_, reviews, who) => {
  expect(seenAlone(reviews, who)).toEqual(reviews);
});
