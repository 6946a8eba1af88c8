import { Button } from '@xihuo/ui';
import { useSyncExternalStore } from 'react';
import { useName } from '../catalogue/use-name';
import { useT } from '../words';
import { remove, type CartItem } from './cart';
import { updateCart } from './cart-store';

let taken: readonly CartItem[] = [];
const listeners = new Set<() => void>();

function set(next: readonly CartItem[]): void {
  taken = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/** Takes things out of the cart at once; as long as nothing else is taken out they can be put back. */
export function takeOut(items: readonly CartItem[]): void {
  const ids = items.map(({ skuId }) => skuId);
  updateCart((cart) => {
    set(cart.filter(({ skuId }) => ids.includes(skuId)));
    return remove(cart, ids);
  });
}

/** What was taken out last, and the way back. */
export function Undo() {
  const t = useT();
  const name = useName();
  const items = useSyncExternalStore(
    subscribe,
    () => taken,
    () => taken,
  );
  if (items.length === 0) return null;
  const putBack = () => {
    set([]);
    updateCart((cart) => [...cart, ...items.filter(({ skuId }) => cart.every((one) => one.skuId !== skuId))]);
  };
  return (
    <div role="status" className="flex flex-wrap items-center justify-between gap-3 rounded-md bg-sunken px-4 py-1">
      <span>{t('cart.takenOut', { name: items.map((item) => name(item.name)).join('、') })}</span>
      <Button look="quiet" size="small" onClick={putBack}>
        {t('cart.putBack')}
      </Button>
    </div>
  );
}
