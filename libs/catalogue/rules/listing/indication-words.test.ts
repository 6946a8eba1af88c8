import { chinese } from '../../words/chinese';
import { indicationFindings } from './indication-words';

const indications = [
  { nameZh: '洛川苹果', nameEn: 'Luochuan Apple', kinds: ['地理标志商标'] },
  { nameZh: '洛川苹果脆片', nameEn: '', kinds: ['地理标志商标'] },
  { nameZh: '贡米(示例)', nameEn: 'Rice (example)', kinds: ['农产品地理标志'] },
];

test.each<[string, string, string[], string[]]>([
  ['洛川苹果', 'Apple', [], ['洛川苹果']],
  ['洛川苹果', 'Apple', ['洛川苹果'], []],
  ['正宗「洛川」 蘋果 礼盒', 'Box', [], ['洛川」 蘋果']],
  ['苹果', 'Fresh LUOCHUAN  apple', [], ['LUOCHUAN  apple']],
  ['苹果', 'Fresh Luochuan apple', ['洛川苹果'], []],
  // Of one within another the longer one asks, and its paper is enough.
  ['洛川苹果脆片', 'Crisps', [], ['洛川苹果脆片']],
  ['洛川苹果脆片', 'Crisps', ['洛川苹果'], ['洛川苹果脆片']],
  ['洛川苹果脆片', 'Crisps', ['洛川苹果脆片'], []],
  ['示例贡米(示例)', 'x', [], ['贡米(示例)']],
  ['洛阳苹果', 'Luoyang apple', [], []],
])('%s (%s) with %j says %j without the right to', (nameZh, nameEn, proven, words) => {
  const found = indicationFindings({ nameZh, nameEn }, { indications, proven }, chinese);
  expect(found.map(({ word }) => word)).toEqual(words);
  for (const { rule, weight } of found) expect([rule, weight]).toEqual(['indicationName', 'blocks']);
});
