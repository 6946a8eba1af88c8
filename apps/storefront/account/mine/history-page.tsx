import { Button, EmptyState, LinkButton } from '@xihuo/ui';
import { Link } from 'react-router';
import { useName } from '../../catalogue/use-name';
import { forgetViewed, useViewed } from '../../catalogue/viewed-store';
import { NarrowPage, PageTitle } from '../../frame/page-title';
import { Tile } from '../../pictures/tile';
import { useT } from '../../words';

/** What was looked at in this browser; for guests too, since nothing of it leaves the device. */
export function HistoryPage() {
  const t = useT();
  const name = useName();
  const products = useViewed();
  return (
    <NarrowPage>
      <PageTitle lead={t('history.lead')}>{t('history.title')}</PageTitle>
      {products.length === 0 ? (
        <EmptyState title={t('history.none')} action={<LinkButton to="/products">{t('favourites.look')}</LinkButton>}>
          {t('history.noneText')}
        </EmptyState>
      ) : (
        <>
          <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
            {products.map(({ slug, category, name: named }) => (
              <li key={slug}>
                <Link
                  to={`/p/${slug}`}
                  className="group flex h-full flex-col overflow-hidden rounded-lg border border-line bg-surface hover:shadow-raised"
                >
                  <Tile category={category} name={named.zh} />
                  <span className="line-clamp-2 p-3 leading-snug group-hover:text-green">{name(named)}</span>
                </Link>
              </li>
            ))}
          </ul>
          <p className="py-4">
            <Button look="secondary" onClick={forgetViewed}>
              {t('history.forget')}
            </Button>
          </p>
        </>
      )}
    </NarrowPage>
  );
}
