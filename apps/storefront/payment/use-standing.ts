import { useEffect, useState } from 'react';
import type { Order } from '../ordering/use-order';
import { backFromCashier, hasLeftForCashier } from './cashier-mark';
import { pauseAfter } from './poll';
import { standingOf, type Standing } from './standing';

/**
 * How an order stands with its payment, looked up again after 2, 4, 8 seconds and so on while the provider's word is on its
 * way. After a minute we stop asking and say so; the word itself may still come.
 */
export function useStanding(id: string, order: Order | undefined, look: () => void): Standing {
  // Read when the page opens: a mark made later is for the page that the cashier leads back to.
  const [left, setLeft] = useState(() => hasLeftForCashier(id));
  const [looks, setLooks] = useState(0);
  const pause = pauseAfter(looks);
  const standing = order ? standingOf({ order, left, gaveUp: pause === false }) : 'open';
  const watching = pause !== false && (standing === 'confirming' || standing === 'closing');
  const over = left && order !== undefined && standing !== 'confirming';

  useEffect(() => {
    if (over) backFromCashier(id);
  }, [id, over]);
  useEffect(() => {
    if (!watching) return undefined;
    const timer = setTimeout(() => {
      look();
      setLooks((before) => before + 1);
    }, pause);
    return () => clearTimeout(timer);
  }, [watching, pause, looks, look]);
  useEffect(() => {
    // Back from the cashier may bring this very page out of the browser's memory, as it stood when it left.
    const shown = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      setLeft(hasLeftForCashier(id));
      setLooks(0);
      look();
    };
    window.addEventListener('pageshow', shown);
    return () => window.removeEventListener('pageshow', shown);
  }, [id, look]);
  return standing;
}
