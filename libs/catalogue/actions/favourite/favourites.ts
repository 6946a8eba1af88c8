import { fail, type ResponseOf } from '@xihuo/contract';
import { money } from '@xihuo/kernel';
import type { Database, Tx } from '@xihuo/platform';
import {
  dropFavourite,
  favouriteSlugs,
  favouritesOf,
  keepFavourite,
  lockFavourites,
  type FavouriteRow,
} from '../../store/favourite.sql';
import { productCard } from '../../store/views';

type Favourite = ResponseOf<'GET /me/favourites'>['data'][number];

/** A list to look through, not a catalogue of one's own. */
const MOST = 100;

function favouriteView(row: FavouriteRow): Favourite {
  const { price_from: price, seen_fen: seen } = row;
  return {
    ...{ slug: row.slug, name: { zh: row.name_zh, en: row.name_en }, keptAt: row.kept_at.toISOString() },
    seenPrice: seen === null ? null : money.toWire(money.fen(seen)),
    card: price === null ? null : productCard({ ...row, price_from: price }),
  };
}

/** What a person keeps, the last kept first; `limit` of them as cards, the addresses of all. */
export async function listFavourites(
  database: Pick<Database, 'read'>,
  personId: string,
  limit: number,
): Promise<ResponseOf<'GET /me/favourites'>> {
  const [rows, slugs] = await Promise.all([
    database.read(favouritesOf, [personId, limit]),
    database.read(favouriteSlugs, [personId]),
  ]);
  return { data: rows.map(favouriteView), slugs: slugs.map(({ slug }) => slug) };
}

/** @throws ProblemError NOT_FOUND, FAVOURITES_FULL */
export async function addFavourite(tx: Tx, personId: string, slug: string): Promise<void> {
  await tx.sql(lockFavourites, [personId]);
  const [kept] = await tx.sql(keepFavourite, [personId, slug, tx.now, MOST]);
  if (!kept) throw fail('NOT_FOUND');
  if (kept.is_full) throw fail('FAVOURITES_FULL');
}

export async function removeFavourite(tx: Tx, personId: string, slug: string): Promise<void> {
  await tx.sql(dropFavourite, [personId, slug]);
}
