import { money, time } from '@xihuo/kernel';
import type { Notices, Tx } from '@xihuo/platform';
import { takeFavouriteNews, type FavouriteNews } from '../../store/favourite.sql';

const yuan = (fen: bigint) => `¥${money.toYuan(money.fen(fen))}`;

/** So many at a time: one statement reads them, one tells them. */
const ROUND = 2_000;

/**
 * Tells people that something they keep is there again, or costs less than ever since they keep it. Answers how many were told; as
 * many as `ROUND` say that there may be more.
 */
export async function tellOfFavourites(tx: Tx, notices: Pick<Notices, 'tellEach'>): Promise<number> {
  const news = await tx.sql(takeFavouriteNews, [ROUND]);
  const day = time.businessDate(tx.now);
  await notices.tellEach(
    tx,
    news.map((one) => ({
      ...{ personId: one.person_id, about: `product:${one.slug}` },
      ...(one.back ? backAgain(one, day) : cheaper(one)),
    })),
  );
  return news.length;
}

const backAgain = ({ product_id: id, name_zh: zh, name_en: en, fen }: FavouriteNews, day: string) => ({
  key: `favourite.back:${id}:${day}`,
  title: { zh: '收藏的商品到货了', en: 'Something you keep is back in stock' },
  body: { zh: `${zh}现在有货，${yuan(fen)} 起。`, en: `${en} can be had again, from ${yuan(fen)}.` },
});

const cheaper = ({ product_id: id, name_zh: zh, name_en: en, fen, seen_fen: seen }: FavouriteNews) => ({
  key: `favourite.cheaper:${id}:${fen}`,
  title: { zh: '收藏的商品降价了', en: 'Something you keep costs less' },
  body: {
    zh: `${zh}现在 ${yuan(fen)} 起，比您收藏以来的最低价少 ${yuan((seen ?? fen) - fen)}。`,
    en: `${en} is now from ${yuan(fen)}, ${yuan((seen ?? fen) - fen)} less than ever since you keep it.`,
  },
});
