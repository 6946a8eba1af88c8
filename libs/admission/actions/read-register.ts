import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Database } from '@xihuo/platform';
import { findingsOf, registerPage, supplierById } from '../store/register.sql';
import { findingViews, registerEntry } from '../store/views';
import { containing } from '../rules/name-pattern';

/** Counts under this point at people (design part 4). */
const SMALLEST_COUNT_SHOWN = 10;

/** The public register: everybody who was ever admitted, also those who may not sell at present. */
export async function listRegister(
  database: Database,
  { q, province, cursor, limit }: InputOf<'GET /register/suppliers'>['query'],
): Promise<ResponseOf<'GET /register/suppliers'>> {
  const rows = await database.read(registerPage, [
    q === undefined ? null : containing(q),
    province ?? null,
    placeIn(cursor),
    limit + 1,
    q?.toUpperCase() ?? null,
  ]);
  return pageOf(rows, limit, (row) => row.supplier_id, registerEntry);
}

/**
 * A supplier's public page. Who only applied has none: what an application failed by is between the applicant and those
 * who decide.
 */
export async function supplierPage(database: Database, supplierId: string): Promise<ResponseOf<'GET /suppliers/{id}'>> {
  const [row] = await database.read(supplierById, [supplierId]);
  if (!row) throw fail('NOT_FOUND');
  const { declared } = row.evidence;
  return {
    ...registerEntry(row),
    establishedOn: row.established_on,
    licenceValidUntil: declared.licenceValidUntil,
    foodLicences: declared.foodLicences.map(({ number, validUntil }) => ({ number, validUntil })),
    linkedHouseholds: row.linked_households < SMALLEST_COUNT_SHOWN ? null : row.linked_households,
    standardVersion: row.standard_version,
    findings: findingViews(row.criteria, await database.read(findingsOf, [row.application_id])),
  };
}
