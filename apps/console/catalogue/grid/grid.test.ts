import { cellOf, differs, faultOf, rowsOf, standing, tidied, type PackRow } from './cells';
import { cellsIn, pasted } from './clipboard';
import { NOTHING, redone, saved, typed, undone } from './history';

const row = (skuId: string, more: Partial<PackRow> = {}): PackRow => ({
  ...{ skuId, productId: `p-${skuId}`, product: '马铃薯', pack: '5 kg', priceFen: '1250' },
  ...{ onHand: 40, reserved: 3, counted: true, stockVersion: 7 },
  ...more,
});

test('a pack that was never counted has an empty cell, not a zero', () => {
  const price = { amount: '990', currency: 'CNY' as const };
  const rows = rowsOf(
    [{ productId: 'p', name: { zh: '苹果', en: 'Apples' }, packs: [{ skuId: 's', pack: '1 kg', price }] }] as never,
    [],
    ({ en }) => en,
  );
  expect(rows[0]!.product).toBe('Apples');
  expect(standing(rows[0]!, 'stock')).toBe('');
  expect(standing(rows[0]!, 'price')).toBe('9.90');
});

test.each([
  ['price', '12.5', null],
  ['price', '0', 'price'],
  ['price', '12.505', 'price'],
  ['price', 'free', 'price'],
  ['stock', '3', null],
  ['stock', '2', 'below'],
  ['stock', '1.5', 'count'],
  ['stock', '', 'count'],
] as const)('%s %s: %s', (field, text, fault) => {
  expect(faultOf(row('a'), field, text)).toBe(fault);
});

test('what a spreadsheet adds to a figure is no change of it', () => {
  expect(tidied('¥1,250.00 ')).toBe('1250.00');
  expect(tidied('１２.５元')).toBe('12.5');
  expect(tidied('1,250,000')).toBe('1250000');
  expect(differs(row('a'), 'price', '12.50')).toBe(false);
  expect(differs(row('a'), 'price', '12.51')).toBe(true);
});

test('a comma in the place of a point is no price ten times as high', () => {
  expect(faultOf(row('a'), 'price', tidied('12,5'))).toBe('price');
  expect(faultOf(row('a'), 'price', tidied('12，50'))).toBe('price');
});

test('the clipboard of a spreadsheet is read line by line, cell by cell', () => {
  expect(cellsIn('12.5\t40\r\n13\t\r\n')).toEqual([
    ['12.5', '40'],
    ['13', ''],
  ]);
  expect(cellsIn('"a ""b""\tc"\td')).toEqual([['a "b"\tc', 'd']]);
  expect(cellsIn('7')).toEqual([['7']]);
});

test('a paste fills to the right and down, leaves empty cells and what falls over the edge', () => {
  const rows = [row('a'), row('b')];
  const cells = pasted(rows, { row: 0, column: 0 }, cellsIn('12.50\t41\t9\n14\t\n15\t1'));
  expect([...cells]).toEqual([
    [cellOf('a', 'price'), undefined],
    [cellOf('a', 'stock'), '41'],
    [cellOf('b', 'price'), '14'],
  ]);
});

test('an act is undone and done again as a whole, and a new one forgets what was undone', () => {
  const one = typed(
    NOTHING,
    new Map([
      ['a', '1'],
      ['b', '2'],
    ]),
  );
  const two = typed(one, new Map([['a', '3']]));
  expect([...undone(two).edits]).toEqual([
    ['a', '1'],
    ['b', '2'],
  ]);
  expect(undone(undone(two)).edits.size).toBe(0);
  expect(redone(undone(two)).edits).toEqual(two.edits);
  expect(typed(undone(two), new Map([['b', '9']])).future).toEqual([]);
  expect(typed(two, new Map([['a', '3']]))).toBe(two);
});

test('what was saved is not undone, the rest still is', () => {
  const history = saved(
    typed(
      NOTHING,
      new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
    ),
    new Map([['a', '1']]),
    new Map(),
  );
  expect([...history.edits]).toEqual([['b', '2']]);
  expect(undone(history).edits.size).toBe(0);
  expect(redone(undone(history)).edits.has('a')).toBe(false);
});

test('a cell that was typed into while it was being saved keeps what was typed', () => {
  const sent = typed(NOTHING, new Map([['a', '1']]));
  const meanwhile = typed(sent, new Map([['a', '2']]));
  expect([...saved(meanwhile, sent.edits, new Map([['a', '0']])).edits]).toEqual([['a', '2']]);
});

test('a cell that was taken back while it was being saved shall stand as it did, unless nothing stood there', () => {
  const sent = typed(
    NOTHING,
    new Map([
      ['a', '1'],
      ['b', '2'],
      ['c', '3'],
    ]),
  );
  const stood = new Map([
    ['a', '0'],
    ['b', '0'],
    ['c', ''],
  ]);
  const typedBack = typed(sent, new Map([['a', undefined]]));
  const settled = saved(typedBack, sent.edits, stood);
  expect([...settled.edits]).toEqual([['a', '0']]);
  expect(saved(undone(sent), sent.edits, stood).edits).toEqual(new Map([...stood].slice(0, 2)));
  // There is no way back to what was typed before and stands now.
  expect([settled.past, settled.future]).toEqual([[], []]);
});
