import { formatDate, formatNumber, Money, TextLink, useApi, useLocale } from '@xihuo/ui';
import { useT } from '../words';

/** What came to farm households, with whose number it is, of which day, and where one can see it for oneself; nothing below ten households. */
export function HomeTotal() {
  const t = useT();
  const locale = useLocale();
  const { data } = useApi('GET /household-total', {});
  const total = data?.total;
  if (!total) return null;
  return (
    <section aria-labelledby="came" className="rounded-lg bg-green-wash p-4 sm:p-6">
      <h2 id="came" className="text-lg text-green-deep">
        {t('home.came')}
      </h2>
      <dl className="mt-2 flex flex-wrap gap-x-8 gap-y-2">
        <Figure term={t('home.cameSettled')}>
          <Money value={total.settled} />
        </Figure>
        {total.paid.amount !== '0' && (
          <Figure term={t('home.camePaid')}>
            <Money value={total.paid} />
          </Figure>
        )}
        <Figure term={t('home.cameHouseholds')}>
          {t('home.households', { count: formatNumber(total.households, locale) })}
        </Figure>
      </dl>
      <p className="mt-2 text-sm text-ink-soft">
        {t('home.cameSource', { day: formatDate(total.asOf, locale) })}{' '}
        <TextLink to="/lots" className="underline">
          {t('home.cameSee')}
        </TextLink>
      </p>
    </section>
  );
}

function Figure({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-sm text-ink-soft">{term}</dt>
      <dd className="numeric text-xl font-semibold text-green-deep">{children}</dd>
    </div>
  );
}
