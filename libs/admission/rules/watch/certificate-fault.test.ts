import { certificateFault } from './certificate-fault';

const today = '2026-11-23';
const stated = {
  kind: 'foodProductionLicence',
  number: 'SC11464010500015',
  validUntil: '2029-01-01',
  productId: null,
  scope: '',
} as const;

test.each([
  ['a number that is right', stated, null],
  ['its last digit wrong', { ...stated, number: 'SC11464010500016' }, 'number'],
  ['an end in the past', { ...stated, validUntil: '2026-11-22' }, 'ended'],
  ['good on its last day', { ...stated, validUntil: today }, null],
  ['no end where there must be one', { ...stated, validUntil: null }, 'noEnd'],
  [
    'a licence without term',
    { ...stated, kind: 'businessLicence', number: '91350100M000100Y43', validUntil: null },
    null,
  ],
  ['a code with the wrong check', { ...stated, kind: 'businessLicence', number: '91350100M000100Y4Z' }, 'number'],
  ['a test report of nothing', { ...stated, kind: 'testReport', number: 'T-1' }, 'product'],
  ['a test report of a product', { ...stated, kind: 'testReport', number: 'T-1', productId: 'p' }, null],
  [
    'a mark of no indication',
    { ...stated, kind: 'geographicalIndication', number: 'G-1', productId: 'p' },
    'indication',
  ],
  [
    'a mark of an indication',
    { ...stated, kind: 'geographicalIndication', number: 'G-1', productId: 'p', scope: '定西马铃薯' },
    null,
  ],
] as const)('%s', (_what, given, expected) => expect(certificateFault(given, today)).toBe(expected));
