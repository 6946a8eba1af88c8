import { ProblemError } from '@xihuo/kernel';
import { readCursor, writeCursor } from './product-cursor';

const place = { key: '1990', id: '0195f3c2-0000-7000-8000-000000000001' };

it('reads what it wrote, in the same order of the list only', () => {
  const cursor = writeCursor('sales', place);
  expect(readCursor('sales', cursor)).toEqual(place);
  expect(() => readCursor('priceAsc', cursor)).toThrow(ProblemError);
});

it.each(['', 'sales', 'sales.1', `sales.-1.${place.id}`, 'sales.1.x', `sales.99999999999999999999.${place.id}`])(
  'refuses %s',
  (cursor) => {
    expect(() => readCursor('sales', cursor)).toThrow(ProblemError);
  },
);
