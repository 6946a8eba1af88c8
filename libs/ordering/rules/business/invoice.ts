import type { machines } from '@xihuo/contract';
import { uscc, type FieldProblem } from '@xihuo/kernel';

export interface Payer {
  readonly kind: machines.invoicing.InvoiceKind;
  readonly title: string;
  readonly taxpayerNumber: string;
  readonly address: string;
  readonly phone: string;
  readonly bankName: string;
  readonly bankAccount: string;
}

/** What the special VAT invoice names beside title and number. */
const NAMED_BY_SPECIAL = ['address', 'phone', 'bankName', 'bankAccount'] as const;

/**
 * What is wrong with whom an invoice is made out to: a number whose check character is wrong is nobody's (GB 32100, GB 11714), and a
 * special invoice without address, phone and bank account is not accepted.
 */
export function payerFaults(payer: Payer): FieldProblem[] {
  const fault = uscc.faultOf(payer.taxpayerNumber);
  return [
    ...(fault === null
      ? []
      : [{ pointer: '/taxpayerNumber', code: 'USCC', message: `${fault}: 统一社会信用代码有误` }]),
    ...NAMED_BY_SPECIAL.filter((field) => payer.kind === 'special' && payer[field] === '').map((field) => ({
      ...{ pointer: `/${field}`, code: 'SPECIAL_NEEDS_IT', message: '专票须填写地址、电话、开户行和账号' },
    })),
  ];
}

/** The first instant of a month in Asia/Shanghai, which has had no summer time since 1991; `plus` months later. */
export function startOfMonth(month: string, plus = 0): Date {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number! - 1 + plus, 1) - 8 * 3_600_000);
}

/** A business date so many calendar days later. */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10);
}
