import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { time } from '@xihuo/kernel';
import { type Database, pageOf, placeIn } from '@xihuo/platform';
import { registerReads, type RegisterRow } from '../../store/register/register-page.sql';
import {
  businessToday,
  certificatesOf,
  lastFindings,
  listedOf,
  openNoticesOf,
  publicMeasuresOf,
  registerSummary,
  signedFor,
  supplierById,
  tickedOf,
} from '../../store/register/supplier-page.sql';
import { listedView, publicFindings, publicMeasureView, registerEntry } from '../../store/register/views';

/** Counts under this point at people (design part 4). */
const SMALLEST_COUNT_SHOWN = 10;

/** The public register: everybody who was ever admitted, also those who may not sell at present. */
export async function listRegister(
  database: Database,
  { cursor, limit, ...filter }: InputOf<'GET /register/suppliers'>['query'],
): Promise<ResponseOf<'GET /register/suppliers'>> {
  let rows: RegisterRow[] = [];
  for (const { statement, values, least = 0 } of registerReads(filter, placeIn(cursor), limit + 1)) {
    if (rows.length < least) continue;
    rows = await database.read(statement, values);
    if (rows.length > limit) break;
  }
  return pageOf(rows, limit, (row) => row.supplier_id, registerEntry);
}

export async function summariseRegister(database: Database): Promise<ResponseOf<'GET /register/summary'>> {
  const [rows, [today]] = await Promise.all([database.read(registerSummary), database.read(businessToday)]);
  return {
    asOf: today!.today,
    data: rows.map((row) => ({
      province: { code: row.province_code, name: row.province_name },
      suppliers: row.suppliers,
      maySell: row.may_sell,
      underMeasures: row.under_measures,
      suspended: row.suspended,
      exited: row.exited,
    })),
  };
}

/**
 * A supplier's public page. Who only applied has none: what an application failed by is between the applicant and those
 * who decide.
 */
export async function supplierPage(database: Database, supplierId: string): Promise<ResponseOf<'GET /suppliers/{id}'>> {
  const [row] = await database.read(supplierById, [supplierId]);
  if (!row) throw fail('NOT_FOUND');
  const [findings, ticked, signatures, listed, measures, certificates, notices] = await Promise.all([
    database.read(lastFindings, [row.application_id]),
    database.read(tickedOf, [row.application_id]),
    database.read(signedFor, [row.application_id]),
    database.read(listedOf, [supplierId]),
    database.read(publicMeasuresOf, [supplierId]),
    database.read(certificatesOf, [supplierId]),
    database.read(openNoticesOf, [supplierId]),
  ]);
  const { declared } = row.evidence;
  return {
    ...registerEntry(row),
    standingSince: row.standing_since,
    establishedOn: row.established_on,
    licenceValidUntil: declared.licenceValidUntil,
    foodLicences: declared.foodLicences.map(({ number, validUntil }) => ({ number, validUntil })),
    certificates: certificates.map(({ kind, number, valid_until: validUntil }) => ({ kind, number, validUntil })),
    linkedHouseholds: row.linked_households < SMALLEST_COUNT_SHOWN ? null : row.linked_households,
    standardVersion: row.standard_version,
    findings: publicFindings(row.criteria, findings, ticked),
    recommendedBy: signatures.map(({ department, signed_at: at }) => ({ department, signedOn: time.businessDate(at) })),
    products: listed.map(listedView),
    measures: measures.map(publicMeasureView),
    notices: notices.map((notice) => ({
      id: notice.id,
      kind: notice.subject_kind,
      endsOn: notice.ends_on,
      publishedAt: notice.published_at.toISOString(),
    })),
  };
}
