import { asNumber, mayBeNumber, reachOf } from './found';

const grant = (role: string, jurisdiction: string | null = null, organisationId: string | null = null) => ({
  ...{ role, jurisdiction, organisationId },
});
const nothing = { suppliers: [], admissions: [], disputes: [], linkage: [], statements: [] };

test.each([
  [grant('consumer'), nothing],
  [grant('supplier', null, 'own'), { ...nothing, suppliers: ['own'] }],
  [grant('countyAgriculture', '520527'), { ...nothing, admissions: ['520527%'], linkage: ['520527%'] }],
  [grant('reviewer', '52'), { ...nothing, admissions: ['52%'], linkage: ['52%'] }],
  [grant('mediator'), { ...nothing, disputes: ['%'] }],
  // Of statements finance and operators read all, wherever they sit.
  [grant('finance', '52'), { ...nothing, linkage: ['52%'], statements: ['%'] }],
  [
    grant('operator', '52'),
    { ...nothing, admissions: ['52%'], disputes: ['52%'], linkage: ['52%'], statements: ['%'] },
  ],
  [
    grant('auditor', '52'),
    { ...nothing, admissions: ['52%'], disputes: ['52%'], linkage: ['52%'], statements: ['52%'] },
  ],
])('%j reaches %j', (one, reach) => {
  expect(reachOf([one])).toEqual(reach);
});

test.each([
  [' 261123 12345678 ', '26112312345678', true],
  ['lj-0a1b', 'LJ-0A1B', true],
  ['261', '261', false],
  ['洛川苹果', '洛川苹果', false],
])('%j is looked for as %j', (typed, number, may) => {
  expect([asNumber(typed), mayBeNumber(typed)]).toEqual([number, may]);
});
