import type { Role } from '@xihuo/contract';
import { dutyAgainst, ROLES_WITH_DUTIES } from './duties';

test.each<[Role, Role[], ReturnType<typeof dutyAgainst>]>([
  ['auditor', ['operator'], 'decides'],
  ['operator', ['auditor'], 'audits'],
  ['finance', ['mediator'], 'decides'],
  ['reviewer', ['finance'], 'pays'],
  ['reviewer', ['supplier'], 'party'],
  ['mediator', ['countyAgriculture'], 'party'],
  ['reviewer', ['operator', 'mediator'], null],
  ['auditor', ['auditor', 'consumer'], null],
  ['auditor', ['auditor', 'finance'], 'pays'],
  ['consumer', ['auditor'], null],
])('a %s beside %j: %s', (role, held, duty) => {
  expect(dutyAgainst(role, held)).toBe(duty);
});

test('what does not go one way round does not go the other', () => {
  for (const one of ROLES_WITH_DUTIES)
    for (const other of ROLES_WITH_DUTIES)
      expect(dutyAgainst(one, [other]) === null).toBe(dutyAgainst(other, [one]) === null);
});
