import type { ApplicationForm } from './application-form';
import { missingOf } from './missing';

const form: Required<ApplicationForm> = {
  subject: {
    kind: 'cooperative',
    nameZh: '示例合作社',
    nameEn: '',
    uscc: 'anything',
    countyCode: '621123',
    address: '示例村',
    legalRepresentative: '示例人',
    establishedOn: '2018-05-01',
    licenceValidUntil: null,
    licenceWithoutTerm: true,
  },
  licences: { foodLicences: [{ number: 'SC1', validUntil: '2029-01-01' }], operationLicence: '' },
  products: [{ reference: 'P1', name: '土豆', category: 'vegetable', scClass: null, originCode: '621123' }],
  linkage: { models: ['contractPurchase'], description: '订单收购' },
  capacity: { annualKg: 1000, shipWithinHours: 48, months: [], note: '' },
  undertakings: { truthful: true, noPenalty: true, publication: true },
};
const PAPERS = [
  'businessLicence',
  'foodProductionLicence',
  'linkageAgreement',
  'householdConsent',
  'testReport',
  'originCertificate',
];
const whole = { households: 12, papers: PAPERS, mandate: false };
const pointers = (given: ApplicationForm, attached = whole, kind: 'cooperative' | 'trader' = 'cooperative') =>
  missingOf(given, attached, kind).map(({ pointer, required }) => `${required ? '!' : ''}${pointer}`);

it('a whole one lacks nothing', () => {
  expect(pointers(form)).toEqual([]);
});

it('an empty one lacks everything, step by step', () => {
  expect(pointers({}, { households: 0, papers: [], mandate: false })).toEqual([
    ...['nameZh', 'uscc', 'address', 'legalRepresentative', 'establishedOn', 'licenceValidUntil'].map(
      (field) => `!/subject/${field}`,
    ),
    '!/products',
    ...['/linkage/models', '/linkage/description', '/households', '/capacity/annualKg', '/capacity/shipWithinHours'],
    ...['truthful', 'noPenalty', 'publication'].map((field) => `!/undertakings/${field}`),
    ...['!/documents/businessLicence', '/documents/linkageAgreement'],
  ]);
});

it.each<[string, Partial<ApplicationForm>, string[]]>([
  [
    'a licence without its day',
    { licences: { foodLicences: [{ number: 'SC1', validUntil: null }], operationLicence: '' } },
    ['!/licences/foodLicences/0/validUntil'],
  ],
  [
    'a day without its licence',
    { licences: { foodLicences: [{ number: '', validUntil: '2029-01-01' }], operationLicence: '' } },
    ['!/licences/foodLicences/0/number'],
  ],
  [
    'a product without name, category or place',
    { products: [{ reference: '', name: '', category: null, scClass: null, originCode: null }] },
    ['!/products/0/name', '/products/0/category', '/products/0/originCode'],
  ],
  [
    'one undertaking that is not given',
    { undertakings: { truthful: true, noPenalty: false, publication: true } },
    ['!/undertakings/noPenalty'],
  ],
])('%s', (_, change, expected) => {
  expect(pointers({ ...form, ...change })).toEqual(expected);
});

it('a trader brings a mandate, and papers of its own kind', () => {
  expect(
    pointers(
      form,
      { ...whole, papers: ['businessLicence', 'testReport', 'originCertificate', 'householdConsent'] },
      'trader',
    ),
  ).toEqual(['/documents/mandate', '/mandate']);
  expect(pointers(form, { ...whole, papers: [...PAPERS, 'mandate'], mandate: true }, 'trader')).toEqual([]);
});

it('wrong digits are a finding, never something missing', () => {
  const wrong = { ...form, subject: { ...form.subject, uscc: 'XXXX', establishedOn: '2999-01-01' } };
  expect(pointers(wrong)).toEqual([]);
});
