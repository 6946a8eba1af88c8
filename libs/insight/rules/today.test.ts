import { desksOf, isReady, ON_DESK, sightOf, type SellingStep } from './today';

const grant = (role: string, jurisdiction: string | null = null, organisationId: string | null = null) => ({
  ...{ role, jurisdiction, organisationId },
});

test('both departments of a county share a desk, and a role without one has none', () => {
  expect(desksOf([grant('countyAgriculture', '610629'), grant('countyRevitalisation', '610629')])).toEqual(['county']);
  expect(desksOf([grant('consumer'), grant('farmer')])).toEqual([]);
});

test('no list stands twice on a desk', () => {
  for (const lists of Object.values(ON_DESK)) expect(new Set(lists).size).toBe(lists.length);
});

test('an auditor checks at the level of the own place, and one of the whole country checks nothing', () => {
  expect(sightOf([grant('auditor', '61')]).turns).toMatchObject({ checkingProvince: ['61%'], checkingCity: [] });
  expect(sightOf([grant('auditor', '6106')]).turns).toMatchObject({ checkingProvince: [], checkingCity: ['6106%'] });
  const country = sightOf([grant('auditor')]);
  expect(country.turns).toEqual({ recommending: [], checkingCity: [], checkingProvince: [], reviewing: [] });
  expect(country.places).toEqual(['%']);
});

test('places are those of all roles that read the same list, suppliers those acted for', () => {
  expect(
    sightOf([grant('reviewer', '61'), grant('operator'), grant('supplier', null, 'a'), grant('supplier')]),
  ).toEqual({
    suppliers: ['a'],
    places: ['61%', '%'],
    turns: { recommending: [], checkingCity: [], checkingProvince: [], reviewing: ['61%'] },
    disputes: ['%'],
  });
});

test('areas and freight may be left unsaid, nothing else', () => {
  const all: SellingStep[] = ['admitted', 'account', 'areas', 'freight', 'product', 'offer'];
  const missing = all.filter((step) => !isReady(all.filter((one) => one !== step)));
  expect(missing).toEqual(['admitted', 'account', 'product', 'offer']);
});
