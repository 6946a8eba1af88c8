import { uscc } from '@xihuo/kernel';
import { keep } from './kept';

/** As whom an invoice is made out: to nobody, to a person, or to a company with its number. Remembered for the next order. */
export interface PayerDraft {
  kind: 'none' | 'person' | 'company';
  title: string;
  taxpayerNumber: string;
}

const isDraft = (value: unknown): value is PayerDraft => {
  const draft = value as Partial<PayerDraft> | null;
  return (
    typeof draft?.title === 'string' &&
    typeof draft.taxpayerNumber === 'string' &&
    ['none', 'person', 'company'].includes(draft.kind ?? '')
  );
};

export const keptPayer = keep<PayerDraft>('xihuo.invoice', { kind: 'none', title: '', taxpayerNumber: '' }, isDraft);

export type PayerField = 'title' | 'taxpayerNumber';

/** What is said of each fault. */
export const payerFaultWords = { title: 'ownInvoice.titleMissing', taxpayerNumber: 'ownInvoice.numberWrong' } as const;

/** By what a summary of faults leads to a field; there is one such form a page. */
export const payerFieldId = (field: PayerField): string => `payer-${field}`;

/** What is still to be filled in. */
export function payerFaults({ kind, title, taxpayerNumber }: PayerDraft): PayerField[] {
  if (kind === 'none') return [];
  return [
    ...(title.trim() === '' ? (['title'] as const) : []),
    ...(kind === 'company' && uscc.faultOf(taxpayerNumber) !== null ? (['taxpayerNumber'] as const) : []),
  ];
}

/** As the server is asked; null where none is wanted. */
export function payerOf({
  kind,
  title,
  taxpayerNumber,
}: PayerDraft): { title: string; taxpayerNumber?: string } | null {
  if (kind === 'none') return null;
  return { title: title.trim(), ...(kind === 'company' && { taxpayerNumber }) };
}
