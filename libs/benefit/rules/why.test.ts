import { whyEarned } from './why';

test.each([
  [
    { kind: 'floorPrice' as const, productName: '武川土豆', quantity: 485_500n, rateFen: 530n },
    '交售武川土豆 485.5 千克，保底价每千克 5.30 元',
  ],
  [{ kind: 'wage' as const, productName: null, quantity: 12n, rateFen: 17_800n }, '务工 12 天，每天 178.00 元'],
])('%#: the sentence says quantity and rate', (earned, expected) => {
  expect(whyEarned(earned).zh).toBe(expected);
});
