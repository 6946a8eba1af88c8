import type { Input } from '@xihuo/ui';

export interface LeadDraft {
  productId: string;
  /** Of whoever buys for organisations: for which one is asked; empty for oneself. */
  organisationId: string;
  wants: string;
  name: string;
  organisation: string;
  phone: string;
  consents: boolean;
}

export const BLANK_LEAD: LeadDraft = {
  productId: '',
  organisationId: '',
  wants: '',
  name: '',
  organisation: '',
  phone: '',
  consents: false,
};

/** People type and paste numbers with gaps and hyphens; the api wants the digits. */
const digits = (phone: string) => phone.normalize('NFKC').replace(/[\s-]/g, '');

const right = {
  wants: ({ wants }) => wants.trim().length >= 2 && wants.trim().length <= 500,
  name: ({ name }) => name.trim().length >= 1 && name.trim().length <= 40,
  organisation: ({ organisation }) => organisation.trim().length <= 80,
  phone: ({ phone }) => /^1\d{10}$/.test(digits(phone)),
  consents: ({ consents }) => consents,
} satisfies Record<string, (draft: LeadDraft) => boolean>;

/** Which fields the contract would refuse, in the order in which they stand. */
export function leadFaults(draft: LeadDraft): (keyof typeof right)[] {
  return (Object.keys(right) as (keyof typeof right)[]).filter((field) => !right[field](draft));
}

export function leadBody(draft: LeadDraft, supplierId: string): Input<'POST /fairs/{slug}/leads'>['body'] {
  return {
    supplierId,
    productId: draft.productId || null,
    organisationId: draft.organisationId || null,
    wants: draft.wants.trim(),
    contact: { name: draft.name.trim(), organisation: draft.organisation.trim(), phone: digits(draft.phone) },
    consents: '2',
  };
}
