import { encodeGb18030, knowsGb18030 } from './gb18030';

test('what is written is read again as it was', () => {
  const text = '序号,户名\r\n1,买买提·艾力（示例）㐂A-9\r\n';
  expect(new TextDecoder('gb18030', { fatal: true }).decode(encodeGb18030(text.replace('㐂', '喆')))).toBe(
    text.replace('㐂', '喆'),
  );
  expect([...encodeGb18030('中')]).toEqual([0xd6, 0xd0]);
});

test.each([
  ['中', true],
  ['·', true],
  ['A', true],
  ['𬱖', false],
  ['㐂', false],
  ['\ue5e5', false],
])('of %s it knows that it is among the signs of two bytes or not', (sign, known) => {
  expect(knowsGb18030(sign)).toBe(known);
  if (!known) expect(() => encodeGb18030(sign)).toThrow(sign);
});
