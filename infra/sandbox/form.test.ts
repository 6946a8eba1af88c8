import { decodeForm } from './form';

test.each([
  ['amount=1&currency=cny', { amount: '1', currency: 'cny' }],
  ['metadata[order]=a%26b&metadata[payment_id]=1', { metadata: { order: 'a&b', payment_id: '1' } }],
  ['types[0]=card&types[1]=alipay', { types: ['card', 'alipay'] }],
  ['expand[]=a&expand[]=b', { expand: ['a', 'b'] }],
  ['a[b][c]=%E8%A5%BF%E8%B4%A7', { a: { b: { c: '西货' } } }],
  ['', {}],
])('reads %s', (text, expected) => {
  expect(JSON.parse(JSON.stringify(decodeForm(text)))).toEqual(expected);
});

test.each([
  '__proto__[polluted]=1',
  'metadata[__proto__][x]=1',
  'constructor=1',
  'a[b=1',
  'a]=1',
  'a[b][c][d][e][f]=1',
  'a=1&a[b]=2',
])('refuses %s', (text) => {
  expect(() => decodeForm(text)).toThrow();
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});
