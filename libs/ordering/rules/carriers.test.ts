import { machines } from '@xihuo/contract';
import { carrierMeant, carrierName, carrierNames } from './carriers';

test.each([
  ['顺丰', '顺丰速运'],
  ['顺丰快递', '顺丰速运'],
  ['ＳＦ', '顺丰速运'],
  ['sf express', '顺丰速运'],
  ['EMS', '中国邮政 EMS'],
  ['邮政EMS', '中国邮政 EMS'],
  ['中国邮政', '邮政快递包裹'],
  ['邮政快递', '邮政快递包裹'],
  ['圆通', '圆通速递'],
  ['中通快递股份有限公司', '中通快递'],
  ['J&T Express', '极兔速递'],
  ['京东快递', '京东物流'],
  ['yd', '韵达快递'],
  ['德邦物流', '德邦快递'],
])('%s is %s', (written, kept) => {
  expect(carrierName(written)).toBe(kept);
});

test('one nobody knows is kept as it was written', () => {
  expect(carrierMeant('示例快递')).toBeNull();
  expect(carrierName('  县城　 顺路车 ')).toBe('县城 顺路车');
  expect(carrierName('快递')).toBe('快递');
  expect(carrierNames('示例快递')).toEqual({ zh: '示例快递', en: '示例快递' });
});

test('no two carriers are meant by one name, and each by all of its own', () => {
  for (const carrier of machines.CARRIERS)
    for (const name of [carrier.code, carrier.zh, carrier.en, ...carrier.aliases])
      expect([name, carrierMeant(name)?.code]).toEqual([name, carrier.code]);
});

test.each([
  ['SF', 'SF1234567890123'],
  ['ZTO', '78123456789012'],
  ['YTO', 'YT1234567890123'],
  ['EMS', 'EA123456789CN'],
  ['YZPY', '9801234567890'],
  ['JTSD', 'JT1234567890123'],
  ['JD', 'JDVA12345678901'],
])('a number of %s looks like %s', (code, number) => {
  const { pattern } = machines.CARRIERS.find((one) => one.code === code)!;
  expect(new RegExp(pattern).test(number)).toBe(true);
  expect(new RegExp(pattern).test('12')).toBe(false);
});
