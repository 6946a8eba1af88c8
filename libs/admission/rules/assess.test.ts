import { assess, blockingFaults } from './assess';
import type { CheckName } from './checks';
import type { Declared, Evidence, LookedUp } from './evidence';
import { sentenceOf } from './sentence';
import type { Standard } from './standard';

const TODAY = '2026-12-01';

function standardOf(...checks: CheckName[]): Standard {
  return {
    version: 'test',
    publishedOn: '2026-01-01',
    effectiveFrom: '2026-01-01',
    source: 'test',
    criteria: [
      { id: 'C1', subject: 'supplier', nameZh: '', nameEn: '', kind: 'blocking', providedBy: '', source: '', checks },
    ],
  };
}

/** A cooperative that meets every check, and what a case changes of it. */
function evidence(declared: Partial<Declared> = {}, lookedUp: Partial<LookedUp> = {}): Evidence {
  return {
    declared: {
      uscc: '93150125YY0001004B',
      kind: 'cooperative',
      countyCode: '150125',
      licenceValidUntil: null,
      foodLicences: [{ number: 'SC10115012590000', validUntil: '2031-11-14' }],
      products: [{ reference: 'P1', scClass: '101' }],
      linkage: { households: 16, models: ['contractPurchase'] },
      ...declared,
    },
    lookedUp: {
      countyLists: [{ list: 'povertyExitCounty', inProgramme: true, effectiveFrom: '2021-01-01', effectiveTo: null }],
      credit: 'clear',
      mandate: null,
      ...lookedUp,
    },
  };
}

const list = (change: Partial<LookedUp['countyLists'][number]>): Partial<LookedUp> => ({
  countyLists: [
    { list: 'povertyExitCounty', inProgramme: true, effectiveFrom: '2021-01-01', effectiveTo: null, ...change },
  ],
});
const licence = (validUntil: string, number = 'SC10115012590000') => ({ foodLicences: [{ number, validUntil }] });
const mandate = (change: Partial<NonNullable<LookedUp['mandate']>>): Partial<LookedUp> => ({
  mandate: { producerReference: 'S1', producerKind: 'cooperative', certifiedUntil: '2027-01-01', ...change },
});
const trader = { kind: 'trader' } as const;
const confirmed = (change: Partial<NonNullable<LookedUp['mandate']>> = {}) =>
  mandate({ confirmed: true, validUntil: '2027-06-30', ...change });
const given = { version: '2026-1', truthful: true, noPenalty: true, publication: true };

