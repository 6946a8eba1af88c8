import { readableSuppliers } from './readable-suppliers';

test.each([
  { name: 'finance reads all', grants: [{ role: 'finance' as const, organisationId: null }], expected: null },
  { name: 'a supplier reads its own', grants: [{ role: 'supplier' as const, organisationId: 's1' }], expected: ['s1'] },
  {
    name: 'an organisation of another role opens nothing',
    grants: [{ role: 'businessBuyer' as const, organisationId: 's1' }],
    expected: [],
  },
  { name: 'nobody reads nothing', grants: [], expected: [] },
])('$name', ({ grants, expected }) => {
  expect(readableSuppliers(grants)).toEqual(expected);
});
