/**
 * Who a person may act as. A role comes with a jurisdiction (a region code whose prefix binds) or an organisation,
 * both kept on the grant, never in the session.
 */
export const ROLES = [
  'consumer',
  'businessBuyer',
  'supplier',
  'farmer',
  'countyAgriculture',
  'countyRevitalisation',
  'auditor',
  'reviewer',
  'operator',
  'finance',
  'mediator',
] as const;
export type Role = (typeof ROLES)[number];

/** Roles of those who work for the platform; two operators give one, and take it away. */
export const PLATFORM_ROLES = [
  'auditor',
  'reviewer',
  'operator',
  'finance',
  'mediator',
] as const satisfies readonly Role[];

/** Roles that must show a second factor before any page of theirs answers (trust.md item 9). */
export const SECOND_FACTOR_ROLES: readonly Role[] = PLATFORM_ROLES;

/** Roles that work in the console; the others use the shop. */
export const CONSOLE_ROLES: readonly Role[] = [
  'supplier',
  'countyAgriculture',
  'countyRevitalisation',
  'auditor',
  'reviewer',
  'operator',
  'finance',
  'mediator',
];
