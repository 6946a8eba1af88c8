import { Button } from '@xihuo/ui';
import { Link } from 'react-router';
import { Tile } from '../pictures/tile';
import { useT } from '../words';
import { useName } from './use-name';
import { forgetViewed, useViewed } from './viewed-store';

/** What was looked at in this browser, a row to swipe through; nothing for who comes for the first time. */
export function Viewed({ but, className }: { but?: string | undefined; className?: string }) {
  const t = useT();
  const name = useName();
  const products = useViewed().filter(({ slug }) => slug !== but);
  if (products.length === 0) return null;
  return (
    <section aria-labelledby="viewed" className={className}>
      <header className="mb-3 flex items-baseline justify-between gap-4">
        <h2 id="viewed" className="text-xl">
          {t('viewed.title')}
        </h2>
        <Button look="quiet" size="small" onClick={forgetViewed}>
          {t('viewed.forget')}
        </Button>
      </header>
      <ul className="-mx-4 flex snap-x gap-3 overflow-x-auto px-4 pb-1 sm:mx-0 sm:px-0">
        {products.map((product) => (
          <li key={product.slug} className="w-28 shrink-0 snap-start">
            <Link
              to={`/p/${product.slug}`}
              className="group flex h-full flex-col overflow-hidden rounded-lg border border-line bg-surface hover:shadow-raised"
            >
              <Tile category={product.category} name={product.name.zh} />
              <span className="line-clamp-2 px-2 py-1.5 text-sm leading-snug group-hover:text-green">
                {name(product.name)}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
