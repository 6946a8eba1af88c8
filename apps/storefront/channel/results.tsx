import { formatDateTime, formatNumber, Money, useApi, useLocale, type Output } from '@xihuo/ui';
import { useT } from '../words';

type Results = Output<'GET /campaigns/{slug}/results'>;

/** What was sold by this way. Fewer orders than the bound would tell of single buyers, so then only the bound is said. */
function ResultsView({ results }: { results: Results }) {
  const t = useT();
  const locale = useLocale();
  const { figures, fromOrders } = results;
  const count = (value: number) => formatNumber(value, locale);
  return (
    <section aria-labelledby="results" className="rounded-lg border border-line bg-surface p-5">
      <h2 id="results" className="text-lg">
        {t('results.title')}
      </h2>
      {figures ? (
        <>
          <dl className="mt-3 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
            {(
              [
                ['results.sales', <Money key="sales" value={figures.sales} />],
                ['results.refunded', <Money key="refunded" value={figures.refunded} />],
                ['results.net', <Money key="net" value={figures.net} />],
                ['results.orders', count(figures.orders)],
                ['results.packs', count(figures.packs)],
                ['results.suppliers', count(figures.suppliers)],
                ['results.counties', count(figures.counties)],
              ] as const
            ).map(([word, value]) => (
              <div key={word}>
                <dt className="text-sm text-ink-faint">{t(word)}</dt>
                <dd className="numeric text-lg font-semibold">{value}</dd>
              </div>
            ))}
          </dl>
          <p className="mt-3 text-sm text-ink-faint">
            {t('results.unofficial')} {t('results.asOf', { at: formatDateTime(figures.asOf, locale) })}
          </p>
        </>
      ) : (
        <p className="mt-2 text-ink-soft">{t('results.tooFew', { count: fromOrders })}</p>
      )}
    </section>
  );
}

export function CampaignResults({ slug }: { slug: string }) {
  const { data } = useApi('GET /campaigns/{slug}/results', { params: { slug } });
  return data ? <ResultsView results={data} /> : null;
}

/** Orders that came of what buyers asked exhibitors for. */
export function FairResults({ slug }: { slug: string }) {
  const { data } = useApi('GET /fairs/{slug}/results', { params: { slug } });
  return data ? <ResultsView results={data} /> : null;
}

export function VenueResults({ slug }: { slug: string }) {
  const { data } = useApi('GET /venues/{slug}/results', { params: { slug } });
  return data ? <ResultsView results={data} /> : null;
}
