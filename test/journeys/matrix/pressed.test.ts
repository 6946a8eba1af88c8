import { judged, pressedOf } from './pressed';

const ACTS = ['POST /me/contests/{id}/escalate', 'POST /{kind}/contests/{id}/escalate', 'PUT /suppliers/{id}/note'];

test('what was asked is told by the act it is, the nearest of several', () => {
  const asked = new Set(['POST /me/contests/7/escalate', 'PUT /suppliers/a-b/note', 'POST /orders']);
  expect([...pressedOf(ACTS, asked)]).toEqual([ACTS[0], ACTS[2]]);
});

test('an act that stands nowhere is pressed, or known to be pressed nowhere, and nothing is known that is not so', () => {
  const need = new Set(['a', 'b', 'c']);
  expect(judged(need, new Set(['c']), new Set(['a', 'b']))).toEqual([]);
  expect(judged(need, new Set(['c']), new Set(['a']))).toEqual([
    'stands nowhere on the walk and is pressed in no journey: b',
  ]);
  expect(judged(need, new Set(['b', 'd']), new Set(['a', 'b', 'c']))).toEqual([
    'is pressed, or stands on the walk: b',
    'is pressed, or stands on the walk: d',
  ]);
});
