import { ApiProblem, routeKey, useApiClient, type Api } from '@xihuo/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { cartCopy, cartHeaders, tellAll, useCart, usePending } from './cart-store';
import { changesOf, refusalOf, stillPending } from './cart-sync';

/** A moment in which several presses become one message. */
const PAUSE_MS = 250;
let telling = false;

/** Tells the server what was touched here; what cannot be told now stays to be told. Answers whether something was. */
async function tell(api: Api): Promise<boolean> {
  const pending = cartCopy.pending.get();
  if (telling || pending.length === 0) return false;
  telling = true;
  const told = cartCopy.cart.get();
  const changes = changesOf(told, pending);
  try {
    const view = await api('PUT /cart/lines', { body: { changes }, headers: cartHeaders(cartCopy.token.get()) });
    if (view.token !== null) cartCopy.token.set(view.token);
    if (refusalOf(cartCopy.refused.get())?.forGood === false) cartCopy.refused.set('');
    cartCopy.pending.set(stillPending(told, cartCopy.cart.get(), changes, cartCopy.pending.get()));
    return true;
  } catch (problem) {
    dropUnknown(problem, changes);
    return rolledBack(problem, changes);
  } finally {
    telling = false;
  }
}

/** Whether a change was refused for good; then what it touched is as the server has it. The page says why. */
function rolledBack(problem: unknown, changes: ReturnType<typeof changesOf>): boolean {
  const refusal = problem instanceof ApiProblem ? refusalOf(problem.code) : null;
  if (!refusal) return false;
  cartCopy.refused.set(refusal.code);
  if (!refusal.forGood) return false;
  const sent = changes.map(({ skuId }) => skuId);
  cartCopy.pending.set(cartCopy.pending.get().filter((skuId) => !sent.includes(skuId)));
  return true;
}

/** A pack that nobody knows any more would hold up all others. */
function dropUnknown(problem: unknown, changes: ReturnType<typeof changesOf>): void {
  if (!(problem instanceof ApiProblem) || problem.code !== 'SKU_UNKNOWN') return;
  const places = problem.errors.flatMap(({ pointer }) => /^\/changes\/(\d+)/.exec(pointer)?.[1] ?? []);
  const gone = places.map((place) => changes[Number(place)]?.skuId);
  cartCopy.cart.set(cartCopy.cart.get().filter(({ skuId }) => !gone.includes(skuId)));
  cartCopy.pending.set(cartCopy.pending.get().filter((skuId) => !gone.includes(skuId)));
}

/** Keeps this browser's cart and the server's one; mounted once, where every page is, and loaded after the page. */
export function CartSync(): null {
  const api = useApiClient();
  const queries = useQueryClient();
  const cart = useCart();
  const pending = usePending();
  useEffect(() => {
    // A cart from before there was one on the server.
    if (cartCopy.token.get() === '' && cartCopy.pending.get().length === 0 && cartCopy.cart.get().length > 0) tellAll();
  }, []);
  useEffect(() => {
    if (pending.length === 0) return;
    const go = () =>
      void tell(api).then(async (told) => {
        if (told) await queries.invalidateQueries({ queryKey: routeKey('GET /cart') });
      });
    const timer = setTimeout(go, PAUSE_MS);
    window.addEventListener('online', go);
    window.addEventListener('focus', go);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('online', go);
      window.removeEventListener('focus', go);
    };
  }, [api, queries, cart, pending]);
  return null;
}

/** After somebody signed in: the guest's cart goes into the account's. */
export function useCartMerge(): () => Promise<void> {
  const api = useApiClient();
  const queries = useQueryClient();
  return async () => {
    const token = cartCopy.token.get();
    if (token !== '') {
      await api('POST /cart/merge', { body: { token } });
      cartCopy.token.set('');
    }
    await queries.invalidateQueries({ queryKey: routeKey('GET /cart') });
  };
}
