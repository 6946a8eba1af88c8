import { earlierOf } from './earlier-papers';

const paper = (id: string, kind: 'testReport' | 'labelPhoto', day: number) => ({
  ...{ id, kind, name: `${id}.pdf`, uploadedAt: `2026-03-0${day}T00:00:00.000Z` },
});
const round = (number: number, ...papers: ReturnType<typeof paper>[]) => ({
  ...{ round: number, submittedAt: '2026-03-09T00:00:00.000Z', form: null, papers },
});

test('versions before are of the same kind and no longer stand, the newest first and each once', () => {
  const [first, second, third] = [
    paper('a', 'testReport', 1),
    paper('b', 'testReport', 2),
    paper('c', 'testReport', 3),
  ];
  const [label, beside] = [paper('l', 'labelPhoto', 1), paper('s', 'testReport', 1)];
  const rounds = [round(1, first, label, beside), round(2, first, second, beside), round(3, third, beside)];
  const earlier = earlierOf(third, ['c', 's'], rounds);
  expect(earlier.map(({ id, round: of }) => [id, of])).toEqual([
    ['b', 2],
    ['a', 2],
  ]);
  expect(earlierOf(label, ['l'], rounds)).toEqual([]);
});
