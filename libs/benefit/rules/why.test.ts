import { whyEarned } from './why';

const delivered = { kind: 'floorPrice' as const, productName: '武川土豆', quantity: 12_000n, rateFen: 800n };
const byThePiece = (more: object, line: object = {}) => ({
  ...{ kind: 'wage' as const, productName: null, quantity: 64n, rateFen: 350n },
  work: { pieces: 64, pieceName: '筐', days: 2, minimumFen: null, worker: null, ...more },
  ...line,
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
    '流转土地 3.5 亩，保底租金每亩每年 100.00 元，2026年1月1日至2026年12月31日',
  ],
  [{ kind: 'wage' as const, productName: null, quantity: 12n, rateFen: 17_800n }, '务工 12 天，每天 178.00 元'],
  [byThePiece({}), '计件务工 64 筐，每筐 3.50 元'],
  [byThePiece({ worker: '李山' }), '李山：计件务工 64 筐，每筐 3.50 元'],
  [byThePiece({ pieceName: null }), '计件务工 64 件，每件 3.50 元'],
  [byThePiece({ minimumFen: 8_600n }), '计件务工 64 筐；按当地最低日工资 86.00 元补足 2 天'],
  [
    { kind: 'wage' as const, productName: null, quantity: 3n, rateFen: 10_000n, addedFen: 5_000n },
    '更正补付 50.00 元：针对 务工 3 天，每天 100.00 元',
  ],
  [byThePiece({}, { addedFen: 700n }), '更正补付 7.00 元：针对 计件务工 64 筐，每筐 3.50 元'],
  [{ ...delivered, carriedFen: 8_000n }, '交售武川土豆 12 千克，保底价每千克 8.00 元；其中 80.00 元已在原记录结算'],
  [{ ...delivered, correctedFen: 1_600n }, '交售武川土豆 12 千克，保底价每千克 8.00 元；已更正 16.00 元'],
  [
    { ...delivered, carriedFen: 8_000n, correctedFen: 1_600n },
    '交售武川土豆 12 千克，保底价每千克 8.00 元；其中 80.00 元已在原记录结算，已更正 16.00 元',
  ],
  [{ ...delivered, carriedFen: 0n, correctedFen: 0n }, '交售武川土豆 12 千克，保底价每千克 8.00 元'],
  [
    { ...delivered, addedFen: 1_200n, correctedFen: 200n },
    '更正补付 12.00 元：针对 交售武川土豆 12 千克，保底价每千克 8.00 元；已更正 2.00 元',
  ],
  // What went back to buyers says already what the rebate is less by.
  [
    {
      ...{ kind: 'rebate' as const, productName: '武川土豆', quantity: 10_000n, rateFen: 500n },
      ...{ returnedFen: 2_000n, correctedFen: 0n },
    },
    '您交售的武川土豆卖得 100.00 元（其中退给买家 20.00 元），二次返利 5%',
  ],
  [
    {
      ...{ kind: 'rebate' as const, productName: '武川土豆', quantity: 10_000n, rateFen: 500n },
      ...{ returnedFen: 1_600n, correctedFen: 100n },
    },
    '您交售的武川土豆卖得 100.00 元（其中退给买家 16.00 元），二次返利 5%；已更正 1.00 元',
  ],
])('%#: the sentence says quantity and rate, and what its sum is not by them', (earned, expected) => {
  expect(whyEarned(earned).zh).toBe(expected);
});

test('also in English', () => {
  expect(whyEarned({ ...delivered, addedFen: 1_200n }).en).toBe(
    '¥12.00 added after an objection to: Delivered 12 kg of 武川土豆 at the floor price of ¥8.00 per kg',
  );
  expect(whyEarned({ ...delivered, carriedFen: 8_000n, correctedFen: 1_600n }).en).toBe(
    'Delivered 12 kg of 武川土豆 at the floor price of ¥8.00 per kg; ¥80.00 of it settled with the earlier record, ¥16.00 of it corrected away',
  );
});
