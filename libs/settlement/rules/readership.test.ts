import type { Role } from '@xihuo/contract';
import { readershipOf } from './readership';

const grant = (role: Role, organisationId: string | null = null, jurisdiction: string | null = null) => ({
  ...{ role, organisationId, jurisdiction },
});
const nothing = { everything: false, suppliers: [], jurisdictions: [] };

test.each([
  { name: 'finance reads all', grants: [grant('finance')], expected: { ...nothing, everything: true } },
  {
    name: 'an auditor reads the own jurisdiction',
    grants: [grant('auditor', null, '62')],
    expected: { ...nothing, jurisdictions: ['62'] },
  },
  {
    name: 'an auditor of the whole country reads all',
    grants: [grant('auditor')],
    expected: { ...nothing, everything: true },
  },
  { name: 'a supplier reads its own', grants: [grant('supplier', 's1')], expected: { ...nothing, suppliers: ['s1'] } },
  { name: 'an organisation of another role opens nothing', grants: [grant('businessBuyer', 's1')], expected: nothing },
  { name: 'a county reads no statements', grants: [grant('countyAgriculture', null, '620503')], expected: nothing },
  { name: 'nobody reads nothing', grants: [], expected: nothing },
])('$name', ({ grants, expected }) => {
  expect(readershipOf(grants)).toEqual(expected);
});
