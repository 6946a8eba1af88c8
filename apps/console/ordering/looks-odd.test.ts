import { looksOdd } from './looks-odd';

const carriers = [{ code: 'SF', name: { zh: '顺丰速运', en: 'SF Express' }, pattern: '^(SF)?\\d{12,15}$' }];

test.each([
  ['顺丰速运', 'SF1234567890123', false],
  ['SF Express', 'sf 1234 5678 9012', false],
  ['顺丰速运', 'YT1234567890123', true],
  ['sf', 'SF12345', true],
  ['顺丰速运', 'SF1', false],
  ['示例快递', 'anything at all', false],
])('%s %s', (carrier, number, odd) => {
  expect(looksOdd(carriers, carrier, number)).toBe(odd);
});
