import { Badge, Button, Card, Facts, Notice, useApi, useApiClient, useLocale, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { Link } from 'react-router';
import { GraveReason } from '../../frame/code-act';
import { Moment } from '../../frame/when';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';

interface ProductKey {
  supplierId: string;
  productId: string;
}

type Way = Output<'GET /suppliers/{supplierId}/products/{productId}/to-sell'>;
type Place = NonNullable<Output<'GET /suppliers/{supplierId}/products/{productId}/to-sell'>['steps'][number]['place']>;

/** Where a step is put right. */
function placeOf(place: Place, { supplierId, productId }: ProductKey): string {
  const own = `/catalogue/products/${supplierId}/${productId}`;
  switch (place) {
    case 'application':
      return '/admission/apply';
    case 'measures':
    case 'certificates':
      return '/admission/own';
    case 'dossier':
    case 'recognition':
      return own;
    case 'lots':
      return '/trace/lots';
    case 'listing':
    case 'stock':
      return `${own}/listing`;
  }
}

/** What is met and what is not: whose turn it is and, for the supplier, the page where it is put right. */
function Steps({ steps, acts, product }: { steps: Way['steps']; acts: boolean; product: ProductKey }) {
  const t = useT();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  return (
    <ol className="mt-4 flex flex-col gap-2 border-t border-line pt-4 text-sm">
      {steps.map(({ step, met, sentence, turn, place }) => (
        <li key={step} className="flex gap-2">
          <span aria-hidden className={met ? 'text-green' : 'text-amber'}>
            {met ? '✓' : '○'}
          </span>
          <span>
            <span className="sr-only">{t(met ? 'listing.met' : 'listing.notMet')}</span>
            {sentence[language]}
            {!met && turn && <span className="block text-ink-faint">{t(`turn.${turn}`)}</span>}
            {!met && turn === 'supplier' && place && acts && (
              <Link
                className="flex min-h-target items-center text-green underline underline-offset-4"
                to={placeOf(place, product)}
              >
                {t(`salePlace.${place}`)}
              </Link>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}

/** Whether the product sells at this moment, what is missing where it does not, and the way to end it. */
export function ListingCard(product: ProductKey) {
  const t = useT();
  const me = useMe();
  const maySeeWay = hasRole(me, ['supplier', 'reviewer', 'operator', 'auditor']);
  const listing = useApi('GET /admission/listings/{supplierId}/{productId}', { params: product });
  const way = useApi(
    'GET /suppliers/{supplierId}/products/{productId}/to-sell',
    { params: product },
    { enabled: maySeeWay },
  );
  const acts = me.grants.some(({ organisation }) => organisation?.id === product.supplierId);
  const [ending, setEnding] = useState(false);
  const mayEnd = hasRole(me, ['reviewer', 'supplier']) && listing.data?.endedAt === null;
  return (
    <Card
      title={t('listing.title')}
      aside={
        listing.data && (
          <Badge tone={listing.data.maySell ? 'good' : 'bad'}>
            {t(listing.data.maySell ? 'listing.sells' : 'listing.sellsNot')}
          </Badge>
        )
      }
    >
      {listing.error && (
        <p className="text-ink-soft">{listing.error.status === 404 ? t('listing.never') : listing.error.title}</p>
      )}
      {listing.data && (
        <Facts
          facts={[
            { term: t('dossiers.version'), detail: t('dossiers.nth', { number: listing.data.dossierVersion }) },
            { term: t('listing.approved'), detail: <Moment value={listing.data.approvedAt} /> },
            ...(listing.data.endedAt
              ? [
                  { term: t('listing.ended'), detail: <Moment value={listing.data.endedAt} /> },
                  { term: t('application.reason'), detail: listing.data.endReason },
                ]
              : []),
          ]}
        />
      )}
      {way.data && <Steps steps={way.data.steps} acts={acts} product={product} />}
      {mayEnd && (
        <div className="mt-4">
          <Button
            data-act="POST /admission/listings/{supplierId}/{productId}/end"
            look="danger"
            wide
            onClick={() => setEnding(true)}
          >
            {t('listing.end')}
          </Button>
        </div>
      )}
      {ending && listing.data && (
        <EndListing {...product} version={listing.data.version} onClose={() => setEnding(false)} />
      )}
    </Card>
  );
}

function EndListing({ version, onClose, ...product }: ProductKey & { version: number; onClose: () => void }) {
  const t = useT();
  const api = useApiClient();
  const end = (reason: string) =>
    api('POST /admission/listings/{supplierId}/{productId}/end', { params: product, body: { reason }, version });
  return (
    <GraveReason
      title={t('listing.end')}
      submit={t('listing.endSubmit')}
      text={<Notice tone="attention">{t('listing.endText')}</Notice>}
      label={t('listing.endReason')}
      done={t('listing.endDone')}
      run={end}
      onClose={onClose}
    />
  );
}
