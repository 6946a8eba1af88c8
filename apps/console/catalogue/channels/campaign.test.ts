import { BLANK_CAMPAIGN, BLANK_DISCOUNT, basisPointsOf, campaignBody, sharesOf, type CampaignTyped } from './campaign';

test.each([
  ['12.5', 1250],
  ['１００', 10_000],
  ['60%', 6000],
  ['0', null],
  ['100.01', null],
  ['1.005', null],
  ['', null],
])('%s per cent are %p basis points', (percent, points) => {
  expect(basisPointsOf(percent)).toBe(points);
});

const words = { zh: '九折', en: 'A tenth off' };
const whole: CampaignTyped = {
  ...BLANK_CAMPAIGN,
  ...{
    slug: 'x',
    name: words,
    startsOn: '2026-12-01',
    endsOn: '2026-12-02',
    pair: '320000-630000',
    hostCode: '630000',
  },
};
const funder = (percent: string) => ({ kind: 'platform' as const, organisation: null, percent });
const discount = (...shares: string[]) => ({
  ...BLANK_DISCOUNT,
  name: words,
  percent: '10',
  funders: shares.map(funder),
});

test('shares that are not the whole send nothing', () => {
  expect(sharesOf([funder('60'), funder('39.99')])).toBe(9999);
  expect(campaignBody({ ...whole, discounts: [discount('60', '39.99')] })).toBeNull();
  expect(campaignBody({ ...whole, discounts: [discount('60', 'x')] })).toBeNull();
  expect(campaignBody({ ...whole, discounts: [discount('60', '40')] })).toMatchObject({
    ...{ eastCode: '320000', westCode: '630000' },
    discounts: [{ percentBp: 1000, threshold: null, funders: [{ shareBp: 6000 }, { shareBp: 4000 }] }],
  });
});

test('a reduction is in fen, with no percentage beside it', () => {
  const off = { ...discount('100'), kind: 'fullReduction' as const, threshold: '199', reduction: '20.50' };
  expect(campaignBody({ ...whole, discounts: [off] })?.discounts?.[0]).toMatchObject({
    ...{ percentBp: null, threshold: { amount: '19900' }, reduction: { amount: '2050' } },
  });
  expect(campaignBody({ ...whole, discounts: [{ ...off, reduction: '' }] })).toBeNull();
});
