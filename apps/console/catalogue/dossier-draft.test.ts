import { formOf, GROUPS, isWhole, typedOf, unfinished, type DossierForm } from './dossier-draft';

const empty: DossierForm = {
  packaging: null,
  producedInCounty: null,
  rawMaterialCounty: null,
  originEvidence: [],
  foodLicence: null,
  operationLicence: null,
  testReport: null,
  marks: [],
  brand: null,
  trademarkNumber: null,
  label: null,
  annualValue: null,
  afterSale: null,
};
const whole: DossierForm = {
  ...empty,
  packaging: 'prepackaged',
  producedInCounty: '621123',
  originEvidence: [{ kind: 'landContract', reference: '合同 1', fileId: null }],
  foodLicence: { number: 'SC1', issuer: null, validUntil: '2029-01-01' },
  annualValue: { amount: '1200000', currency: 'CNY' },
  afterSale: { phone: '0932-1', returnAddress: '示例路', responseHours: 24 },
};

test.each([
  ['nothing', empty],
  ['much', whole],
])('%s comes back as it was said', (_, form) => {
  expect(formOf(typedOf(form))).toEqual(form);
});

test('a group that was begun is held back until it is whole, and says what it lacks', () => {
  const typed = typedOf(empty);
  typed.groups.foodLicence = { number: 'SC1', validUntil: '' };
  expect(unfinished(GROUPS.foodLicence, typed.groups.foodLicence)).toEqual(['validUntil']);
  expect([formOf(typed).foodLicence, isWhole(typed)]).toEqual([null, false]);
  typed.groups.foodLicence = { number: 'SC1', validUntil: '2029-01-01' };
  expect([formOf(typed).foodLicence, isWhole(typed)]).toEqual([
    { number: 'SC1', issuer: null, validUntil: '2029-01-01' },
    true,
  ]);
});
