import fc from 'fast-check';
import { SUPPLIER_KINDS } from '../evidence';
import type { Criterion } from '../standard';
import { standardFaults } from './standard-faults';

const criterion = (id: string, more: Partial<Criterion> = {}): Criterion => ({
  ...{
    id,
    subject: 'supplier',
    nameZh: id,
    nameEn: id,
    kind: 'blocking',
    providedBy: 'supplier',
    checks: [],
    source: 'test',
  },
  ...more,
});
const scored = (id: string, weight: number, appliesTo?: Criterion['appliesTo']) =>
  criterion(id, { kind: 'scored', subject: 'product', weight, ...(appliesTo && { appliesTo }) });
const codes = (criteria: Criterion[]) => standardFaults(criteria).map(({ code }) => code);
const base = criterion('T-S01', { checks: ['uscc@1'] });

it.each<[string, Criterion[], string[]]>([
  ['sound without scores', [base], []],
  ['sound with scores', [base, scored('T-P01', 60), scored('T-P02', 40)], []],
  ['nothing that keeps anybody out', [scored('T-P01', 100)], ['noBlocking']],
  ['one id twice', [base, base], ['sameIdTwice']],
  ['a check nobody wrote', [criterion('T-S01', { checks: ['uscc@99' as 'uscc@1'] })], ['unknownCheck']],
  [
    'a check by the name of what every object has',
    [criterion('T-S01', { checks: ['constructor' as 'uscc@1'] })],
    ['unknownCheck'],
  ],
  ['a check of products for a supplier', [criterion('T-S01', { checks: ['testReport@1'] })], ['checkOfOtherSubject']],
  [
    'a score without points',
    [base, criterion('T-S02', { kind: 'scored' })],
    ['weightMissing', ...SUPPLIER_KINDS.map(() => 'weightsDoNotSum')],
  ],
  ['points without a score', [criterion('T-S01', { weight: 100 })], ['weightWithoutScore']],
  ['a category for a supplier', [criterion('T-S01', { appliesTo: { categories: ['tea'] } })], ['categoriesOfSupplier']],
  ['99', [base, scored('T-P01', 99)], SUPPLIER_KINDS.map(() => 'weightsDoNotSum')],
  ['101', [base, scored('T-P01', 60), scored('T-P02', 41)], SUPPLIER_KINDS.map(() => 'weightsDoNotSum')],
  [
    'a kind that is left at 60',
    [base, scored('T-P01', 60), scored('T-P02', 40, { kinds: ['company'] })],
    ['weightsDoNotSum', 'weightsDoNotSum', 'weightsDoNotSum', 'weightsDoNotSum'],
  ],
  [
    'each kind with its own 40',
    [base, scored('T-P01', 60), ...SUPPLIER_KINDS.map((kind, at) => scored(`T-P1${at}`, 40, { kinds: [kind] }))],
    [],
  ],
  [
    'a category over a hundred',
    [base, scored('T-P01', 100), scored('T-P02', 20, { categories: ['tea'] })],
    SUPPLIER_KINDS.map(() => 'weightsDoNotSum'),
  ],
])('%s', (_, criteria, expected) => {
  expect(codes(criteria)).toEqual(expected);
});

it('any split of a hundred is sound, and one point more anywhere is not', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 8 }), fc.nat(8), (cuts, at) => {
      const places = [0, ...new Set([...cuts].sort((a, b) => a - b)), 100];
      const weights = places.slice(1).map((place, index) => place - places[index]!);
      const criteria = (values: number[]) => [base, ...values.map((weight, index) => scored(`T-P0${index}`, weight))];
      expect(standardFaults(criteria(weights))).toEqual([]);
      expect(
        standardFaults(criteria(weights.map((weight, index) => weight + (index === at % weights.length ? 1 : 0)))),
      ).toHaveLength(5);
    }),
  );
});
