import { ProblemError, type FieldProblem } from '@xihuo/kernel';
import { coreProblems } from './core/problems';
import { admissionProblems } from './admission/problems';
import { searchProblems } from './catalogue/search-problems';
import { channelProblems } from './catalogue/channel-problems';
import { benefitProblems } from './benefit/problems';
import { catalogueProblems } from './catalogue/problems';
import { disputeProblems } from './dispute/problems';
import { identityProblems } from './identity/problems';
import { ledgerProblems } from './ledger/problems';
import { orderingProblems } from './ordering/problems';
import { paymentProblems } from './payment/problems';
import { platformProblems } from './platform/problems';
import { settlementProblems } from './settlement/problems';
import { traceProblems } from './trace/problems';

/** Every refusal of the system, declared once: code -> status and title in both languages. */
export const problems = {
  ...coreProblems,
  ...platformProblems,
  ...identityProblems,
  ...ledgerProblems,
  ...admissionProblems,
  ...searchProblems,
  ...catalogueProblems,
  ...channelProblems,
  ...traceProblems,
  ...paymentProblems,
  ...orderingProblems,
  ...disputeProblems,
  ...benefitProblems,
  ...settlementProblems,
} as const;

export type ProblemCode = keyof typeof problems;

export interface ProblemDeclaration {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}

interface FailDetail {
  detail?: string;
  errors?: FieldProblem[];
  extra?: Record<string, unknown>;
}

function failWith(code: ProblemCode, { detail, errors, extra }: FailDetail = {}): ProblemError {
  const declared: ProblemDeclaration = problems[code];
  return new ProblemError(code, declared.status, declared.en, detail, errors, extra);
}

/** Makes the error of a declared problem; throw what it returns. */
export const fail = Object.assign(failWith, {
  /** One field of the body that is wrong, with the rule it breaks. @param pointer without its `/body/` */
  inField: (code: ProblemCode, pointer: string, message: string): ProblemError =>
    failWith(code, { errors: [{ pointer: `/body/${pointer}`, code, message }] }),
  /** What a thing in this state does not let be done. */
  atStep: (state: string): ProblemError => failWith('NOT_AT_THIS_STEP', { extra: { why: 'NOT_AT_THIS_STEP', state } }),
});
