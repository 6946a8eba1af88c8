import { stepsOf, type ProductWay } from './way-to-sale';

const DONE: ProductWay = {
  ...{ certified: true, standing: 'certified', supplierMaySell: true, applicationState: 'certified' },
  ...{ producerOut: false },
  ...{ dossierState: 'approved', everApproved: true, listingOpen: true, listingMaySell: true, endReason: null },
  ...{ delistedFor: null, recognitionState: 'recognised', recognised: true },
};
const missing = (changes: Partial<ProductWay>) =>
  stepsOf({ ...DONE, ...changes })
    .filter(({ met }) => !met)
    .map(({ step, turn }) => [step, turn]);

test('where all is done nothing is missing', () => {
  expect(missing({})).toEqual([]);
  expect(stepsOf(DONE).every(({ sentence, turn }) => sentence.zh !== '' && turn === null)).toBe(true);
});

test.each<[string, Partial<ProductWay>, [string, string | null][]]>([
  [
    'nobody applied yet',
    { certified: false, standing: null, supplierMaySell: false, applicationState: null },
    [
      ['supplierCertified', 'supplier'],
      ['supplierInStanding', null],
    ],
  ],
  [
    'the county has it',
    { certified: false, supplierMaySell: false, standing: null, applicationState: 'submitted' },
    [
      ['supplierCertified', 'county'],
      ['supplierInStanding', null],
    ],
  ],
  ['suspended', { standing: 'suspended', supplierMaySell: false }, [['supplierInStanding', 'supplier']]],
  ['its producer is suspended', { supplierMaySell: false, producerOut: true }, [['supplierInStanding', 'nobody']]],
  ['its admission has ended', { supplierMaySell: false }, [['supplierInStanding', 'supplier']]],
  ['left', { standing: 'exited', supplierMaySell: false }, [['supplierInStanding', 'nobody']]],
  [
    'no dossier',
    { dossierState: null, everApproved: false, listingOpen: false },
    [
      ['dossierSent', 'supplier'],
      ['dossierApproved', 'supplier'],
      ['listingOpen', null],
    ],
  ],
  [
    'a dossier waits',
    { dossierState: 'submitted', everApproved: false, listingOpen: false },
    [
      ['dossierApproved', 'reviewers'],
      ['listingOpen', null],
    ],
  ],
  ['a new version waits, the old one sells', { dossierState: 'submitted' }, []],
  ['taken off sale', { listingOpen: false, endReason: '停产' }, [['listingOpen', 'supplier']]],
  ['delisted', { delistedFor: '抽检不合格' }, [['productNotDelisted', 'supplier']]],
  ['on public notice', { recognised: false, recognitionState: 'publicNotice' }, [['recognised', 'public']]],
  ['never asked', { recognised: false, recognitionState: null }, [['recognised', 'supplier']]],
])('%s', (_what, changes, expected) => {
  expect(missing(changes)).toEqual(expected);
});
