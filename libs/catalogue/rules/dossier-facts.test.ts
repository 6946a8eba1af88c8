import { indicationsNamed, kindsOf, packOf, peersOf } from './dossier-facts';
import { chinese } from '../words/chinese';

const pack = (priceFen: string, netGrams: string | null = '500') => ({ pack: '500g', netGrams, priceFen });

test('a pack sold by weight is compared per 500 g, another is not', () => {
  expect(packOf(pack('3000', '1000')).per500gFen).toBe('1500');
  expect(packOf(pack('3000', null)).per500gFen).toBeNull();
});

test.each<[string, string[], string | null]>([
  ['nobody', [], null],
  ['one', ['100'], '100'],
  ['two: the lower', ['300', '100'], '100'],
  ['three', ['900', '100', '200'], '200'],
  ['sorted by value, not by digits', ['1000', '900', '20'], '900'],
])('the middle of what %s ask', (_who, prices, median) => {
  expect(peersOf(prices.map((price) => pack(price)))?.medianPer500gFen ?? null).toBe(median);
});

describe('a name that a register protects', () => {
  const register = [
    { nameZh: '定西马铃薯', nameEn: 'Dingxi Potato', kinds: ['地理标志保护产品', '地理标志商标'] },
    { nameZh: '庆阳小米', nameEn: 'Qingyang Millet', kinds: ['农产品地理标志'] },
  ];
  test.each<[string, string, string[]]>([
    ['定西马铃薯', 'Potato', ['地理标志保护产品', '地理标志商标']],
    ['正宗定西马铃薯粉条', 'Noodles', ['地理标志保护产品', '地理标志商标']],
    ['「定西」 馬鈴薯', 'Potato', ['地理标志保护产品', '地理标志商标']],
    ['陇东小米', 'QINGYANG  millet', ['农产品地理标志']],
    ['陇东小米', 'Best Qingyang millet', ['农产品地理标志']],
    ['陇南马铃薯', 'Potato', []],
    ['小米', 'Millet', []],
  ])('%s (%s)', (zh, en, kinds) => {
    expect(kindsOf(indicationsNamed([zh, en], register, chinese))).toEqual(kinds);
  });
});
