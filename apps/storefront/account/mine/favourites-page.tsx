import { useQueryClient } from '@tanstack/react-query';
import {
  Badge,
  Button,
  EmptyState,
  ErrorState,
  formatMoney,
  LinkButton,
  routeKey,
  TextLink,
  toast,
  useApi,
  useProblemText,
  useSend,
  type Output,
} from '@xihuo/ui';
import { Waiting } from '../../admission/reading';
import { ProductCard } from '../../catalogue/product-card';
import { useName } from '../../catalogue/use-name';
import { PageTitle } from '../../frame/page-title';
import { useT } from '../../words';
import { ForAccount } from '../for-account';
import { NewsSwitch } from './news-switch';

type Favourite = Output<'GET /me/favourites'>['data'][number];

const LIST = { query: { limit: 100 } };

function useLetGo() {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  return useSend('DELETE /me/favourites/{slug}', {
    onSuccess: () => {
      toast(t('favourites.gone'));
      void queries.invalidateQueries({ queryKey: routeKey('GET /me/favourites') });
    },
    onError: (problem) => toast(problemText(problem), 'bad'),
  });
}

/** What became cheaper since it is kept, in yuan; nothing where it did not. */
function Fallen({ seenPrice, card }: Favourite) {
  const t = useT();
  if (!seenPrice || !card) return null;
  const fallen = BigInt(seenPrice.amount) - BigInt(card.priceFrom.amount);
  if (fallen <= 0n) return null;
  return (
    <Badge tone="good">
      {t('favourites.fallen', { amount: formatMoney({ amount: `${fallen}`, currency: 'CNY' }) })}
    </Badge>
  );
}

function Kept({ favourite, onLetGo, pending }: { favourite: Favourite; onLetGo: () => void; pending: boolean }) {
  const t = useT();
  const name = useName();
  const { slug, card } = favourite;
  return (
    <li className="flex flex-col gap-2">
      {card ? (
        <div className="grow">
          <ProductCard product={card} />
        </div>
      ) : (
        <div className="flex grow flex-col gap-2 rounded-lg border border-dashed border-line-strong p-4 text-ink-soft">
          <TextLink to={`/p/${slug}`}>{name(favourite.name)}</TextLink>
          <span className="text-sm">{t('favourites.notSold')}</span>
        </div>
      )}
      <span className="flex flex-wrap items-center justify-between gap-2">
        <Fallen {...favourite} />
        <Button
          look="quiet"
          size="small"
          className="ms-auto"
          pending={pending}
          aria-label={t('favourites.letGoOf', { name: name(favourite.name) })}
          onClick={onLetGo}
        >
          {t('favourites.letGo')}
        </Button>
      </span>
    </li>
  );
}

function Favourites() {
  const t = useT();
  const query = useApi('GET /me/favourites', LIST);
  const letGo = useLetGo();
  if (!query.data)
    return query.error ? <ErrorState problem={query.error} onRetry={() => void query.refetch()} /> : <Waiting />;
  if (query.data.data.length === 0)
    return (
      <EmptyState title={t('favourites.none')} action={<LinkButton to="/products">{t('favourites.look')}</LinkButton>}>
        {t('favourites.noneText')}
      </EmptyState>
    );
  return (
    <div className="flex flex-col gap-5">
      <NewsSwitch />
      <ul className="grid grid-cols-2 gap-x-3 gap-y-5 sm:grid-cols-3 sm:gap-x-4 lg:grid-cols-4">
        {query.data.data.map((favourite) => (
          <Kept
            key={favourite.slug}
            favourite={favourite}
            pending={letGo.isPending && letGo.variables.params.slug === favourite.slug}
            onLetGo={() => letGo.mutate({ params: { slug: favourite.slug } })}
          />
        ))}
      </ul>
    </div>
  );
}

/** Products the account keeps. */
export function FavouritesPage() {
  const t = useT();
  return (
    <div className="page">
      <PageTitle>{t('favourites.title')}</PageTitle>
      <ForAccount lead={t('favourites.signIn')}>
        <Favourites />
      </ForAccount>
    </div>
  );
}
