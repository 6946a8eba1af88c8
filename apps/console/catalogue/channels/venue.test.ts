import { BLANK_SHELF, BLANK_TIME, BLANK_VENUE, priceFault, venueBody, type VenueTyped } from './venue';

const words = { zh: '当季', en: 'In season' };
const whole: VenueTyped = {
  ...BLANK_VENUE,
  ...{ slug: 'x', kind: 'directSupplyPoint', name: words, regionCode: '440106', address: '示例路 1 号', pickup: true },
  ...{ times: [BLANK_TIME], shelves: [{ ...BLANK_SHELF, title: words }] },
};
const product = { id: 'p', slug: 'p', name: words, category: 'fruit' };

test('a shelf is filled by its rule or by hand, one of them', () => {
  expect(venueBody(whole)?.shelves).toMatchObject([{ products: null, rule: { category: null, region: null } }]);
  const byHand = { ...BLANK_SHELF, title: words, rule: null, products: [product] };
  expect(venueBody({ ...whole, shelves: [byHand] })?.shelves).toEqual([{ title: words, rule: null, products: ['p'] }]);
  expect(venueBody({ ...whole, shelves: [{ ...byHand, products: [] }] })).toBeNull();
});

test.each([
  ['', '', null, { priceFrom: null, priceTo: null }],
  ['9.9', '50', null, { priceFrom: '990', priceTo: '5000' }],
  ['', '50', null, { priceFrom: null, priceTo: '5000' }],
  ['50', '9.9', 'priceOrder', undefined],
  ['', '十元', 'noPrice', undefined],
])('a shelf of what costs from "%s" to "%s" yuan', (priceFrom, priceTo, fault, sent) => {
  const rule = { ...BLANK_SHELF.rule!, priceFrom, priceTo };
  expect(priceFault(rule, 'priceTo')).toBe(fault);
  const body = venueBody({ ...whole, shelves: [{ ...BLANK_SHELF, title: words, rule }] });
  if (sent) expect(body?.shelves?.[0]?.rule).toMatchObject(sent);
  else expect(body).toBeNull();
});

test('a hall sends no address, times or pickup, whatever was typed before its kind was chosen', () => {
  expect(venueBody(whole)).toMatchObject({ address: '示例路 1 号', pickup: true, openingTimes: [BLANK_TIME] });
  expect(venueBody({ ...whole, kind: 'provinceHall' })).toMatchObject({
    address: null,
    pickup: false,
    openingTimes: [],
  });
});

test.each([{ slug: '' }, { kind: '' as const }, { regionCode: '' }, { name: { zh: '馆', en: ' ' } }])(
  '%j is not sent',
  (change) => {
    expect(venueBody({ ...whole, ...change })).toBeNull();
  },
);
