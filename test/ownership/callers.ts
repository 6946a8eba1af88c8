import type { Role } from '@xihuo/contract';

/** Who asks; `guest` and `account` own one order each, `supplier` everything of a supplier. */
export const CALLERS = [
  'guest',
  'otherGuest',
  'account',
  'otherAccount',
  'businessBuyer',
  'otherBuyer',
  'supplier',
  'otherSupplier',
  'farmer',
  'countyAgriculture',
  'agricultureElsewhere',
  'countyRevitalisation',
  'revitalisationElsewhere',
  'auditor',
  'auditorElsewhere',
  'reviewer',
  'reviewerElsewhere',
  'operator',
  'operatorElsewhere',
  'finance',
  'mediator',
  'anonymous',
] as const;
export type CallerName = (typeof CALLERS)[number];

/** Nobody is signed in behind these. */
export const SIGNED_OUT: readonly CallerName[] = ['guest', 'otherGuest', 'anonymous'];

interface PersonWanted {
  role: Role;
  organisationId?: string;
  householdId?: string;
  regionCode?: string;
}

/** Where everything lies that is asked for, the county beside it, and another province. */
export const COUNTY = '610629';
const NEIGHBOUR = '610630';
const ELSEWHERE = '500000';

/** Those who sign in, each in the place of their own. */
export function people(owned: {
  supplierId: string;
  otherSupplierId: string;
  householdId: string;
  organisationId: string;
  otherOrganisationId: string;
}): Partial<Record<CallerName, PersonWanted>> {
  return {
    account: { role: 'consumer' },
    otherAccount: { role: 'consumer' },
    businessBuyer: { role: 'businessBuyer', organisationId: owned.organisationId },
    otherBuyer: { role: 'businessBuyer', organisationId: owned.otherOrganisationId },
    supplier: { role: 'supplier', organisationId: owned.supplierId },
    otherSupplier: { role: 'supplier', organisationId: owned.otherSupplierId },
    farmer: { role: 'farmer', householdId: owned.householdId },
    countyAgriculture: { role: 'countyAgriculture', regionCode: COUNTY },
    agricultureElsewhere: { role: 'countyAgriculture', regionCode: NEIGHBOUR },
    countyRevitalisation: { role: 'countyRevitalisation', regionCode: COUNTY },
    revitalisationElsewhere: { role: 'countyRevitalisation', regionCode: NEIGHBOUR },
    auditor: { role: 'auditor', regionCode: '610000' },
    auditorElsewhere: { role: 'auditor', regionCode: ELSEWHERE },
    reviewer: { role: 'reviewer' },
    reviewerElsewhere: { role: 'reviewer', regionCode: ELSEWHERE },
    operator: { role: 'operator' },
    operatorElsewhere: { role: 'operator', regionCode: ELSEWHERE },
    finance: { role: 'finance' },
    mediator: { role: 'mediator' },
  };
}
