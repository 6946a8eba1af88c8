import { statement } from '@xihuo/platform';

/** Who a thing is between, as every row of this context names them. */
export interface PartiesRow {
  supplier_id: string;
  supplier_name: string;
  household_id: string;
  display_name: string;
  village: string;
}

/** Columns and joins that name the parties of `of`, a table with supplier_id and household_id. */
export const PARTIES = (of: string) =>
  `${of}.supplier_id, supplier.name_zh as supplier_name, ${of}.household_id, household.display_name, household.village`;
export const OF_PARTIES = (of: string) => `join registry.organisation_v supplier on supplier.id = ${of}.supplier_id
    join registry.household_v household on household.id = ${of}.household_id`;

/**
 * Whose it is or who reads it: $1 suppliers acted for, $2 patterns of county codes, $3 households somebody is of. All may be
 * empty; then nothing is found.
 */
export const MINE = (of: string) =>
  `(${of}.supplier_id = any ($1::uuid[]) or supplier.county_code like any ($2::text[]) or ${of}.household_id = any ($3::uuid[]))`;

/** The same of a row that is to a household or to a village collective: its payee is the one of the two. */
export interface PayeeRow {
  supplier_id: string;
  supplier_name: string;
  payee_id: string;
  payee_name: string;
  household_id: string | null;
  collective_id: string | null;
  /** Of a household. */
  village: string | null;
}

export const PAYEE = (of: string) =>
  `${of}.supplier_id, supplier.name_zh as supplier_name, ${of}.payee_id, ${of}.household_id, ${of}.collective_id,
         coalesce(household.display_name, collective.name_zh) as payee_name, household.village`;
export const OF_PAYEE = (of: string) => `join registry.organisation_v supplier on supplier.id = ${of}.supplier_id
    left join registry.household_v household on household.id = ${of}.household_id
    left join registry.organisation_v collective on collective.id = ${of}.collective_id`;

/** $1 suppliers acted for, $2 patterns of county codes, $3 payees: households somebody is of, collectives it acts for. */
export const MINE_OF_PAYEE = (of: string) =>
  `(${of}.supplier_id = any ($1::uuid[]) or supplier.county_code like any ($2::text[]) or ${of}.payee_id = any ($3::uuid[]))`;

/** A household linked to a supplier. */
export const linkedHousehold = statement<{ id: string; display_name: string; village: string }>(
  'benefit.linked_household',
  'select id, display_name, village from registry.household_v where id = $1 and supplier_id = $2',
);
