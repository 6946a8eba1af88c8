import { inReadingOrder } from './findings';

const finding = (
  criterion: string,
  kind: 'blocking' | 'scored' | 'process',
  result: 'pass' | 'fail' | 'notApplicable' | 'notJudged',
) => ({
  criterion,
  kind,
  result,
  name: { zh: '', en: '' },
  sentence: { zh: '', en: '' },
  check: '',
});

test('what stands in the way comes first, equals keep the order of the standard', () => {
  const order = inReadingOrder([
    finding('a', 'scored', 'pass'),
    finding('b', 'scored', 'fail'),
    finding('c', 'blocking', 'notApplicable'),
    finding('d', 'blocking', 'fail'),
    finding('e', 'process', 'notJudged'),
    finding('f', 'blocking', 'pass'),
    finding('g', 'blocking', 'fail'),
  ]).map(({ criterion }) => criterion);
  expect(order).toEqual(['d', 'g', 'b', 'e', 'f', 'a', 'c']);
});
