import { useApi } from '@xihuo/ui';
import { Link } from 'react-router';
import { useT } from '../words';

/** What is to be done or awaited. */
const STANDINGS = ['toPay', 'toShip', 'toReceive', 'toReview', 'afterSale'] as const;

/** How many orders stand how, each a way to just these. */
export function OwnStandings() {
  const t = useT();
  const { data } = useApi('GET /me/orders/standings', {}, { staleTime: 0 });
  const counts = new Map(data?.data.map((row) => [row.standing, row.orders] as const));
  return (
    <ul className="grid grid-cols-5 gap-1">
      {STANDINGS.map((standing) => {
        const count = counts.get(standing) ?? 0;
        return (
          <li key={standing}>
            <Link
              to={`/orders?standing=${standing}`}
              className="flex h-full min-h-target flex-col items-center justify-start gap-1 rounded-md py-2 text-center hover:text-green"
            >
              {/* A place of its own whether it is known yet or not, so that nothing moves when it comes. */}
              <span className={`numeric text-xl ${count > 0 ? 'font-semibold text-green' : 'text-ink-faint'}`}>
                {data ? count : '–'}
              </span>
              <span className="text-sm leading-tight wrap-anywhere max-sm:[&:lang(en)]:text-xs">
                {t(`account.standing.${standing}`)}
              </span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
