import { routeKey, useApiClient, type Output } from '@xihuo/ui';
import { useQueries } from '@tanstack/react-query';
import { check, type CheckedItem } from './cart';
import { useCart } from './cart-store';

type Product = Output<'GET /products/{slug}'>;

/** The cart held against the products as they are now, read afresh whenever the page is opened or looked at again. */
export function useCheckedCart(): { items: CheckedItem[]; checking: boolean } {
  const api = useApiClient();
  const cart = useCart();
  const slugs = [...new Set(cart.map((item) => item.slug))];
  return useQueries({
    queries: slugs.map((slug) => ({
      queryKey: routeKey('GET /products/{slug}', { params: { slug } }),
      queryFn: ({ signal }: { signal: AbortSignal }) => api('GET /products/{slug}', { params: { slug }, signal }),
      staleTime: 5_000,
    })),
    combine: (results) => {
      const products = new Map<string, Product | undefined>(slugs.map((slug, index) => [slug, results[index]?.data]));
      return { items: check(cart, products), checking: results.some((result) => result.isPending) };
    },
  });
}
