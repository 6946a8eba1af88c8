import { fail, type InputOf, type ResponseOf } from '@xihuo/contract';
import { pageOf, placeIn, type Database } from '@xihuo/platform';
import { regionRange } from '../../rules/region-range';
import {
  brandById,
  brandBySlug,
  brandCardPage,
  brandCards,
  brandList,
  holdersOf,
  licenceById,
  licencesOf,
} from '../../store/channel/brand.sql';
import {
  brandDraft,
  brandView,
  licenceView,
  shownBrand,
  type BrandDraft,
  type BrandView,
  type LicenceView,
} from '../../store/channel/brand-views';

import { productCard } from '../../store/views';

const CARDS = 24;

/** Brands by their regions, a page at a time. @throws ProblemError INVALID_INPUT for a cursor of another list */
export async function listBrands(
  database: Database,
  { region, cursor, limit }: InputOf<'GET /brands'>['query'],
): Promise<ResponseOf<'GET /brands'>> {
  const range = region === undefined ? null : regionRange(region);
  const rows = await database.read(brandList, [range?.from ?? null, range?.to ?? null, placeIn(cursor), limit + 1]);
  const view = (row: (typeof rows)[number]) => ({ ...shownBrand(row), holders: row.holders, products: row.products });
  return pageOf(rows, limit, ({ id }) => id, view);
}

/** @throws ProblemError NOT_FOUND */
export async function readBrand(database: Database, slug: string): Promise<BrandView> {
  const [row] = await database.read(brandBySlug, [slug]);
  if (!row) throw fail('NOT_FOUND');
  const [holders, cards] = await Promise.all([
    database.read(holdersOf, [row.id]),
    database.read(brandCards, [row.id, CARDS]),
  ]);
  return brandView(row, holders, cards);
}

/** @throws ProblemError NOT_FOUND */
export async function listBrandProducts(
  database: Database,
  slug: string,
  { cursor, limit }: InputOf<'GET /brands/{slug}/products'>['query'],
): Promise<ResponseOf<'GET /brands/{slug}/products'>> {
  const [row] = await database.read(brandBySlug, [slug]);
  if (!row) throw fail('NOT_FOUND');
  const cards = await database.read(brandCardPage, [row.id, placeIn(cursor), limit + 1]);
  return pageOf(cards, limit, (card) => card.sort_id, productCard);
}

/** @throws ProblemError INVALID_INPUT for a cursor of another list */
export async function listAllBrands(
  database: Database,
  { cursor, limit }: InputOf<'GET /catalogue/brands'>['query'],
): Promise<ResponseOf<'GET /catalogue/brands'>> {
  const rows = await database.read(brandList, [null, null, placeIn(cursor), limit + 1]);
  const view = (row: (typeof rows)[number]) => ({ id: row.id, ...shownBrand(row), holders: row.holders });
  return pageOf(rows, limit, ({ id }) => id, view);
}

/** @throws ProblemError NOT_FOUND */
export async function readBrandDraft(database: Database, id: string): Promise<BrandDraft> {
  const [row] = await database.read(brandById, [id]);
  if (!row) throw fail('NOT_FOUND');
  return brandDraft(row);
}

/** @throws ProblemError NOT_FOUND */
export async function listLicences(
  database: Database,
  id: string,
  { cursor, limit }: InputOf<'GET /catalogue/brands/{id}/licences'>['query'],
): Promise<ResponseOf<'GET /catalogue/brands/{id}/licences'>> {
  await readBrandDraft(database, id);
  const rows = await database.read(licencesOf, [id, placeIn(cursor), limit + 1]);
  return pageOf(rows, limit, (row) => row.id, licenceView);
}

/** @throws ProblemError NOT_FOUND */
export async function readLicence(database: Database, id: string): Promise<LicenceView> {
  const [row] = await database.read(licenceById, [id]);
  if (!row) throw fail('NOT_FOUND');
  return licenceView(row);
}
