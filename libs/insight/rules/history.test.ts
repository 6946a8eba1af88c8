import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { closedTo, historyReaders, liesIn, sidesOf, sightOf } from './history';

const grant = (role: string, jurisdiction: string | null = null, organisationId: string | null = null) => ({
  ...{ role, jurisdiction, organisationId },
});

test.each([
  ['an auditor of a place reads what is done to its suppliers', 'dossier', grant('auditor', '52'), ['52%'], []],
  ['a reviewer watches nobody', 'dossier', grant('reviewer'), [], []],
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

test.each([
  ['a reviewer reads what it judges', 'dossier', grant('reviewer', '52'), ['52%']],
  ['a county reads what is done about its own suppliers', 'case', grant('countyAgriculture', '520527'), ['520527%']],
  ['not who objected to them', 'objection', grant('countyAgriculture', '520527'), []],
  ['an operator reads the cases of its part', 'measure', grant('operator', '61'), ['61%']],
  ['finance reads of those who leave', 'exit', grant('finance'), ['%']],
  ['and of no case', 'case', grant('finance'), []],
  ['an operator reads statements wherever it is', 'statement', grant('operator', '61'), ['%']],
  ['finance reads how an organisation buys', 'organisation', grant('finance'), ['%']],
  ['an auditor watches, and reads by that', 'case', grant('auditor', '52'), []],
] as const)('of what lies on the page: %s', (_name, kind, one, reads) => {
  expect(sightOf(kind, [one])).toMatchObject({ reads });
});

describe('what others judged of an application', () => {
  const since = new Date('2026-11-02T01:00:00Z');
  const judging = { handedIn: true, since, decidedBy: ['first'] };
  test.each([
    ['is closed to who has still to judge it', { id: 'second', grants: [grant('reviewer')] }, since],
    [
      'also where they watch it by another role',
      { id: 'second', grants: [grant('auditor'), grant('reviewer')] },
      since,
    ],
    ['is open to who has', { id: 'first', grants: [grant('reviewer')] }, null],
    ['and to who judges nothing', { id: 'other', grants: [grant('auditor')] }, null],
  ] as const)('%s', (_name, reader, closed) => {
    expect(closedTo(reader, judging)).toBe(closed);
    expect(closedTo(reader, { ...judging, since: null })).toBeNull();
  });
});

const HERE = { team: null, counties: ['520527'] };
test.each([
  ['those of the platform share them', 'case', [grant('reviewer')], HERE, ['platform']],
  ['whatever they do there', 'case', [grant('auditor', '52'), grant('reviewer')], HERE, ['platform']],
  [
    'an office of a county has its own',
    'case',
    [grant('countyAgriculture', '520527')],
    HERE,
    ['countyAgriculture:520527'],
  ],
  [
    'who is of both writes for the platform',
    'case',
    [grant('countyAgriculture', '520527'), grant('operator')],
    HERE,
    [...(['platform', 'countyAgriculture:520527'] as const)],
  ],
  [
    'nobody by a role elsewhere',
    'case',
    [grant('countyAgriculture', '520527'), grant('operator', '61')],
    HERE,
    ['countyAgriculture:520527'],
  ],
  ['nor by one that reads nothing of the kind', 'objection', [grant('countyAgriculture', '520527')], HERE, []],
  ['a supplier has its own', 'case', [grant('supplier', null, 'own')], { ...HERE, team: 'own' }, ['organisation:own']],
  ['of what lies nowhere, the house', 'campaign', [grant('finance')], { team: null, counties: null }, ['platform']],
] as const)('notes: %s', (_name, kind, grants, where, sides) => {
  expect(sidesOf(kind, grants, where)).toEqual(sides);
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
  // What lies nowhere has to do with those of the whole country.
  ['000000', ['%'], true],
  ['000000', ['52%'], false],
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
        const { places, reads, teams } = sightOf(kind as Parameters<typeof sightOf>[0], [
          grant(role, jurisdiction, 'own'),
        ]);
        return places.length + reads.length + teams.length > 0;
      };
      expect([kind, role, told('52')]).toEqual([kind, role, anywhere.includes(role)]);
      expect([kind, role, told(null)]).toEqual([kind, role, [...anywhere, ...country].includes(role)]);
    }
});