/** Given, check, expected; the other columns are the reasons it gives. */
const CASES: [string, CheckName, Evidence, string, ...string[]][] = [
  ['a mandate the producer confirmed', 'traderMandate@2', evidence(trader, confirmed()), 'pass'],
  ['one on its last day', 'traderMandate@2', evidence(trader, confirmed({ validUntil: TODAY })), 'pass'],
  [
    'one that has ended',
    'traderMandate@2',
    evidence(trader, confirmed({ validUntil: '2026-11-30' })),
    'fail',
    'mandateExpired',
  ],
  ['one nobody answered', 'traderMandate@2', evidence(trader, mandate({})), 'fail', 'mandateUnconfirmed'],
  ['none', 'traderMandate@2', evidence(trader), 'fail', 'mandateMissing'],
  ['a producer needs none', 'traderMandate@2', evidence(), 'pass'],
  [
    'households with a signed paper',
    'linkage@2',
    evidence({ papers: ['businessLicence', 'linkageAgreement'] }),
    'pass',
  ],
  ['households without a paper', 'linkage@2', evidence({ papers: ['businessLicence'] }), 'fail', 'noLinkagePaper'],
  ['evidence from before papers were kept', 'linkage@2', evidence(), 'fail', 'noLinkagePaper'],
  [
    'a paper without households',
    'linkage@2',
    evidence({ papers: ['linkageAgreement'], linkage: { households: 0, models: [] } }),
    'fail',
    'noLinkedHouseholds',
  ],
  ['all undertakings', 'undertaking@1', evidence({ undertaking: given }), 'pass'],
  [
    'one of them withheld',
    'undertaking@1',
    evidence({ undertaking: { ...given, noPenalty: false } }),
    'fail',
    'undertakingMissing',
  ],
  ['no undertaking', 'undertaking@1', evidence(), 'fail', 'undertakingMissing'],
  ['an account that is open', 'merchant@1', evidence({}, { merchant: 'active' }), 'pass'],
  ['an account that is being opened', 'merchant@1', evidence({}, { merchant: 'pending' }), 'fail', 'merchantNotOpen'],
  ['no account', 'merchant@1', evidence(), 'fail', 'merchantNotOpen'],
  ['a right code', 'uscc@1', evidence(), 'pass'],
  ['the published example', 'uscc@1', evidence({ uscc: '91350100M000100Y43' }), 'pass'],
  ['its published wrong twin', 'uscc@1', evidence({ uscc: '91350100M000100Y4Z' }), 'fail', 'usccForm'],
  ['a wrong check character', 'uscc@1', evidence({ uscc: '91350100M000100Y44' }), 'fail', 'usccCheckCharacter'],
  ['a licence without a term', 'licenceTerm@1', evidence(), 'pass'],
  ['a licence on its last day', 'licenceTerm@1', evidence({ licenceValidUntil: TODAY }), 'pass'],
  ['a licence the day after', 'licenceTerm@1', evidence({ licenceValidUntil: '2026-11-30' }), 'fail', 'licenceExpired'],
  ['a listed county', 'countyListed@1', evidence(), 'pass'],
  ['a county on no list', 'countyListed@1', evidence({}, { countyLists: [] }), 'fail', 'countyNotListed'],
  [
    'a list outside of the programme',
    'countyListed@1',
    evidence({}, list({ inProgramme: false })),
    'fail',
    'countyNotListed',
  ],
  ['a list that begins today', 'countyListed@1', evidence({}, list({ effectiveFrom: TODAY })), 'pass'],
  [
    'a list that begins tomorrow',
    'countyListed@1',
    evidence({}, list({ effectiveFrom: '2026-12-02' })),
    'fail',
    'countyNotListed',
  ],
  ['a list that ended today', 'countyListed@1', evidence({}, list({ effectiveTo: TODAY })), 'fail', 'countyNotListed'],
  ['a producer needs no mandate', 'traderMandate@1', evidence(), 'pass'],
  ['a trader without one', 'traderMandate@1', evidence(trader), 'fail', 'mandateMissing'],
  ['a trader of an admitted producer', 'traderMandate@1', evidence(trader, mandate({})), 'pass'],
  [
    'a trader of a refused one',
    'traderMandate@1',
    evidence(trader, mandate({ certifiedUntil: null })),
    'fail',
    'mandateFromUnadmitted',
  ],
  [
    'a trader of one whose admission ended',
    'traderMandate@1',
    evidence(trader, mandate({ certifiedUntil: TODAY })),
    'fail',
    'mandateFromUnadmitted',
  ],
  [
    'a trader of a trader',
    'traderMandate@1',
    evidence(trader, mandate({ producerKind: 'trader' })),
    'fail',
    'mandateFromTrader',
  ],
  ['linked households', 'linkage@1', evidence(), 'pass'],
  ['none', 'linkage@1', evidence({ linkage: { households: 0, models: [] } }), 'fail', 'noLinkedHouseholds'],
  [
    'households without a model',
    'linkage@1',
    evidence({ linkage: { households: 3, models: [] } }),
    'fail',
    'noLinkedHouseholds',
  ],
  ['a clear register', 'credit@1', evidence(), 'pass'],
  ['serious dishonesty', 'credit@1', evidence({}, { credit: 'serious' }), 'fail', 'seriousDishonesty'],
  ['a licence of the class', 'foodLicence@1', evidence(), 'pass'],
  ['primary produce', 'foodLicence@1', evidence({ products: [{ reference: 'P1', scClass: null }] }), 'notApplicable'],
  ['a trader, whose producer holds it', 'foodLicence@1', evidence(trader), 'notApplicable'],
  ['no licence', 'foodLicence@1', evidence({ foodLicences: [] }), 'fail', 'scClassMissing'],
  [
    'a licence of another class',
    'foodLicence@1',
    evidence({ products: [{ reference: 'P1', scClass: '114' }] }),
    'fail',
    'scClassMissing',
  ],
  ['a food licence on its last day', 'foodLicence@1', evidence(licence(TODAY)), 'pass'],
  ['an expired food licence', 'foodLicence@1', evidence(licence('2026-11-30')), 'fail', 'scExpired'],
  [
    'a wrong check digit',
    'foodLicence@1',
    evidence(licence('2031-11-14', 'SC10115012590001')),
    'fail',
    'scNumberWrong',
  ],
];

