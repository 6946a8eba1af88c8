import { Link, useSearchParams } from 'react-router';
import { useT } from '../words';
import { withParam } from './address';
import { useCurrentInSight } from './current-in-sight';
import { hasView } from './table/view-address';
import { useRowEnd } from './view-row';

export const tabRow = 'mb-3 flex gap-1 overflow-x-auto border-b border-line print:hidden';
export const TAB =
  '-mb-px flex min-h-target items-center border-b-3 border-transparent px-3 whitespace-nowrap text-ink-soft outline-offset-[-3px] hover:text-ink aria-[current=true]:border-green aria-[current=true]:font-semibold aria-[current=true]:text-green';

interface View {
  /** The value in the address; empty for the view of everything. */
  value: string;
  word: string;
}

/** The views of a list as tabs that are links: the chosen one stands in the address, so Back and sharing keep it. */
export function Views({ name, label, views }: { name: string; label: string; views: readonly View[] }) {
  const [search] = useSearchParams();
  const chosen = search.get(name) ?? '';
  const row = useCurrentInSight(`${chosen} ${search.get('kept')}`);
  const { ref, list } = useRowEnd();
  // A view of one's own stands in the same row: while it is open none of these is, and whoever goes on to one leaves it.
  const isElsewhere = list !== null && hasView(search, list);
  const to = (value: string) => `?${withParam(isElsewhere ? new URLSearchParams() : search, name, value)}`;
  return (
    <nav ref={row} aria-label={label} className={tabRow}>
      <ul className="flex gap-1">
        {views.map(({ value, word }) => (
          <li key={value}>
            <Link to={to(value)} aria-current={value === chosen && !isElsewhere ? 'true' : undefined} className={TAB}>
              {word}
            </Link>
          </li>
        ))}
      </ul>
      <ul ref={ref} className="flex gap-1 empty:hidden" />
    </nav>
  );
}

/** The chosen view, where it is one of those there are. */
export function useView<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
  const [search] = useSearchParams();
  return values.find((value) => value === search.get(name));
}

/** As high as a finger wants, without making the row higher. */
export const rowLink =
  '-my-2 inline-flex min-h-target items-center font-medium text-green underline-offset-4 hover:underline';

/** A way to the one thing a row is about. */
export function RowLink({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className={rowLink}>
      {children}
    </Link>
  );
}

/** Where the address leads nowhere. */
export function NoSuchPage() {
  const t = useT();
  return (
    <div className="py-20 text-center">
      <h1 className="text-xl">{t('notFound.title')}</h1>
      <p className="mt-2">
        <Link to="/" className="text-green underline underline-offset-4">
          {t('notFound.home')}
        </Link>
      </p>
    </div>
  );
}
