import { spoken } from './problem-filter';

const fault = (code: string, message: string) => ({ pointer: '/body/lines/0', code, message });

test.each([
  ['a rule that explains itself in English, to who reads Chinese', 'NOT_FOUND', 'no such line', true, '未找到'],
  ['the same, to who reads English', 'NOT_FOUND', 'no such line', false, 'no such line'],
  ['the name of goods', 'OUT_OF_STOCK', '洛川苹果', true, '洛川苹果'],
  ['a code that nobody declared', 'too_small', 'Too small', true, 'Too small'],
])('%s', (_name, code, message, chinese, said) => {
  expect(spoken(fault(code, message), chinese)).toEqual(fault(code, said));
});
