import { changeRefusal, type ChangeAction, type ChangeRefusal, type Decider } from './may-decide';

const grant = (role: string, of: { organisationId?: string; jurisdiction?: string } = {}) => ({
  role,
  organisationId: of.organisationId ?? null,
  jurisdiction: of.jurisdiction ?? null,
});
const reviewer: Decider = { personId: 'R', grants: [grant('reviewer')] };
const clerk: Decider = { personId: 'C', grants: [grant('supplier', { organisationId: 'S' })] };
const both: Decider = { personId: 'B', grants: [grant('reviewer'), grant('supplier', { organisationId: 'S' })] };
const author: Decider = { personId: 'A', grants: [grant('reviewer')] };
const elsewhere: Decider = { personId: 'E', grants: [grant('reviewer', { jurisdiction: '51' })] };
const stranger: Decider = { personId: 'X', grants: [grant('supplier', { organisationId: 'T' })] };

test.each<[string, ChangeAction, Decider, 'submitted' | 'draft' | 'published', ChangeRefusal | null]>([
  ['a reviewer confirms', 'confirm', reviewer, 'submitted', null],
  ['a reviewer sends back', 'requestChanges', reviewer, 'submitted', null],
  ['whoever wrote at it', 'confirm', author, 'submitted', 'SUBMITTED_IT'],
  ['a reviewer who belongs to the supplier', 'reject', both, 'submitted', 'BELONGS_TO_PARTY'],
  ['a reviewer of another province', 'confirm', elsewhere, 'submitted', 'NOT_YOUR_PART'],
  ['the supplier itself', 'confirm', clerk, 'submitted', 'NOT_YOUR_PART'],
  ['before it was handed in', 'confirm', reviewer, 'draft', 'NOT_AT_THIS_STEP'],
  ['twice', 'confirm', reviewer, 'published', 'NOT_AT_THIS_STEP'],
  ['the supplier takes it back', 'cancel', clerk, 'submitted', null],
  ['another supplier', 'cancel', stranger, 'submitted', 'NOT_YOUR_PART'],
  ['a reviewer takes nothing back', 'cancel', reviewer, 'submitted', 'NOT_YOUR_PART'],
])('%s', (_name, action, decider, state, expected) => {
  const matter = { state, supplierId: 'S', countyCode: '610629', authors: ['A'] };
  expect(changeRefusal(action, matter, decider)).toBe(expected);
});
