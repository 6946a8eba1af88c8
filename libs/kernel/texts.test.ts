import { maskedPhone } from './texts';

test('of a phone number three digits and four are shown', () => {
  expect(maskedPhone('13800001234')).toBe('138****1234');
});
