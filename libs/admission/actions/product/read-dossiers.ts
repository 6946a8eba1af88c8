import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { type Database, pageOf, placeIn, type Tx } from '@xihuo/platform';
import type { Decider } from '../../rules/four-eyes';
import { countyPatterns } from '../../rules/jurisdiction';
import { ownSuppliers } from '../../rules/product/may-decide';
import {
  dossierById,
  dossierFindings,
  dossierItems,
  dossierPage,
  dossierVersions,
  newestDossierOf,
} from '../../store/product/dossier.sql';
import { listingOf } from '../../store/product/listing.sql';
import { dossierEntry, dossierView, listingView } from '../../store/product/views';
import { sees } from './open-dossier';

export async function listDossiers(
  database: Database,
  decider: Decider,
  { state, supplier, cursor, limit }: InputOf<'GET /admission/dossiers'>['query'],
): Promise<ResponseOf<'GET /admission/dossiers'>> {
  const rows = await database.read(dossierPage, [
    ...[countyPatterns(decider.grants), ownSuppliers(decider)],
    ...[state, supplier ?? null, placeIn(cursor), limit + 1],
  ]);
  return pageOf(rows, limit, (row) => row.id, dossierEntry);
}

/** One version of a dossier; outside of jurisdiction and ownership it does not exist. */
export async function readDossier(
  database: Database,
  decider: Decider,
  id: string,
): Promise<ResponseOf<'GET /admission/dossiers/{id}'>> {
  const [row] = await database.read(dossierById, [countyPatterns(decider.grants), ownSuppliers(decider), id]);
  if (!row) throw fail('NOT_FOUND');
  const [findings, items] = await Promise.all([
    database.read(dossierFindings, [id]),
    database.read(dossierItems, [id]),
  ]);
  return dossierView(row, { findings, items, decider });
}

/** All versions of a dossier, the newest first, as far as they lie within jurisdiction and ownership. */
export async function listVersions(
  database: Database,
  decider: Decider,
  id: string,
): Promise<ResponseOf<'GET /admission/dossiers/{id}/versions'>> {
  const rows = await database.read(dossierVersions, [countyPatterns(decider.grants), ownSuppliers(decider), id]);
  if (rows.length === 0) throw fail('NOT_FOUND');
  return {
    data: rows.map((row) => ({
      id: row.id,
      dossierVersion: row.version,
      state: row.state,
      submittedAt: row.submitted_at.toISOString(),
    })),
  };
}

export async function readListing(
  database: Database,
  decider: Decider,
  { supplierId, productId }: InputOf<'GET /admission/listings/{supplierId}/{productId}'>['params'],
): Promise<ResponseOf<'GET /admission/listings/{supplierId}/{productId}'>> {
  const [row] = await database.read(listingOf, [supplierId, productId]);
  if (!row || !sees(row, decider)) throw fail('NOT_FOUND');
  return listingView(row);
}

/** The newest version that was sent, for catalogue to show beside the next one. */
export async function newestDossier(tx: Tx, { supplierId, productId }: { supplierId: string; productId: string }) {
  const [row] = await tx.sql(newestDossierOf, [supplierId, productId]);
  if (!row) return null;
  const { id, version, state, corrections } = row;
  return { id, version, state, corrections: corrections ?? [], sentAt: row.submitted_at.toISOString() };
}
