import type { ResponseOf } from '@xihuo/contract';

type Today = ResponseOf<'GET /me/today'>;
export type Waiting = Today['data'][number]['what'];
export type SellingStep = Today['ready'][number]['met'][number];

/** Where somebody sits: both departments of a county do the same. */
export type Desk = 'supplier' | 'county' | 'auditor' | 'reviewer' | 'operator' | 'finance' | 'mediator';

/** What is looked at from each desk: first what only this desk can end, and what has a day. */
export const ON_DESK: Readonly<Record<Desk, readonly Waiting[]>> = {
  supplier: [
    ...(['toShip', 'claims', 'disputes', 'recalls', 'invoices', 'measures', 'casesOpen', 'rechecksOpen'] as const),
    ...(['applicationsBack', 'dossiersBack', 'recognitionsBack', 'changesBack', 'mandates', 'renewals'] as const),
    ...(['papersEnding', 'runningOut', 'lotsEnding', 'owed', 'unpaid', 'held', 'contests'] as const),
    ...(['reviews', 'questions'] as const),
  ],
  county: ['recommending', 'stamping', 'contestsRaised', 'inspections', 'certificatesEnding'],
  auditor: ['checking', 'proposals', 'appeals', 'objections'],
  reviewer: [
    ...(['reviewing', 'dossiers', 'recognitions', 'changes', 'objections', 'certificates', 'rechecks'] as const),
    ...(['rectifications', 'inspections', 'proposals', 'appeals', 'certificatesEnding'] as const),
  ],
  operator: [
    ...([
      'settingsProposed',
      'rolesProposed',
      'deadLetters',
      'mediation',
      'proposals',
      'appeals',
      'objections',
    ] as const),
    'calendar',
  ],
  finance: ['payouts', 'accounts', 'runs', 'adjustments', 'differences', 'transfers', 'returns'],
  mediator: ['mediationMine', 'mediation'],
};

interface Grant {
  readonly role: string;
  readonly jurisdiction: string | null;
  readonly organisationId: string | null;
}

const DESK_OF: Readonly<Record<string, Desk>> = {
  supplier: 'supplier',
  countyAgriculture: 'county',
  countyRevitalisation: 'county',
  auditor: 'auditor',
  reviewer: 'reviewer',
  operator: 'operator',
  finance: 'finance',
  mediator: 'mediator',
};

/** The desks of a person; somebody with several roles has several. */
export function desksOf(grants: readonly Grant[]): Desk[] {
  return [...new Set(grants.flatMap(({ role }) => DESK_OF[role] ?? []))];
}

/** Whose things are counted from a desk. Places are patterns of county codes. */
export interface Sight {
  readonly suppliers: readonly string[];
  /** Of all roles that read admissions: their lists show all of these. */
  readonly places: readonly string[];
  /** Where recommending, checking and reviewing is this person's turn. */
  readonly turns: Readonly<
    Record<'recommending' | 'checkingCity' | 'checkingProvince' | 'reviewing', readonly string[]>
  >;
  /** Of the roles that read disputes. */
  readonly disputes: readonly string[];
}

const READS_ADMISSIONS: readonly string[] = [
  'countyAgriculture',
  'countyRevitalisation',
  'auditor',
  'reviewer',
  'operator',
];
const READS_DISPUTES: readonly string[] = ['mediator', 'operator', 'auditor'];
const PROVINCE_DIGITS = 2;
const CITY_DIGITS = 4;

/** What a person sees, by all grants: the lists do not ask in which of the roles somebody opens them. */
export function sightOf(grants: readonly Grant[]): Sight {
  const patterns = (asked: (grant: Grant) => boolean) =>
    grants.filter(asked).map(({ jurisdiction }) => `${jurisdiction ?? ''}%`);
  const checks = (digits: number) =>
    patterns(({ role, jurisdiction }) => role === 'auditor' && jurisdiction?.length === digits);
  return {
    suppliers: grants.flatMap(({ role, organisationId }) =>
      role === 'supplier' && organisationId ? [organisationId] : [],
    ),
    places: patterns(({ role }) => READS_ADMISSIONS.includes(role)),
    turns: {
      recommending: patterns(({ role }) => DESK_OF[role] === 'county'),
      checkingCity: checks(CITY_DIGITS),
      checkingProvince: checks(PROVINCE_DIGITS),
      reviewing: patterns(({ role }) => role === 'reviewer'),
    },
    disputes: patterns(({ role }) => READS_DISPUTES.includes(role)),
  };
}

/** Where to deliver to and what sending costs may be left unsaid: then it is everywhere, and free. */
const NEEDED: readonly SellingStep[] = ['admitted', 'account', 'product', 'offer'];

/** A supplier sells and is paid once all of these are met. */
export const isReady = (met: readonly SellingStep[]): boolean => NEEDED.every((step) => met.includes(step));
