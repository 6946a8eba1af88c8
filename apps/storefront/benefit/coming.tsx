import { formatDate, Money, useLocale, type Output } from '@xihuo/ui';
import { daysBetween, isNothing } from './figures';
import { useT } from './words';

type Outlook = Output<'GET /me/outlook'>;

/** When money can come, supplier by supplier: a day where there is one, else what has to happen first. */
export function Coming({ outlook: { coming, today } }: { outlook: Outlook }) {
  const t = useT();
  const locale = useLocale();
  if (coming.length === 0) return null;
  return (
    <section aria-labelledby="coming">
      <h2 id="coming" className="mb-3 text-xl">
        {t('farmer.coming')}
      </h2>
      <ul className="flex flex-col gap-3">
        {coming.map(({ supplier, open, state, on }) => {
          const days = on === null ? null : daysBetween(today, on);
          return (
            <li key={supplier.id} className="rounded-lg border border-line bg-surface p-4">
              <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                <span lang="zh-CN">{supplier.name}</span>
                <Money value={open} size="price" />
              </p>
              {on !== null && days !== null && (
                <p className="font-semibold text-green">
                  {days === 0
                    ? t('farmer.comesToday')
                    : t('farmer.comesIn', { count: days, date: formatDate(on, locale) })}
                </p>
              )}
              <p className="text-base text-ink-soft">{t(`coming.${state}`)}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What each year brought, and of what. */
export function Years({ years }: { years: Outlook['years'] }) {
  const t = useT();
  if (years.length === 0) return null;
  return (
    <section aria-labelledby="years">
      <h2 id="years" className="mb-1 text-xl">
        {t('farmer.years')}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {years.map(({ year, due, settled, paidOutside, lines, kinds }) => (
          <li key={year}>
            <details>
              <summary className="flex min-h-15 cursor-pointer items-center justify-between gap-4">
                <span className="font-semibold">{t('farmer.year', { year: String(year) })}</span>
                <Money value={due} size="price" />
              </summary>
              <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 pb-4 text-base">
                {kinds.map((kind) => (
                  <div key={kind.kind} className="contents">
                    <dt>{t(`obligation.${kind.kind}`)}</dt>
                    <dd>
                      <Money value={kind.due} />
                    </dd>
                  </div>
                ))}
                <dt className="border-t border-line pt-1 text-ink-soft">{t('farmer.yearSettled', { count: lines })}</dt>
                <dd className="border-t border-line pt-1">
                  <Money value={settled} />
                </dd>
                {!isNothing(paidOutside) && (
                  <>
                    <dt className="text-ink-soft">{t('farmer.paidOutside')}</dt>
                    <dd>
                      <Money value={paidOutside} />
                    </dd>
                  </>
                )}
              </dl>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

const SUBJECTS = ['floorPrice', 'premium', 'wage', 'rebate', 'dividend', 'surplusRefund'] as const;

/** Each kind of money in a sentence or two: where it comes from, and who decides. */
export function Explained() {
  const t = useT();
  return (
    <section aria-labelledby="explained">
      <h2 id="explained" className="mb-1 text-xl">
        {t('farmer.howItWorks')}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {SUBJECTS.map((kind) => (
          <li key={kind}>
            <details>
              <summary className="flex min-h-15 cursor-pointer items-center font-medium">
                {t(`obligation.${kind}`)}
              </summary>
              <p className="pb-4">{t(`explain.${kind}`)}</p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
