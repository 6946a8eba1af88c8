import type { ResponseOf } from '@xihuo/contract';

type Kind = ResponseOf<'GET /me/found'>['data'][number]['kind'];

/** In which order they are shown: first what has a number. */
export const KINDS: readonly Kind[] = [
  ...(['order', 'ownDispute', 'dispute', 'lot', 'agreement', 'product', 'supplier'] as const),
  ...(['application', 'case', 'statement', 'household'] as const),
];

interface Grant {
  readonly role: string;
  readonly jurisdiction: string | null;
  readonly organisationId: string | null;
}

/** Whose things somebody may open, by all that they are. Places are patterns of county codes of the supplier. */
export interface Reach {
  readonly suppliers: readonly string[];
  /** Of those who read admissions, disputes, what households are owed, and statements. */
  readonly admissions: readonly string[];
  readonly disputes: readonly string[];
  readonly linkage: readonly string[];
  readonly statements: readonly string[];
}

const COUNTY: readonly string[] = ['countyAgriculture', 'countyRevitalisation'];
const READS_ADMISSIONS = [...COUNTY, 'auditor', 'reviewer', 'operator'];
const READS_DISPUTES: readonly string[] = ['mediator', 'operator', 'auditor'];
const READS_LINKAGE = [...COUNTY, 'auditor', 'reviewer', 'operator', 'finance'];
/** These read every statement, wherever they sit; auditors those of their place. */
const READS_STATEMENTS: readonly string[] = ['finance', 'operator'];

export function reachOf(grants: readonly Grant[]): Reach {
  const places = (roles: readonly string[]) =>
    grants.filter(({ role }) => roles.includes(role)).map(({ jurisdiction }) => `${jurisdiction ?? ''}%`);
  return {
    suppliers: grants.flatMap(({ role, organisationId }) =>
      role === 'supplier' && organisationId ? [organisationId] : [],
    ),
    admissions: places(READS_ADMISSIONS),
    disputes: places(READS_DISPUTES),
    linkage: places(READS_LINKAGE),
    statements: [...(grants.some(({ role }) => READS_STATEMENTS.includes(role)) ? ['%'] : []), ...places(['auditor'])],
  };
}

/** A number as it is kept: people read it out in groups, and type it as they heard it. */
export const asNumber = (typed: string): string => typed.replace(/\s/g, '').toUpperCase();

/** So many signs of a number say which it may be: fewer are in every one of a day. */
const LEAST_OF_NUMBER = 4;
export const mayBeNumber = (typed: string): boolean =>
  asNumber(typed).length >= LEAST_OF_NUMBER && /^[\dA-Z-]+$/.test(asNumber(typed));
