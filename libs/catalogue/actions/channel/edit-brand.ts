import { fail, type InputOf } from '@xihuo/contract';
import { must } from '@xihuo/kernel';
import { mustBeVersion, type Tx } from '@xihuo/platform';
import {
  brandById,
  insertBrand,
  insertLicence,
  lockBrand,
  lockLicence,
  mayHold,
  revokeLicence,
  updateBrand,
} from '../../store/channel/brand.sql';
import { unknownIn } from '../../store/channel/venue.sql';
import { personOf, slugTaken } from './channel-kit';

export type BrandForm = InputOf<'POST /catalogue/brands'>['body'];
export type LicenceForm = InputOf<'POST /catalogue/brands/{id}/licences'>['body'];

/** PostgreSQL's code for a row that an exclusion constraint keeps out. */
const EXCLUDED = '23P01';

/** @throws ProblemError REGION_UNKNOWN, SLUG_TAKEN */
export async function enterBrand(tx: Tx, form: BrandForm): Promise<{ id: string }> {
  await judge(tx, form);
  const [row] = await tx.sql(insertBrand, [...valuesOf(form), tx.now]).catch(slugTaken);
  must(row !== undefined, 'a brand was written');
  tx.audit({ action: 'brand.enter', subjectKind: 'brand', subjectId: row.id, after: { slug: form.slug } });
  return row;
}

/** Its address stays: links lead to it. @throws ProblemError NOT_FOUND, STALE_VERSION, REGION_UNKNOWN, SLUG_FIXED */
export async function editBrand(
  tx: Tx,
  { id, version, form }: { id: string; version: number; form: BrandForm },
): Promise<void> {
  tx.attempt({ action: 'brand.edit', subjectKind: 'brand', subjectId: id });
  const [row] = await tx.sql(lockBrand, [id]);
  if (!row) throw fail('NOT_FOUND');
  mustBeVersion(row.row_version, version);
  if (row.slug !== form.slug) throw fail('SLUG_FIXED');
  await judge(tx, form);
  const [edited] = await tx.sql(updateBrand, [...valuesOf(form), id]);
  must(edited, 'a brand that is held is changed');
  tx.auditChange({ action: 'brand.edit', subjectKind: 'brand', subjectId: id }, edited);
}

/**
 * Writes down that a supplier may use a mark, on what paper, between which days.
 *
 * @throws ProblemError NOT_FOUND, SUPPLIER_UNKNOWN, PRODUCT_UNKNOWN, LICENCE_OVERLAPS
 */
export async function grantLicence(tx: Tx, id: string, form: LicenceForm): Promise<{ id: string }> {
  tx.attempt({ action: 'brand.license', subjectKind: 'brand', subjectId: id });
  const [brand] = await tx.sql(brandById, [id]);
  if (!brand) throw fail('NOT_FOUND');
  const [may] = await tx.sql(mayHold, [form.supplierId, form.productId]);
  if (!may!.supplier) throw fail('SUPPLIER_UNKNOWN');
  if (!may!.product) throw fail('PRODUCT_UNKNOWN');
  const scope = [id, form.supplierId, form.productId, form.validFrom, form.validUntil, form.evidence];
  const [row] = await tx.sql(insertLicence, [...scope, personOf(tx), tx.now]).catch(overlaps);
  must(row !== undefined, 'a licence was written');
  tx.audit({ action: 'brand.license', subjectKind: 'brand', subjectId: id, after: { ...form, licenceId: row.id } });
  return row;
}

function overlaps(error: { code?: string }): never {
  if (error.code === EXCLUDED) throw fail('LICENCE_OVERLAPS');
  throw error;
}

/** @throws ProblemError NOT_FOUND, STALE_VERSION, NOT_AT_THIS_STEP */
export async function revoke(
  tx: Tx,
  { id, version, reason }: { id: string; version: number; reason: string },
): Promise<void> {
  tx.attempt({ action: 'brand.revoke', subjectKind: 'brandLicence', subjectId: id });
  const [row] = await tx.sql(lockLicence, [id]);
  if (!row) throw fail('NOT_FOUND');
  mustBeVersion(row.row_version, version);
  if (row.revoked_at !== null) throw fail('NOT_AT_THIS_STEP');
  await tx.sql(revokeLicence, [id, personOf(tx), tx.now, reason]);
  tx.audit({ action: 'brand.revoke', subjectKind: 'brandLicence', subjectId: id, after: { reason } });
}

async function judge(tx: Tx, { regionCode }: BrandForm): Promise<void> {
  const [unknown] = await tx.sql(unknownIn, [[], [regionCode]]);
  if (unknown!.regions > 0) throw fail('REGION_UNKNOWN');
}

function valuesOf(form: BrandForm): unknown[] {
  return [
    ...[form.slug, form.name.zh, form.name.en, form.story.zh, form.story.en, form.regionCode],
    ...[form.ownerName, form.markNumber],
  ];
}
