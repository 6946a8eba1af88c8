import { useLocale } from '@xihuo/ui';
import { useCategoryName } from '../admission/products/category';
import { useT } from '../words';
import type { SalesRow } from './figures';

type Row = Pick<SalesRow, 'key' | 'name' | 'pairedWith'>;

/** What a row of a table is called: by its own name, or by the word for its key. */
export function useNames(table: string): (row: Row) => string {
  const t = useT();
  const locale = useLocale();
  const categoryName = useCategoryName();
  const language = locale === 'en' ? 'en' : 'zh';
  return ({ key, name, pairedWith }) => {
    if (name !== null) return pairedWith === null ? name[language] : `${name[language]} → ${pairedWith[language]}`;
    if (table === 'pairings') return t('outcome.unpaired');
    if (table === 'keyCounties' || table === 'counties') return t('outcome.otherCounties');
    if (table === 'campaigns') return t('outcome.noCampaign');
    if (table === 'channels') return key === 'direct' ? t('outcome.direct') : key;
    return table === 'categories' ? categoryName(key) : key;
  };
}
