import type { needWords, Words } from '@xihuo/ui';
import { edge } from '../../i18n/zh-CN/edge';
import { goods } from '../../i18n/zh-CN/goods';

const zh = { ...edge, ...goods };

/** What the lot's document says of itself: a tenth of what the shop has at hand. A test refuses a word that is not among these. */
export const lotWords: Words<typeof zh> = {
  zh,
  en: async () => {
    const [ofEdge, ofGoods] = await Promise.all([import('../../i18n/en/edge'), import('../../i18n/en/goods')]);
    return { ...ofEdge.edge, ...ofGoods.goods };
  },
};

/** Fetched beside it. */
export const proofWords: Parameters<typeof needWords>[0][number] = {
  zh: () => import('../../i18n/zh-CN/proof').then(({ proof }) => proof),
  en: () => import('../../i18n/en/proof').then(({ proof }) => proof),
};
