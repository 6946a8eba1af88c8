import { dossiers } from '@xihuo/contract';
import { canonicalJson } from '@xihuo/kernel';
import type { Standard } from '../standard';
import { assessProduct } from './assess-product';
import { PRODUCT_CHECKS, type ProductCheckName } from './product-checks';
import type { ProductDossier, ProductEvidence, ProductLookedUp } from './product-evidence';
import { productSentence } from './product-sentence';

const TODAY = '2026-11-23';
const COUNTY = '610629';
/** Published on real labels (domain facts, part 2): class 114 and the check digit fit. */
const LICENCE = { number: 'SC11464010500015', validUntil: '2030-01-01' };

const form: dossiers.DossierForm = dossiers.dossierForm.parse({
  packaging: 'prepackaged',
  producedInCounty: COUNTY,
  originEvidence: [{ kind: 'baseRecord', reference: '备案', fileId: null }],
  foodLicence: LICENCE,
  testReport: {
    number: 'T1',
    laboratory: '某检测',
    accredited: true,
    qualified: true,
    testedOn: '2026-06-01',
    fileId: null,
  },
  annualValue: { amount: '50000000', currency: 'CNY' },
  label: {
    ingredients: '苹果',
    netContent: '500g',
    producer: '某合作社',
    producerAddress: '洛川县',
    standardCode: 'GB/T 10651',
    storage: '阴凉',
    shelfLife: '12个月',
    nutrition: true,
    fileId: null,
  },
  afterSale: { phone: '1', returnAddress: '洛川', responseHours: 24 },
});

interface Changes {
  form?: Partial<dossiers.DossierForm>;
  dossier?: Partial<Omit<ProductDossier, 'form' | 'product'>>;
  product?: Partial<ProductDossier['product']>;
  lookedUp?: Partial<ProductLookedUp>;
}

function evidence(changes: Changes = {}): ProductEvidence {
  return {
    dossier: {
      supplierId: 's',
      productId: 'p',
      packs: [{ pack: '500g', netGrams: '500', priceFen: '2000', per500gFen: '2000' }],
      peers: null,
      lotCodePrefix: 'L1001',
      ...changes.dossier,
      form: { ...form, ...changes.form },
      product: {
        reference: 'P1',
        nameZh: '苹果脆片',
        nameEn: 'Apple crisps',
        category: 'processed',
        regionCode: COUNTY,
        scClass: '114',
        perishable: false,
        saleBannedReason: null,
        giKinds: [],
        ...changes.product,
      },
    },
    lookedUp: {
      supplierKind: 'cooperative',
      countyCode: COUNTY,
      countyLists: [
        {
          county: COUNTY,
          list: 'povertyExitCounty',
          inProgramme: true,
          effectiveFrom: '2020-01-01',
          effectiveTo: null,
        },
      ],
      settings: { testReportMonths: 12, peerToleranceBp: 2_000, annualValueFen: 50_000_000 },
      ...changes.lookedUp,
    },
  };
}

const report = (changes: object) => ({ form: { testReport: { ...form.testReport!, ...changes } } });
const mark = {
  kind: 'organic' as const,
  number: 'O1',
  holder: '某合作社',
  indication: null,
  validUntil: TODAY,
  fileId: null,
};
const indicated = { ...mark, kind: 'geographicalIndication' as const, indication: '定西马铃薯' };
const peers = { medianPer500gFen: '2000', offers: 5 };
const pack = (per500gFen: string | null) => ({ pack: '一份', netGrams: null, priceFen: '1', per500gFen });

