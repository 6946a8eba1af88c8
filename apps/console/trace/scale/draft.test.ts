import { time } from '@xihuo/kernel';
import type { Pack } from './device';
import { todayAfter } from './device-day';
import { draftOf, emptyDraft, entryOf, faultsOf, gradeOf, nextDraft, type Draft } from './draft';

const today = '2026-11-28';
const lot = { id: 'lot', supplierId: 's', code: 'L1', productId: 'p', productName: '马铃薯', producedOn: today };
const pack: Pack = {
  households: [{ id: 'h', supplierId: 's', displayName: '示例户', village: '示例村', hasPhone: true }],
  lots: [{ ...lot, grades: ['first', 'second'] }],
  products: [
    { id: 'p', supplierId: 's', name: '马铃薯', grades: ['first', 'second'] },
    { id: 'tea', supplierId: 's', name: '茶', grades: ['ungraded'] },
  ],
  ...{ backDays: 7, today },
};
const right: Draft = {
  ...emptyDraft(today),
  ...{ householdId: 'h', weight: '102.5', grade: 'first', goods: 'lot', price: '1.5' },
};
const made = (draft: Draft) =>
  entryOf({ draft, pack, entries: [], personId: 'me', supplierId: 's', id: 'd', freshLotId: 'fresh', at: 1 });

test.each<[string, Partial<Draft>, string[]]>([
  ['all of it', {}, []],
  ['no price', { price: '' }, []],
  ['nobody', { householdId: '' }, ['household']],
  ['another supplier’s household', { householdId: 'x' }, ['household']],
  ['no weight', { weight: '' }, ['weight']],
  ['nought', { weight: '0' }, ['weight']],
  ['less than nothing', { weight: '-5' }, ['weight']],
  ['a grade the goods do not have', { grade: 'third' }, ['grade']],
  ['no goods', { goods: '' }, ['goods']],
  ['a lot that is closed meanwhile', { goods: 'gone' }, ['goods']],
  ['a price of nought', { price: '0' }, ['price']],
  ['tomorrow', { deliveredOn: '2026-11-29' }, ['day']],
  ['the last day that may be entered', { deliveredOn: '2026-11-21' }, []],
  ['a day too early', { deliveredOn: '2026-11-20' }, ['day']],
  ['a witness without a name', { witnessed: true, witnessRole: 'neighbour', sheetFileId: 's' }, ['witnessName']],
  ['a witness of no kind', { witnessed: true, witnessName: '示例', sheetFileId: 's' }, ['witnessRole']],
  ['a witness without a signed sheet', { witnessed: true, witnessName: '示例', witnessRole: 'neighbour' }, ['sheet']],
])('%s', (_, some, faults) => {
  expect(faultsOf({ ...right, ...some }, pack, time.addDays)).toEqual(faults);
});

test('typed by the jin, counted in grams and fen a kilogram', () => {
  expect(made(right)).toMatchObject({ grams: 51_250, fenPerKg: '300', lotId: 'lot', newLot: null, witness: null });
});

test('goods of one grade need no choosing; a product of a day without a lot opens one', () => {
  const tea: Draft = { ...right, goods: 'product:tea', grade: '' };
  expect(gradeOf(tea, pack)).toBe('ungraded');
  expect(made(tea)).toMatchObject({ lotId: 'fresh', newLot: { productId: 'tea', producedOn: today } });
  expect(made({ ...right, goods: 'product:p' })).toMatchObject({ lotId: 'lot', newLot: null });
});

test('what is mended reads as it was typed, also where the price has half a fen to the jin', () => {
  expect(draftOf(made(right))).toMatchObject({ weight: '102.5', unit: 'jin', price: '1.50', goods: 'lot' });
  const odd = draftOf(made({ ...right, unit: 'kg', weight: '51.25', price: '3.33' }));
  expect(odd).toMatchObject({ weight: '51.25', unit: 'kg', price: '3.33' });
});

test('the next one: the same goods and price, nobody and no weight yet', () => {
  const photo = new Blob(['x']);
  expect(nextDraft({ ...right, photo, note: '湿' })).toEqual({ ...right, householdId: '', weight: '' });
});

test('a list taken along yesterday knows that it is today, and a clock set back does not make it yesterday', () => {
  expect(todayAfter('2026-11-28', '2026-11-28', '2026-11-29')).toBe('2026-11-29');
  expect(todayAfter('2026-11-28', '2020-01-01', '2020-01-01')).toBe('2026-11-28');
  expect(todayAfter('2026-11-28', '2026-11-28', '2026-11-01')).toBe('2026-11-28');
});
