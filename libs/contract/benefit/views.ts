import { z } from 'zod';
import { date, instant, text, uuid } from '../core/scalars';
import { only } from '../core/route';

export const LINKAGE_KINDS = ['contractPurchase', 'employment', 'dividend'] as const;
export const linkageKind = z.enum(LINKAGE_KINDS);
export const OBLIGATION_KINDS = [
  'wage',
  'floorPrice',
  'premium',
  'rebate',
  'landRent',
  'dividend',
  'collectiveShare',
  'surplusRefund',
] as const;
export const obligationKind = z.enum(OBLIGATION_KINDS);
export const WITNESS_ROLES = ['villageOfficer', 'countyOfficer', 'neighbour', 'other'] as const;
export const witnessRole = z.enum(WITNESS_ROLES);

/** Whose agreements and debts they read: the own supplier's, or those of the own jurisdiction. */
export const benefitReaders = only(
  'supplier',
  'countyAgriculture',
  'countyRevitalisation',
  'auditor',
  'reviewer',
  'operator',
  'finance',
);
export const supplierAlone = only('supplier');
/** The supplier's desk, and the officers of its county: who witnesses and objects for households without a phone. */
export const desk = only('supplier', 'countyAgriculture', 'countyRevitalisation');
/** What a household says against something, written down by somebody it told: with the sheet it signed. */
export const saidFor = z.strictObject({ reason: text(500, 2), paperId: uuid });
/** `paperId`: the sheet by which it was said in the household's name. */
export const contested = z.object({ reason: z.string(), at: instant, paperId: uuid.nullable() });
export const householdAlone = only('farmer');
/** A household, or the clerks of a village collective: of what it is paid itself. */
export const payees = only('farmer', 'supplier');

export const byId = z.strictObject({ id: uuid });
export const namedSupplier = z.object({ id: uuid, name: z.string() });
export const namedCollective = z.object({ id: uuid, name: z.string() });
export const namedHousehold = z.object({ id: uuid, displayName: z.string(), village: z.string() });
export const witness = z.object({ name: z.string(), role: witnessRole, paperId: uuid.nullable(), on: date });
/** Six digits that went to the household's phones. */
export const typedCode = z.string().regex(/^\d{6}$/, 'six digits');

export const DECIDED = ['NOT_FOUND', 'NOT_AT_THIS_STEP', 'STALE_VERSION', 'VERSION_MISSING'] as const;
