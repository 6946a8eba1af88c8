import type { Me } from '../identity/me';
import { mayRead } from './history';

const who = (role: string, jurisdiction: string | null = null) => ({ grants: [{ role, jurisdiction }] }) as Me;

test.each([
  ['dossier', who('auditor', '52'), true],
  ['dossier', who('supplier'), true],
  ['dossier', who('reviewer'), false],
  ['dossier', who('operator'), false],
  ['lot', who('supplier'), true],
  ['agreement', who('countyAgriculture', '520527'), true],
  ['agreement', who('mediator'), false],
  ['supplierOrder', who('operator'), false],
  ['lot', who('reviewer'), false],
  ['payoutRun', who('finance'), true],
  ['payoutRun', who('auditor'), true],
  ['payoutRun', who('auditor', '52'), false],
  ['payoutRun', who('supplier'), false],
  ['campaign', who('operator'), true],
  ['campaign', who('supplier'), false],
] as const)('the history of a %s is offered where the server tells it', (kind, me, offered) => {
  expect(mayRead(kind, me)).toBe(offered);
});
