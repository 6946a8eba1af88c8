import { classes, useApi, type Output } from '@xihuo/ui';
import { Link } from 'react-router';
import { doorOf } from '../pictures/picture-of';
import sprite from '../pictures/pictures.svg?url';
import { useT } from '../words';

export type Category = Output<'GET /categories'>['data'][number]['category'];

/** Ways into the goods by kind; a kind with nothing for sale has no door. */
export function CategoryGrid() {
  const t = useT();
  const { data, isPending } = useApi('GET /categories', {});
  const categories = data?.data.filter((entry) => entry.products > 0) ?? [];
  if (categories.length === 0 && !isPending) return null;
  return (
    <nav aria-label={t('categories.title')}>
      <ul className="grid min-h-44 grid-cols-4 gap-x-1 gap-y-3 sm:grid-cols-8">
        {categories.map(({ category }) => (
          <li key={category}>
            <Link
              to={`/products?category=${category}`}
              className="flex flex-col items-center gap-1 rounded-lg py-2 text-center text-sm leading-tight hover:bg-sunken"
            >
              <svg aria-hidden viewBox="0 0 32 32" className="size-9">
                <use href={`${sprite}#${doorOf(category)}`} />
              </svg>
              {t(`category.${category}`)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface CategoryLinksProps {
  current: string | null;
  /** The counts are of all goods: beside another filter they would promise what the list does not hold. */
  counted: boolean;
  hrefFor: (category: string | null) => string;
}

/** The same ways as filters of the list: a rail on wide screens, a row to swipe on phones. */
export function CategoryLinks({ current, counted, hrefFor }: CategoryLinksProps) {
  const t = useT();
  const { data } = useApi('GET /categories', {});
  const entries = data?.data.filter((entry) => entry.products > 0 || entry.category === current) ?? [];
  const total = entries.reduce((all, entry) => all + entry.products, 0);
  const link = (category: Category | null, label: string, products: number) => (
    <li key={label} className="shrink-0">
      <Link
        to={hrefFor(category)}
        ref={category === current ? show : undefined}
        aria-current={category === current ? 'true' : undefined}
        className={classes(
          'flex min-h-target items-center justify-between gap-2 rounded-md px-3 whitespace-nowrap hover:bg-sunken',
          'aria-current:bg-green-wash aria-current:font-semibold aria-current:text-green',
        )}
      >
        {label}
        {counted && <span className="numeric text-sm font-normal text-ink-faint">{products}</span>}
      </Link>
    </li>
  );
  // On a phone the row is longer than the screen: bring the chosen one into it, without moving the page.
  const show = (chosen: HTMLAnchorElement | null) => {
    const row = chosen?.closest('nav');
    if (row && chosen) row.scrollLeft = chosen.offsetLeft - row.clientWidth / 3;
  };
  return (
    <nav aria-label={t('categories.title')} className="relative -mx-3 overflow-x-auto sm:mx-0">
      <ul className="flex gap-1 px-3 sm:flex-col sm:px-0">
        {link(null, t('categories.all'), total)}
        {entries.map(({ category, products }) => link(category, t(`category.${category}`), products))}
      </ul>
    </nav>
  );
}
