import type { InputOf, ResponseOf } from '@xihuo/contract';
import { uscc as digits } from '@xihuo/kernel';
import type { SupplierKind } from '../evidence';
import { isScNumber, scClassOf } from '../sc-number';
import { sentenceOf } from '../sentence';
import { CHECKS, type CheckName } from '../checks';
import type { Evidence } from '../evidence';
import { normalCode } from './application-form';

export type Typed = InputOf<'POST /admission/checks'>['body'];
type Answer = ResponseOf<'POST /admission/checks'>['data'][number];
type CountyLists = Evidence['lookedUp']['countyLists'];

/** What is known of a county: its name, and the lists it stands on; null where there is no such county. */
export interface CountyFacts {
  readonly name: string;
  readonly lists: CountyLists;
}

/** Registration department and category of a code, by kind; general knowledge, so a hint and never a failure. */
const PREFIXES: Readonly<Record<SupplierKind, RegExp>> = {
  cooperative: /^93/,
  company: /^91/,
  familyFarm: /^9[12]/,
  ruralCollective: /^N[123]/,
  trader: /^91/,
};

/** What machines say while somebody types: the very checks that judge later, and hints about what seldom is meant. */
export function typedChecks(typed: Typed, county: CountyFacts | null, today: string): Answer[] {
  return [
    ...usccAnswers(typed),
    ...countyAnswers(typed, county, today),
    ...dateAnswers(typed, today),
    ...licenceAnswers(typed, today),
  ];
}

function usccAnswers({ uscc, kind, countyCode }: Typed): Answer[] {
  if (uscc === undefined) return [];
  const code = normalCode(uscc);
  const judged = ask('uscc', 'uscc@1', { uscc: code });
  if (digits.faultOf(code) !== null) return [judged];
  const hints: Answer[] = [];
  if (kind !== undefined && !PREFIXES[kind].test(code)) {
    hints.push(
      hint(
        'kind',
        '代码前两位与所选主体类型通常不一致，请核对',
        'The first two characters seldom belong to this kind of supplier',
      ),
    );
  }
  if (countyCode !== undefined && code.slice(2, 8) !== countyCode) {
    hints.push(
      hint(
        'countyCode',
        `代码登记地为 ${code.slice(2, 8)}，与所选县不同，请核对`,
        `The code was given in ${code.slice(2, 8)}, another place than the county chosen`,
      ),
    );
  }
  return [judged, ...hints];
}

function countyAnswers({ countyCode }: Typed, county: CountyFacts | null, today: string): Answer[] {
  if (countyCode === undefined) return [];
  if (county === null) {
    return [
      {
        field: 'countyCode',
        result: 'fail',
        check: 'countyListed@1',
        sentence: { zh: '没有这个县', en: 'There is no such county' },
      },
    ];
  }
  return [ask('countyCode', 'countyListed@1', { countyCode }, { countyLists: county.lists }, today)];
}

function dateAnswers({ licenceValidUntil, establishedOn }: Typed, today: string): Answer[] {
  return [
    ...(licenceValidUntil === undefined
      ? []
      : [ask('licenceValidUntil', 'licenceTerm@1', { licenceValidUntil }, {}, today)]),
    ...(establishedOn !== undefined && establishedOn > today
      ? [hint('establishedOn', '成立日期在今天之后，请核对', 'The day of establishment has not come yet')]
      : []),
  ];
}

function licenceAnswers({ foodLicence }: Typed, today: string): Answer[] {
  if (foodLicence === undefined) return [];
  const number = normalCode(foodLicence.number);
  const scClass = foodLicence.scClass ?? scClassOf(number);
  // Without a date only the number is looked at; it would be judged as good for ever, and is not said to be.
  const validUntil = foodLicence.validUntil ?? '9999-12-31';
  const answer = ask(
    'foodLicence',
    'foodLicence@1',
    { foodLicences: [{ number, validUntil }], products: [{ reference: '', scClass }] },
    {},
    today,
  );
  const place = number.slice(5, 11);
  return answer.result === 'pass' && isScNumber(number)
    ? [
        answer,
        hint(
          'foodLicence',
          `食品类别 ${scClassOf(number)}，发证地 ${place}`,
          `Food class ${scClassOf(number)}, issued in ${place}`,
        ),
      ]
    : [answer];
}

function hint(field: Answer['field'], zh: string, en: string): Answer {
  return { field, result: 'hint', check: 'hint', sentence: { zh, en } };
}

/** Asks one check about the one thing it reads; the rest of the evidence is empty. */
function ask(
  field: Answer['field'],
  check: CheckName,
  declared: Partial<Evidence['declared']>,
  lookedUp: Partial<Evidence['lookedUp']> = {},
  today = '0001-01-01',
): Answer {
  const evidence: Evidence = {
    declared: {
      ...{ uscc: '', kind: 'company', countyCode: '', licenceValidUntil: null, foodLicences: [], products: [] },
      linkage: { households: 0, models: [] },
      ...declared,
    },
    lookedUp: { countyLists: [], credit: 'clear', mandate: null, ...lookedUp },
  };
  const { result, reasons } = CHECKS[check](evidence, today);
  return { field, check, result: result === 'fail' ? 'fail' : 'pass', sentence: sentenceOf(result, reasons) };
}
