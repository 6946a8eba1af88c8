import { sectionOf } from './section';

test.each([
  ['/public', undefined],
  ['/register', '/register'],
  ['/suppliers/1', '/register'],
  ['/register/measures/1', '/register/measures'],
  ['/register/exits', '/register/exits'],
  ['/catalogue-editions/2', '/catalogue-editions'],
  ['/registered', undefined],
])('%s belongs to %s', (pathname, section) => expect(sectionOf(pathname)).toBe(section));
