import { useLocale } from '@xihuo/ui';
import { useCategoryName } from '../admission/products/category';
import { useT } from '../words';
import type { SalesRow } from './figures';

type Row = Pick<SalesRow, 'key' | 'name'>;

/** What a row of a table is called: by its own name, or by the word for its key. */
export function useNames(table: string): (row: Row) => string {
  const t = useT();
  const locale = useLocale();
  const categoryName = useCategoryName();
  return ({ key, name }) => {
    if (name !== null) return name[locale === 'en' ? 'en' : 'zh'];
    if (table === 'pairings') return t('outcome.unpaired');
    if (table === 'keyCounties' || table === 'counties') return t('outcome.otherCounties');
    if (table === 'campaigns') return t('outcome.noCampaign');
    if (table === 'channels') return key === 'direct' ? t('outcome.direct') : key;
    return table === 'categories' ? categoryName(key) : key;
  };
}
