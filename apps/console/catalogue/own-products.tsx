import { TextField, useApi } from '@xihuo/ui';
import { useDeferredValue, useState } from 'react';
import { useT } from '../words';

/** What one list of choices holds; who offers more than that finds the others by name. */
const AT_ONCE = 100;

/** Own products to choose from, and the box to find more of them where they do not all fit. */
export function useOwnProducts(supplierId: string) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const query = useApi('GET /suppliers/{supplierId}/products', {
    params: { supplierId },
    query: { limit: AT_ONCE, ...(q === '' ? {} : { q }) },
  });
  const isPart = typed !== '' || (query.data?.nextCursor ?? null) !== null;
  const find = isPart && (
    <TextField
      optional
      type="search"
      label={t('ownProducts.find')}
      maxLength={60}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
  return { products: query.data?.data ?? [], find };
}
