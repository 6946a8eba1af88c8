import { discountsTold } from './discounts-told';

const none = { percentBp: null, thresholdFen: null, reductionFen: null, category: null };

test('of a discount the trail keeps how much it is and whose money, and no name of an organisation', () => {
  const funders = [
    { kind: 'organisation', shareBp: 2_000, organisation: { id: '1', name: '示例公司' } },
    { kind: 'organisation', shareBp: 3_000, organisation: { id: '2', name: '示例银行' } },
    { kind: 'platform', shareBp: 5_000, organisation: null },
  ] as const;
  expect(
    discountsTold([
      { ...none, name: { zh: '满百减十' }, thresholdFen: '10000', reductionFen: '1000', funders },
      { ...none, name: { zh: '水果八折' }, percentBp: 2_000, category: 'fruit', funders: [] },
    ]),
  ).toEqual({
    满百减十: { thresholdFen: 10_000, reductionFen: 1_000, funders: { organisation: 5_000, platform: 5_000 } },
    水果八折: { percentBp: 2_000, category: 'fruit', funders: {} },
  });
});
