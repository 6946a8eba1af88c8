import { ApiProblem } from '@xihuo/ui';
import { changed, faultsOf, lineAfter, lineOf, refusedAt, spanOf, type Line } from './sheet';

const today = '2026-11-28';
const line = (more: Partial<Line> = {}): Line => ({
  ...{ id: 'a', agreementId: 'b', from: '2026-11-24', to: '2026-11-28', days: '5', pieces: '', worker: '', ...more },
});

test('a line begins with the days of the one above, and with today where there is none', () => {
  expect(lineAfter('x', undefined, today)).toMatchObject({ from: today, to: today, days: '1', agreementId: '' });
  expect(lineAfter('x', line({ pieces: '8' }), today)).toMatchObject({
    from: '2026-11-24',
    days: '5',
    pieces: '',
    worker: '',
  });
});

test('the days follow the dates until somebody types another count', () => {
  expect(changed(line(), { from: '2026-11-27' }).days).toBe('2');
  expect(changed(line({ days: '3' }), { from: '2026-11-27' }).days).toBe('3');
  expect(changed(line({ to: '', days: '1' }), { to: '2026-11-25' }).days).toBe('1');
  expect(changed(line(), { days: '4' }).days).toBe('4');
  expect(spanOf(line({ from: '2026-11-29' }))).toBeNull();
});

test.each<[string, Partial<Line>, boolean | null, object]>([
  ['a whole line', {}, false, {}],
  [
    'nothing at all',
    { agreementId: '', from: '', to: '', days: '' },
    null,
    {
      ...{ agreementId: 'missing', from: 'missing', to: 'missing', days: 'missing' },
    },
  ],
  ['an end before the beginning', { to: '2026-11-23' }, false, { to: 'order' }],
  ['a day to come', { to: '2026-11-29' }, false, { to: 'future' }],
  ['two months', { from: '2026-10-31', days: '3' }, false, { to: 'month' }],
  ['more days than lie between', { days: '6' }, false, { days: 'span' }],
  ['no days', { days: '0' }, false, { days: 'count' }],
  ['half a day', { days: '0.5' }, false, { days: 'count' }],
  ['half a name', { worker: '李' }, false, { worker: 'name' }],
  ['a name of nobody', { worker: '李'.repeat(21) }, false, { worker: 'name' }],
  ['pieces left out', {}, true, { pieces: 'missing' }],
  ['fewer than nothing', { pieces: '-3' }, true, { pieces: 'count' }],
  ['more pieces than anybody packs', { pieces: '1000001' }, true, { pieces: 'count' }],
])('%s is said at its field', (_, more, byPiece, faults) => {
  expect(faultsOf(line(more), today, byPiece)).toEqual(faults);
});

test('a line goes out with pieces only where work is paid by the piece; full-width figures are read', () => {
  expect(lineOf(line({ days: '５', pieces: '１２' }), true)).toMatchObject({ days: 5, pieces: 12 });
  expect(lineOf(line({ pieces: '12' }), false)).toMatchObject({ days: 5, pieces: null, worker: null });
  expect(lineOf(line({ worker: ' 李山 ' }), false)).toMatchObject({ worker: '李山' });
});

test('a refusal is taken to the lines and fields it names, one of the witness to none', () => {
  const errors = ['/body/lines/2/from', '/body/lines/0/pieces', '/body/witness/paperId', '/body/days'];
  const problem = new ApiProblem(409, 'WORK_OVERLAPS', {
    errors: errors.map((pointer) => ({ pointer, code: 'X', message: 'x' })),
  });
  expect(refusedAt(problem)).toEqual([
    { index: 2, field: 'from' },
    { index: 0, field: 'pieces' },
    { index: 0, field: 'days' },
  ]);
  expect(refusedAt(null)).toEqual([]);
});
