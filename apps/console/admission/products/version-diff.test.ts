import type { DossierSection } from './dossier-fields';
import { versionsDiffer } from './version-diff';

const field = (pointer: string, value: string | null, paper: string | null = null) => ({
  pointer,
  label: pointer,
  value,
  paper,
});
const version = (brand: string | null, price: string, report: string): DossierSection[] => [
  { id: 'what', title: '', fields: [field('/form/brand', brand), field('/facts/category', '水果')] },
  { id: 'proof', title: '', fields: [field('/form/testReport', 'A-1', report)] },
  { id: 'price', title: '', fields: [field('/form/price', price)] },
];

test('what two versions say otherwise is named once, in the order of the form', () => {
  expect(versionsDiffer(version(null, '39.00', 'p1'), version('真名', '42.00', 'p1'))).toEqual([
    { pointer: '/form/brand', label: '/form/brand', before: null, after: '真名', weighty: false },
    { pointer: '/form/price', label: '/form/price', before: '39.00', after: '42.00', weighty: true },
  ]);
  expect(versionsDiffer(version('a', '1', 'p1'), version('a', '1', 'p1'))).toEqual([]);
});

test('a paper exchanged under the same words is a difference, and a weighty one', () => {
  expect(versionsDiffer(version('a', '1', 'p1'), version('a', '1', 'p2'))).toEqual([
    { pointer: '/form/testReport', label: '/form/testReport', before: 'A-1', after: 'A-1', weighty: true },
  ]);
});