it.each(CASES.map(([name, check, given, expected, ...reasons]) => ({ name, check, given, expected, reasons })))(
  '$name: $check',
  ({ check, given, expected, reasons }) => {
    const [finding] = assess(standardOf(check), given, TODAY);
    expect(finding!.result).toBe(expected);
    expect(finding!.check).toBe(check);
    expect(finding!.reasons.map(({ code }) => code)).toEqual(reasons);
  },
);

it('fails a criterion by any of its checks and says each reason', () => {
  const [finding] = assess(
    standardOf('uscc@1', 'licenceTerm@1'),
    evidence({ uscc: 'x', licenceValidUntil: '2020-01-01' }),
    TODAY,
  );
  expect(finding).toMatchObject({ result: 'fail', check: 'uscc@1 licenceTerm@1' });
  expect(sentenceOf(finding!.result, finding!.reasons)).toEqual({
    zh: '统一社会信用代码 x 不是 18 位规定字符；营业执照已于 2020-01-01 到期',
    en: 'The unified social credit code x is not 18 characters of the permitted set; The business licence expired on 2020-01-01',
  });
});

it('keeps out by blocking criteria only, and leaves to people what no check reads', () => {
  const [blocking] = standardOf('linkage@1').criteria;
  const standard = {
    ...standardOf(),
    criteria: [blocking!, { ...blocking!, id: 'C2', kind: 'scored' as const }, { ...blocking!, id: 'C3', checks: [] }],
  };
  const findings = assess(standard, evidence({ linkage: { households: 0, models: [] } }), TODAY);
  expect(findings.map(({ result }) => result)).toEqual(['fail', 'fail', 'notJudged']);
  expect(blockingFaults(findings).map(({ criterion }) => criterion)).toEqual(['C1']);
});

describe('for whom a criterion is', () => {
  const asked = (appliesTo: Standard['criteria'][number]['appliesTo'], given: Evidence) => {
    const standard = standardOf('uscc@1');
    const [criterion] = standard.criteria;
    return assess({ ...standard, criteria: [{ ...criterion!, ...(appliesTo && { appliesTo }) }] }, given, TODAY)[0]!
      .result;
  };
  const of = (category?: string) =>
    evidence({ products: [{ reference: 'P1', scClass: null, ...(category && { category }) }] });

  it.each([
    ['everybody', undefined, of(), 'pass'],
    ['its own kind', { kinds: ['cooperative'] }, of(), 'pass'],
    ['another kind', { kinds: ['trader'] }, of(), 'notApplicable'],
    ['a category of its products', { categories: ['tea'] }, of('tea'), 'pass'],
    ['another category', { categories: ['tea'] }, of('fruit'), 'notApplicable'],
    ['products whose category nobody stated', { categories: ['tea'] }, of(), 'pass'],
  ] as const)('%s', (_, appliesTo, given, expected) => {
    expect(asked(appliesTo, given)).toBe(expected);
  });
});
