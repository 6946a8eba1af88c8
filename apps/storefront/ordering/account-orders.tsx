import { LinkButton, useApi, usePages } from '@xihuo/ui';
import { useEffect } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Listing } from '../admission/reading';
import { SeekBox } from '../frame/seek-box';
import { useT } from '../words';
import { OrderEntry } from './order-entry';
import { forgetOrderKeys } from './order-keys';

const STANDINGS = ['toPay', 'toShip', 'toReceive', 'toReview', 'done', 'cancelled', 'afterSale'] as const;
/** Of these a number says that something is to be done or awaited; of the others it would only say how long one has been here. */
const COUNTED: readonly string[] = ['toPay', 'toShip', 'toReceive', 'toReview'];

/** Narrowing lives in the address, so that Back and a bookmark bring the same list. */
function useNarrowed() {
  const [params, setParams] = useSearchParams();
  const standing = STANDINGS.find((one) => one === params.get('standing'));
  const words = params.get('q')?.trim().slice(0, 40) ?? '';
  const search = (next: { standing?: string | undefined; q: string }) =>
    new URLSearchParams([
      ...(next.standing ? [['standing', next.standing]] : []),
      ...(next.q ? [['q', next.q]] : []),
    ]).toString();
  const seek = (q: string) => setParams(search({ standing, q }), { preventScrollReset: true });
  return { standing, words, search, seek };
}

function Standings({ chosen, href }: { chosen: string | undefined; href: (standing: string | undefined) => string }) {
  const t = useT();
  const { data } = useApi('GET /me/orders/standings', {}, { staleTime: 0 });
  const counts = new Map(data?.data.map((row) => [row.standing, row.orders] as const));
  const countOf = (standing: (typeof STANDINGS)[number] | undefined) =>
    standing && COUNTED.includes(standing) ? (counts.get(standing) ?? 0) : 0;
  const look = (isChosen: boolean) =>
    `-mb-px flex min-h-target items-center border-b-3 px-3 whitespace-nowrap ${
      isChosen ? 'border-green font-semibold text-green' : 'border-transparent text-ink-soft hover:text-ink'
    }`;
  return (
    <nav aria-label={t('orders.narrow')} className="flex overflow-x-auto border-b border-line">
      {[undefined, ...STANDINGS].map((standing) => (
        <Link
          key={standing ?? 'all'}
          to={{ search: href(standing) }}
          preventScrollReset
          aria-current={chosen === standing ? 'page' : undefined}
          className={look(chosen === standing)}
        >
          {t(standing ? `orders.tab.${standing}` : 'orders.tab.all')}
          {countOf(standing) > 0 && <span className="numeric ms-1.5 text-sm">{countOf(standing)}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** The account's orders, wherever they were placed: by how they stand, and by words. */
export function AccountOrders() {
  const t = useT();
  const { standing, words, search, seek } = useNarrowed();
  const query = usePages('GET /me/orders', {
    query: { ...(standing ? { standing } : {}), ...(words ? { q: words } : {}) },
  });
  const { rows } = query;
  useEffect(() => {
    // What stands in the account needs no key in this browser, which others may use too.
    if (rows) forgetOrderKeys(rows.map(({ id }) => id));
  }, [rows]);
  const isNarrowed = standing !== undefined || words !== '';
  return (
    <div className="flex flex-col gap-4">
      <SeekBox label={t('orders.search')} act={t('orders.searchGo')} words={words} onSeek={seek} />
      <Standings chosen={standing} href={(next) => search({ standing: next, q: words })} />
      <Listing
        query={query}
        empty={
          isNarrowed
            ? { title: t('orders.noneSuch'), text: t('orders.noneSuchText') }
            : {
                title: t('orders.noneYet'),
                text: t('orders.noneYetText'),
                action: <LinkButton to="/products">{t('nav.allProducts')}</LinkButton>,
              }
        }
      >
        {(orders) => (
          <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
            {orders.map((order) => (
              <li key={order.id}>
                <OrderEntry id={order.id} order={order} />
              </li>
            ))}
          </ul>
        )}
      </Listing>
    </div>
  );
}
