import { makeUseT } from '@xihuo/ui';
import type { ShopWords } from './i18n/zh-CN';

/** Beside `words` and not in it: a document with few words of its own says them by this, and carries none of the others. */
export const useT = makeUseT<ShopWords>();