const CASES: [ProductCheckName, string, Changes, 'pass' | 'fail' | 'notApplicable', string?][] = [
  ['productLicence@1', 'a licence of the right class', {}, 'pass'],
  ['productLicence@1', 'primary produce', { product: { scClass: null } }, 'notApplicable'],
  ['productLicence@1', 'no licence', { form: { foodLicence: null } }, 'fail', 'licenceMissing'],
  [
    'productLicence@1',
    'a wrong digit',
    { form: { foodLicence: { ...LICENCE, number: 'SC11464010500016' } } },
    'fail',
    'licenceNumberWrong',
  ],
  ['productLicence@1', 'another class', { product: { scClass: '101' } }, 'fail', 'licenceOtherClass'],
  ['productLicence@1', 'good on its last day', { form: { foodLicence: { ...LICENCE, validUntil: TODAY } } }, 'pass'],
  [
    'productLicence@1',
    'over since yesterday',
    { form: { foodLicence: { ...LICENCE, validUntil: '2026-11-22' } } },
    'fail',
    'licenceOver',
  ],
  ['operationLicence@1', 'a producer', {}, 'notApplicable'],
  [
    'operationLicence@1',
    'a trader without',
    { lookedUp: { supplierKind: 'trader' } },
    'fail',
    'operationLicenceMissing',
  ],
  [
    'operationLicence@1',
    'a trader with',
    { lookedUp: { supplierKind: 'trader' }, form: { operationLicence: 'JY1' } },
    'pass',
  ],
  [
    'operationLicence@1',
    'a trader of loose goods',
    { lookedUp: { supplierKind: 'trader' }, form: { packaging: 'loose' } },
    'notApplicable',
  ],
  ['testReport@1', 'half a year old', {}, 'pass'],
  ['testReport@1', 'none', { form: { testReport: null } }, 'fail', 'testReportMissing'],
  ['testReport@1', 'of today', report({ testedOn: TODAY }), 'pass'],
  ['testReport@1', 'of tomorrow', report({ testedOn: '2026-11-24' }), 'fail', 'testReportAhead'],
  ['testReport@1', 'a year old to the day', report({ testedOn: '2025-11-23' }), 'pass'],
  ['testReport@1', 'a day older', report({ testedOn: '2025-11-22' }), 'fail', 'testReportOld'],
  ['testReport@1', 'not qualified', report({ qualified: false }), 'fail', 'testReportFailed'],
  [
    'testReport@1',
    'of a laboratory without the mark',
    report({ accredited: false }),
    'fail',
    'laboratoryNotAccredited',
  ],
  ['origin@1', 'made in a listed county', {}, 'pass'],
  ['origin@1', 'of raw material from one', { form: { producedInCounty: '310101', rawMaterialCounty: COUNTY } }, 'pass'],
  ['origin@1', 'nowhere', { form: { producedInCounty: null } }, 'fail', 'originMissing'],
  ['origin@1', 'in the East', { form: { producedInCounty: '310101' } }, 'fail', 'originNotListed'],
  ['origin@1', 'by word alone', { form: { originEvidence: [] } }, 'fail', 'originUnproven'],
  [
    'origin@1',
    'in a county whose listing has ended',
    { lookedUp: { countyLists: [{ ...evidence().lookedUp.countyLists[0]!, effectiveTo: TODAY }] } },
    'fail',
    'originNotListed',
  ],
  ['peerPrice@1', 'nobody else sells it', {}, 'notApplicable'],
  ['peerPrice@1', 'no price yet', { dossier: { packs: [] } }, 'fail', 'priceMissing'],
  ['peerPrice@1', 'a fifth above', { dossier: { peers, packs: [pack('2400')] } }, 'pass'],
  ['peerPrice@1', 'a fen more', { dossier: { peers, packs: [pack('2401')] } }, 'fail', 'priceAbovePeers'],
  ['peerPrice@1', 'sold by the piece', { dossier: { peers, packs: [pack(null)] } }, 'pass'],
  ['annualValue@1', 'half a million yuan', {}, 'pass'],
  [
    'annualValue@1',
    'a fen less',
    { form: { annualValue: { amount: '49999999', currency: 'CNY' } } },
    'fail',
    'annualValueLow',
  ],
  ['annualValue@1', 'not said', { form: { annualValue: null } }, 'fail', 'annualValueMissing'],
  ['qualityMarks@1', 'no mark claimed', {}, 'notApplicable'],
  ['qualityMarks@1', 'good on its last day', { form: { marks: [mark] } }, 'pass'],
  ['qualityMarks@1', 'over', { form: { marks: [{ ...mark, validUntil: '2026-11-22' }] } }, 'fail', 'markOver'],
  [
    'qualityMarks@1',
    'an indication unproven',
    { product: { giKinds: ['地理标志商标'] } },
    'fail',
    'indicationUnproven',
  ],
  ['qualityMarks@2', 'an organic one', { form: { marks: [mark] } }, 'pass'],
  [
    'qualityMarks@2',
    'the indication that the name holds',
    { form: { marks: [indicated] }, product: { indications: ['定西马铃薯'] } },
    'pass',
  ],
  [
    'qualityMarks@2',
    'that of other goods',
    { form: { marks: [indicated] }, product: { indications: ['庆阳小米'] } },
    'fail',
    'indicationOther',
  ],
  [
    'qualityMarks@2',
    'one that is not named',
    { form: { marks: [{ ...indicated, indication: null }] }, product: { indications: ['定西马铃薯'] } },
    'fail',
    'indicationOther',
  ],
  ['label@1', 'complete', {}, 'pass'],
  ['label@1', 'loose goods', { form: { packaging: 'loose', label: null } }, 'notApplicable'],
  ['label@1', 'not said whether packed', { form: { packaging: null } }, 'fail', 'packagingMissing'],
  ['label@1', 'none', { form: { label: null } }, 'fail', 'labelMissing'],
  [
    'label@1',
    'without nutrition',
    { form: { label: { ...form.label!, nutrition: false } } },
    'fail',
    'nutritionMissing',
  ],
  ['lotCode@1', 'assigned', {}, 'pass'],
  ['lotCode@1', 'not yet', { dossier: { lotCodePrefix: '' } }, 'fail', 'lotCodeMissing'],
  ['afterSale@1', 'said', {}, 'pass'],
  ['afterSale@1', 'not said', { form: { afterSale: null } }, 'fail', 'afterSaleMissing'],
  ['trademark@1', 'no brand', {}, 'notApplicable'],
  ['trademark@1', 'a brand of its own', { form: { brand: '甲', trademarkNumber: '1' } }, 'pass'],
  ['trademark@1', 'a brand without a number', { form: { brand: '甲' } }, 'fail', 'trademarkMissing'],
];

