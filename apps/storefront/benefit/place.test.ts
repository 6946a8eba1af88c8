import { placeOf } from './place';

const id = '01a20ac8-9028-7e96-9c1e-db2cbb4e55a4';

test.each([
  ['', { page: 'earnings' }],
  ['#/card', { page: 'card' }],
  ['#/confirm', { page: 'confirm' }],
  ['#/agreements', { page: 'agreements' }],
  [`#/agreements/${id}`, { page: 'agreement', id }],
  ['#/agreements/1', { page: 'earnings' }],
  ['#content', { page: 'earnings' }],
])('%s', (hash, place) => {
  expect(placeOf(hash)).toEqual(place);
});
