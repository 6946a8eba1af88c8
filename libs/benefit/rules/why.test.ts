import { whyEarned } from './why';

const byThePiece = (more: object) => ({
  ...{ kind: 'wage' as const, productName: null, quantity: 64n, rateFen: 350n },
  work: { pieces: 64, pieceName: '筐', days: 2, minimumFen: null, worker: null, ...more },
});

test.each([
  [
    { kind: 'floorPrice' as const, productName: '武川土豆', quantity: 485_500n, rateFen: 530n },
    '交售武川土豆 485.5 千克，保底价每千克 5.30 元',
  ],
  [
    { kind: 'floorPrice' as const, productName: '武川土豆', quantity: 485_500n, rateFen: 530n, floorFenPerKg: 530n },
    '交售武川土豆 485.5 千克，保底价每千克 5.30 元',
  ],
  [
    { kind: 'floorPrice' as const, productName: '武川土豆', quantity: 485_500n, rateFen: 600n, floorFenPerKg: 530n },
    '交售武川土豆 485.5 千克，过秤时确认每千克 6.00 元（保底价 5.30 元）',
  ],
  [
    {
      ...{ kind: 'landRent' as const, productName: null, quantity: 350n, rateFen: 10_000n },
      let: { from: '2026-01-01', to: '2026-12-31' },
    },
    '流转土地 3.5 亩，保底租金每亩每年 100.00 元，2026-01-01 至 2026-12-31',
  ],
  [{ kind: 'wage' as const, productName: null, quantity: 12n, rateFen: 17_800n }, '务工 12 天，每天 178.00 元'],
  [byThePiece({}), '计件务工 64 筐，每筐 3.50 元'],
  [byThePiece({ worker: '李山' }), '李山：计件务工 64 筐，每筐 3.50 元'],
  [byThePiece({ pieceName: null }), '计件务工 64 件，每件 3.50 元'],
  [byThePiece({ minimumFen: 8_600n }), '计件务工 64 筐；按当地最低日工资 86.00 元补足 2 天'],
])('%#: the sentence says quantity and rate', (earned, expected) => {
  expect(whyEarned(earned).zh).toBe(expected);
});
