import { diffCriteria, weightSums, type Criterion } from './standard';

const criterion = (id: string, more: Partial<Criterion> = {}): Criterion => ({
  id,
  subject: 'supplier',
  nameZh: id,
  nameEn: id,
  kind: 'blocking',
  providedBy: 'supplier',
  checks: [],
  source: 'test',
  ...more,
});

test('each kind of supplier is scored out of what applies to it', () => {
  const sums = weightSums([
    criterion('A', { kind: 'scored', weight: 60 }),
    criterion('B', { kind: 'scored', weight: 40, appliesTo: { kinds: ['company'] } }),
    criterion('C'),
  ]);
  expect(sums.find(({ kind }) => kind === 'company')).toEqual({ kind: 'company', category: null, sum: 100 });
  expect(sums.find(({ kind }) => kind === 'trader')).toEqual({ kind: 'trader', category: null, sum: 60 });
});

test('a category that criteria name is summed apart', () => {
  const sums = weightSums([
    criterion('A', { kind: 'scored', weight: 100 }),
    criterion('B', { kind: 'scored', weight: 5, subject: 'product', appliesTo: { categories: ['tea'] } }),
  ]).filter(({ kind }) => kind === 'company');
  expect(sums).toEqual([
    { kind: 'company', category: null, sum: 100 },
    { kind: 'company', category: 'tea', sum: 105 },
  ]);
});

test('nothing is scored, nothing to sum', () => expect(weightSums([criterion('A')])).toEqual([]));

test('what comes, what goes, what reads otherwise', () => {
  const diff = diffCriteria(
    [criterion('A'), criterion('B', { checks: ['uscc@1'] }), criterion('C', { appliesTo: {} })],
    [criterion('B', { checks: ['uscc@2'], nameZh: '新' }), criterion('C'), criterion('D')],
  );
  expect(diff.added.map(({ id }) => id)).toEqual(['D']);
  expect(diff.removed.map(({ id }) => id)).toEqual(['A']);
  expect(diff.changed.map(({ after, fields }) => [after.id, fields])).toEqual([['B', ['nameZh', 'checks']]]);
});
