import { useQueryClient } from '@tanstack/react-query';
import { routeKey, toast, useApiClient, useProblemText } from '@xihuo/ui';
import { useState } from 'react';
import type { Via } from '../channel/via';
import { Icon } from '../frame/icons';
import { add, itemOf } from '../ordering/cart';
import { updateCart } from '../ordering/cart-store';
import { useT } from '../words';
import { offerOf } from './chosen-offer';
import type { ProductCardView } from './product-card';
import { useName } from './use-name';

/** Puts one pack of the offer that a card shows into the cart; which that is, the product's page knows. */
export function AddButton({ card, via }: { card: ProductCardView; via?: Via | undefined }) {
  const t = useT();
  const name = useName();
  const api = useApiClient();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const [pending, setPending] = useState(false);
  const put = async () => {
    if (pending) return;
    setPending(true);
    const input = { params: { slug: card.slug } };
    try {
      const product = await queries.fetchQuery({
        queryKey: routeKey('GET /products/{slug}', input),
        queryFn: () => api('GET /products/{slug}', input),
        staleTime: 30_000,
      });
      const offer = offerOf(product.offers, card.supplierId);
      if (!offer) return toast(t('stock.cannotBuy'), 'bad');
      updateCart((cart) => add(cart, itemOf(product, offer, 1, via)));
      toast(t('cart.added'));
    } catch (problem) {
      toast(problemText(problem), 'bad');
    } finally {
      setPending(false);
    }
  };
  return (
    <button
      type="button"
      aria-label={t('cart.put', { name: name(card.name) })}
      aria-disabled={pending || undefined}
      onClick={() => void put()}
      className="absolute end-1 bottom-1 flex min-h-target min-w-target items-center justify-center rounded-full text-green hover:bg-green-wash aria-disabled:opacity-60"
    >
      <Icon name="put" />
    </button>
  );
}
