import { useQueryClient } from '@tanstack/react-query';
import { routeKey, TextField, useApi, type Output } from '@xihuo/ui';
import { useDeferredValue, useState } from 'react';
import { useT } from '../words';

/** What one list of choices holds; who offers more than that finds the others by name. */
const AT_ONCE = 100;

const PRODUCTS = 'GET /suppliers/{supplierId}/products';

/** Own products to choose from, and the box to find more of them where they do not all fit; what is chosen stays among them. */
export function useOwnProducts(supplierId: string, chosen: readonly string[]) {
  const t = useT();
  const queries = useQueryClient();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const query = useApi(PRODUCTS, {
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
  const found = query.data?.data ?? [];
  const seen = queries
    .getQueriesData<Output<typeof PRODUCTS>>({ queryKey: routeKey(PRODUCTS) })
    .flatMap(([, page]) => page?.data ?? []);
  const stays = chosen.flatMap((id) => {
    const product = found.some((one) => one.productId === id) ? undefined : seen.find((one) => one.productId === id);
    return product ? [product] : [];
  });
  return { products: [...stays, ...found], find };
}
