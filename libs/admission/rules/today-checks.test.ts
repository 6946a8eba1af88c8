import { assess } from './assess';
import type { CheckName } from './checks';
import type { Declared, Evidence, LookedUp } from './evidence';
import { REGISTERS } from './review/approvable';
import { sentenceOf } from './sentence';

/** Checks that read what other contexts report and what registers answer. */
const TODAY = '2026-12-01';

function evidence(declared: Partial<Declared> = {}, lookedUp: Partial<LookedUp> = {}): Evidence {
  return {
    declared: {
      ...{ uscc: '93150125YY0001004B', kind: 'cooperative', countyCode: '150125', licenceValidUntil: null },
      ...{ foodLicences: [], products: [], linkage: { households: 16, models: ['contractPurchase'] }, ...declared },
    },
    lookedUp: { countyLists: [], credit: 'clear', mandate: null, ...lookedUp },
  };
}
const trader = { kind: 'trader' } as const;
const mandate = (change: object): Partial<LookedUp> => ({
  mandate: { producerReference: 'S1', producerKind: 'cooperative', certifiedUntil: '2027-01-01', ...change },
});
const confirmed = (change: object) => mandate({ confirmed: true, validUntil: '2027-06-30', ...change });
const asked = (listed?: string) =>
  REGISTERS.map((register) => ({
    ...{ register, queriedOn: TODAY },
    status: register === listed ? ('listed' as const) : ('clear' as const),
  }));

/** Given, check, expected; the other columns are the reasons it gives. */
const CASES: [string, CheckName, Evidence, string, ...string[]][] = [
  [
    'a mandate of a producer on the last day of its admission',
    'traderMandate@3',
    evidence(trader, confirmed({ certifiedUntil: TODAY })),
    'pass',
  ],
  [
    'one of a producer whose admission ended yesterday',
    'traderMandate@3',
    evidence(trader, confirmed({ certifiedUntil: '2026-11-30' })),
    'fail',
    'mandateFromUnadmitted',
  ],
  [
    'one that nobody confirmed',
    'traderMandate@3',
    evidence(trader, mandate({ certifiedUntil: TODAY })),
    'fail',
    'mandateUnconfirmed',
  ],
  [
    'agreements that were reported, and no paper',
    'linkage@3',
    evidence({ linkage: { households: 0, models: [] } }, { agreements: { households: 2, models: ['employment'] } }),
    'pass',
  ],
  [
    'households with a signed paper, and no agreement yet',
    'linkage@3',
    evidence({ papers: ['linkageAgreement'] }),
    'pass',
  ],
  ['neither', 'linkage@3', evidence({}, { agreements: { households: 0, models: [] } }), 'fail', 'noLinkagePaper'],
  [
    'an account in the own name, written in half width',
    'merchant@2',
    evidence({ name: '示例（武川）合作社' }, { merchant: 'active', accountName: '示例(武川)合作社 ' }),
    'pass',
  ],
  [
    'an account in the name of another',
    'merchant@2',
    evidence({ name: '示例合作社' }, { merchant: 'active', accountName: '别人的公司' }),
    'fail',
    'merchantOtherName',
  ],
  [
    'an account whose name nobody says',
    'merchant@2',
    evidence({ name: '示例合作社' }, { merchant: 'active', accountName: null }),
    'fail',
    'merchantOtherName',
  ],
  ['an account that is looked at', 'merchant@2', evidence({}, { merchant: 'pending' }), 'notJudged', 'merchantNotOpen'],
  ['no account yet', 'merchant@2', evidence(), 'notJudged', 'merchantNotOpen'],
  ['an account that was refused', 'merchant@2', evidence({}, { merchant: 'rejected' }), 'fail', 'merchantNotOpen'],
  ['four registers, all clear', 'credit@2', evidence({}, { registers: asked() }), 'pass'],
  ['no register asked', 'credit@2', evidence(), 'notJudged', ...REGISTERS.map(() => 'creditNotAsked')],
  ['one register not asked', 'credit@2', evidence({}, { registers: asked().slice(1) }), 'notJudged', 'creditNotAsked'],
  [
    'listed in one that version 1 never read',
    'credit@2',
    evidence({}, { registers: asked('abnormalOperation') }),
    'fail',
    'creditListed',
  ],
  ['a code of nobody else', 'uscc@2', evidence({}, { sameCode: 0 }), 'pass'],
  ['a code that another declared too', 'uscc@2', evidence({}, { sameCode: 1 }), 'fail', 'usccOfOthers'],
  [
    'a wrong code that another declared too',
    'uscc@2',
    evidence({ uscc: '91350100M000100Y44' }, { sameCode: 1 }),
    'fail',
    'usccCheckCharacter',
  ],
];

it.each(CASES.map(([name, check, given, expected, ...reasons]) => ({ name, check, given, expected, reasons })))(
  '$name: $check',
  ({ check, given, expected, reasons }) => {
    const criterion = {
      id: 'C1',
      subject: 'supplier',
      kind: 'blocking',
      nameZh: '',
      nameEn: '',
      providedBy: '',
    } as const;
    const [finding] = assess({ criteria: [{ ...criterion, source: '', checks: [check] }] }, given, TODAY);
    expect([finding!.result, finding!.check, finding!.reasons.map(({ code }) => code)]).toEqual([
      expected,
      check,
      reasons,
    ]);
    const { zh, en } = sentenceOf(finding!.result, finding!.reasons);
    expect(`${zh}${en}`).not.toMatch(/undefined|null|seriousDishonesty|pending/);
  },
);
