import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { historyReaders, liesIn, sightOf } from './history';

const grant = (role: string, jurisdiction: string | null = null, organisationId: string | null = null) => ({
  ...{ role, jurisdiction, organisationId },
});

test.each([
  ['an auditor of a place reads what is done to its suppliers', 'dossier', grant('auditor', '52'), ['52%'], []],
  ['a reviewer does not: it would read what the other one ticked', 'dossier', grant('reviewer'), [], []],
  ['a supplier reads of its own', 'case', grant('supplier', null, 'own'), [], ['own']],
  ['a county reads of its suppliers’ agreements', 'agreement', grant('countyAgriculture', '520527'), ['520527%'], []],
  ['a mediator reads of lots', 'lot', grant('mediator'), ['%'], []],
  ['and of no agreement, which it may not read', 'agreement', grant('mediator'), [], []],
  ['an order’s part is its supplier’s alone', 'supplierOrder', grant('operator'), [], []],
  ['a buyer reads of none', 'supplierOrder', grant('consumer'), [], []],
  ['money is read by those of the whole country', 'payoutRun', grant('auditor'), ['%'], []],
  ['and not by those of a part', 'payoutRun', grant('auditor', '52'), [], []],
  ['nor by suppliers', 'payoutRun', grant('supplier', null, 'own'), [], []],
  ['what is the house’s own, by those who work for it', 'campaign', grant('operator'), ['%'], []],
  ['by no supplier', 'campaign', grant('supplier', null, 'own'), [], []],
  ['a plan of spot checks is about no one supplier', 'spotCheck', grant('supplier', null, 'own'), [], []],
  ['a mediator reads of disputes', 'dispute', grant('mediator'), ['%'], []],
  ['a county reads what its suppliers share out', 'pool', grant('countyRevitalisation', '520527'), ['520527%'], []],
] as const)('%s', (_name, kind, one, places, teams) => {
  expect(sightOf(kind, [one])).toMatchObject({ places, teams });
});

test('of goods a supplier is told what others did, of what an authority does it is not', () => {
  expect((['lot', 'case', 'dispute'] as const).map((kind) => sightOf(kind, []).others)).toEqual([true, false, false]);
});

test.each([
  ['520527', ['52%'], true],
  ['520527', ['520527%'], true],
  ['520527', ['62%'], false],
  ['520527', [], false],
  // What is about a whole province has to do with each of its counties, and with the country.
  ['52', ['520527%'], true],
  ['52', ['%'], true],
  ['52', ['62%'], false],
] as const)('%s lies in %p: %s', (county, places, lies) => {
  expect(liesIn(county, places)).toBe(lies);
});

test('the console offers a history to those who are told it; `npm run contract` writes its list anew', () => {
  const kept = readFileSync(join(__dirname, '../../../apps/console/frame/history-readers.json'), 'utf8');
  expect(JSON.parse(kept)).toEqual(historyReaders());
});

test('whoever is listed reads something of the kind, and nobody else does', () => {
  const roles = [
    ...(['supplier', 'auditor', 'reviewer', 'operator', 'finance', 'mediator'] as const),
    ...(['countyAgriculture', 'countyRevitalisation', 'consumer'] as const),
  ];
  for (const [kind, { anywhere, country }] of Object.entries(historyReaders()))
    for (const role of roles) {
      const told = (jurisdiction: string | null) => {
        const { places, teams } = sightOf(kind as Parameters<typeof sightOf>[0], [grant(role, jurisdiction, 'own')]);
        return places.length + teams.length > 0;
      };
      expect([kind, role, told('52')]).toEqual([kind, role, anywhere.includes(role)]);
      expect([kind, role, told(null)]).toEqual([kind, role, [...anywhere, ...country].includes(role)]);
    }
});
