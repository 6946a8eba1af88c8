import { deliveryOf, faultsOf, phoneDigits, type DeliveryDraft } from './delivery';

const good: DeliveryDraft = {
  path: { province: '330000', prefecture: '330100', county: '330106' },
  regionCode: '330106',
  address: ' 文一路 1 号 ',
  name: ' 周岚 ',
  phone: '100 0000-0001',
};

test('a complete address has no faults and goes out clean', () => {
  expect(faultsOf(good)).toEqual({});
  expect(deliveryOf(good)).toEqual({
    regionCode: '330106',
    address: '文一路 1 号',
    name: '周岚',
    phone: '10000000001',
  });
});

test.each([
  ['+86 138 0000 0000', '13800000000'],
  ['86-13800000000', '13800000000'],
  ['8613', '8613'],
])('%s is dialled as %s', (typed, digits) => {
  expect(phoneDigits(typed)).toBe(digits);
});

test('each missing or malformed field is named', () => {
  expect(faultsOf({ ...good, name: ' ', phone: '12', regionCode: null, address: '' })).toEqual({
    name: 'missing',
    phone: 'malformed',
    region: 'missing',
    address: 'missing',
  });
});
