import { partyFault, witnessFault } from './witness';

const KNOWN = { bySupplier: true, contested: false, today: '2026-03-10', since: '2026-03-05' };

test.each([
  ['a neighbour, on the day it was offered', 'neighbour', '2026-03-05', KNOWN, null],
  ['a village officer, today', 'villageOfficer', '2026-03-10', KNOWN, null],
  ['tomorrow', 'villageOfficer', '2026-03-11', KNOWN, 'on'],
  ['before there was a page', 'villageOfficer', '2026-03-04', KNOWN, 'on'],
  ['an officer of the county, said by a clerk', 'countyOfficer', '2026-03-10', KNOWN, 'role'],
  ['an officer of the county itself', 'countyOfficer', '2026-03-10', { ...KNOWN, bySupplier: false }, null],
  ['a village officer, of what was contested', 'villageOfficer', '2026-03-10', { ...KNOWN, contested: true }, 'role'],
  [
    'the county, of what was contested',
    'countyOfficer',
    '2026-03-10',
    { ...KNOWN, bySupplier: false, contested: true },
    null,
  ],
  ['an officer who calls itself a neighbour', 'neighbour', '2026-03-10', { ...KNOWN, bySupplier: false }, 'role'],
] as const)('%s', (_, role, on, known, field) => {
  expect(witnessFault({ role, on }, known)?.field ?? null).toBe(field);
});

test('a party to a thing is no witness of it', () => {
  expect(partyFault('supplier')).toMatchObject({ field: 'name' });
  expect(partyFault('household')?.message).toMatch(/its own/);
  expect(partyFault(null)).toBeNull();
});
