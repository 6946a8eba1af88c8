import { sightOf } from './history';

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
] as const)('%s', (_name, kind, one, places, teams) => {
  expect(sightOf(kind, [one])).toMatchObject({ places, teams });
});

test('of goods a supplier is told what others did, of what an authority does it is not', () => {
  expect([sightOf('lot', []).others, sightOf('case', []).others]).toEqual([true, false]);
});