test.each(CASES.map(([check, what, changes, result, code]) => ({ check, what, changes, result, code })))(
  '$check: $what',
  ({ check, changes, result, code }) => {
    const verdict = PRODUCT_CHECKS[check](evidence(changes), TODAY);
    expect([verdict.result, verdict.reasons[0]?.code]).toEqual([result, code]);
    const { zh, en } = productSentence(verdict.result, verdict.reasons);
    expect(`${zh}${en}`).not.toMatch(/undefined|\$\{/);
  },
);

const criterion = (id: string, checks: ProductCheckName[], more: object = {}) => ({
  ...{ id, subject: 'product' as const, kind: 'blocking' as const, providedBy: 'supplier', checks },
  ...{ nameZh: id, nameEn: id, source: 'test' },
  ...more,
});
const standard = {
  ...{ version: 't', publishedOn: '2020-01-01', effectiveFrom: '2020-01-01', source: 'test' },
  criteria: [
    criterion('P04', ['testReport@1']),
    criterion('P09', []),
    criterion('P99', ['lotCode@1'], { appliesTo: { categories: ['tea'] } }),
    criterion('S01', ['lotCode@1'], { subject: 'supplier' }),
  ],
} satisfies Standard;

test('what only people can judge is not judged, and what is asked of others is not asked', () => {
  expect(
    assessProduct(standard, evidence(), TODAY).map(({ criterion: id, result, check }) => [id, result, check]),
  ).toEqual([
    ['P04', 'pass', 'testReport@1'],
    ['P09', 'notJudged', 'people'],
  ]);
});

test('the same dossier, standard and day give the same bytes', () => {
  const bytes = () =>
    canonicalJson(assessProduct(standard, structuredClone(evidence(report({ qualified: false }))), TODAY));
  expect(bytes()).toBe(bytes());
});
