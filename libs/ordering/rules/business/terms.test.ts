import { daysLate, termsFault, type WantedTerms } from './terms';

const settings = { publicDays: 30, publicMostDays: 60, firmDays: 60, mostDays: 90 };
const PUBLIC = '12320100YY50048107';
const FIRM = '91320100YY50076752';

/** 保障中小企业款项支付条例 art. 9: public buyers 30 days, 60 at most where agreed; large firms 60, longer by contract. */
test.each<[string, WantedTerms['payerKind'], number | null, string | null, string, string | null]>([
  ['a public buyer, the term of the law', 'publicBuyer', 30, null, PUBLIC, null],
  ['a public buyer, one day longer, not agreed', 'publicBuyer', 31, null, PUBLIC, 'CONTRACT_MISSING'],
  ['a public buyer, agreed', 'publicBuyer', 60, 'HT-1', PUBLIC, null],
  ['a public buyer, longer than may be agreed', 'publicBuyer', 61, 'HT-1', PUBLIC, 'TERM_TOO_LONG'],
  ['a large firm, the term of the law', 'largeFirm', 60, null, FIRM, null],
  ['a large firm, longer, not agreed', 'largeFirm', 61, null, FIRM, 'CONTRACT_MISSING'],
  ['a large firm, longer, agreed', 'largeFirm', 90, 'HT-2', FIRM, null],
  ['a large firm, longer than we let anybody agree', 'largeFirm', 91, 'HT-2', FIRM, 'TERM_TOO_LONG'],
  ['another firm', 'otherFirm', 60, null, FIRM, null],
  ['a public body that says it is a firm', 'otherFirm', 30, null, PUBLIC, 'PUBLIC_BODY'],
  ['on terms without days', 'otherFirm', null, null, FIRM, 'DAYS_MISSING'],
])('%s', (_name, payerKind, termDays, contractReference, uscc, fault) => {
  const wanted = { payerKind, payment: 'onTerms' as const, termDays, contractReference };
  const found = termsFault(wanted, settings, uscc);
  expect(found?.code ?? null).toBe(fault);
  if (fault === 'TERM_TOO_LONG') expect(found!.law).toBeTruthy();
});

test('who pays first has no days', () => {
  const wanted = { payerKind: 'otherFirm', payment: 'payFirst', contractReference: null } as const;
  expect(termsFault({ ...wanted, termDays: null }, settings, FIRM)).toBeNull();
  expect(termsFault({ ...wanted, termDays: 30 }, settings, FIRM)?.code).toBe('DAYS_MISSING');
});

test.each([
  ['2026-03-02', '2026-03-02', 0],
  ['2026-03-02', '2026-03-01', 0],
  ['2026-03-02', '2026-03-12', 10],
])('due on %s, on %s it is %s days late', (due, today, days) => {
  expect(daysLate(due, today)).toBe(days);
});
