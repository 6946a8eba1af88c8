import { covers, jurisdictionOf } from './jurisdiction';

test.each([
  { code: '620000', binding: '62', inside: '620503', outside: '610628' },
  { code: '620500', binding: '6205', inside: '620503', outside: '620102' },
  { code: '620503', binding: '620503', inside: '620503', outside: '620502' },
  { code: '469001', binding: '469001', inside: '469001', outside: '469002' },
  { code: '500000', binding: '50', inside: '500101', outside: '510101' },
])('$code binds $binding', ({ code, binding, inside, outside }) => {
  expect(jurisdictionOf(code)).toBe(binding);
  expect(covers(binding, inside)).toBe(true);
  expect(covers(binding, outside)).toBe(false);
});

test.each(['000000', '62', '62050a', ''])('%p is no region', (code) => {
  expect(() => jurisdictionOf(code)).toThrow();
});
