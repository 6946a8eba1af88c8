import { formatDate, useApi, useLocale, usePages, type Output } from '@xihuo/ui';
import { formatJin } from './figures';
import { BigButton, Mark, Reading } from './pieces';
import { servedByBenefit } from './served';
import { useT } from './words';
import { useDays } from './work-sheet';

type Delivery = Output<'GET /me/deliveries'>['data'][number];
type Work = Output<'GET /me/work'>['data'][number];

const tones = {
  recorded: 'attention',
  witnessed: 'attention',
  confirmed: 'good',
  uncontested: 'good',
  contested: 'bad',
  corrected: 'neutral',
  withdrawn: 'neutral',
} as const;

function DeliveryRow({ delivery }: { delivery: Delivery }) {
  const t = useT();
  const locale = useLocale();
  const { state, supplier, contest } = delivery;
  return (
    <li className="flex flex-col gap-1 py-4">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold" lang="zh-CN">
          {delivery.product.name}
        </span>
        <span className={state === 'corrected' ? 'numeric line-through' : 'numeric'}>
          {formatJin(delivery.grams, locale)}
        </span>
      </p>
      <p className="flex flex-wrap items-center gap-x-3 text-base text-ink-soft">
        <Mark tone={tones[state]}>{t(`delivery.${state}`)}</Mark>
        <span>{formatDate(delivery.deliveredOn, locale)}</span>
        <span lang="zh-CN">{supplier.name}</span>
      </p>
      {state === 'contested' && contest && (
        <p className="text-base">
          {t('farmer.youSaid', { reason: contest.reason })} {t('farmer.supplierCorrects', { supplier: supplier.name })}
        </p>
      )}
      {delivery.correctionReason && (
        <p className="text-base text-ink-soft">{t('farmer.corrected', { reason: delivery.correctionReason })}</p>
      )}
    </li>
  );
}

function WorkRow({ record }: { record: Work }) {
  const t = useT();
  const days = useDays();
  return (
    <li className="flex flex-col gap-1 py-4">
      <p className="flex flex-wrap items-baseline justify-between gap-x-4">
        <span className="font-semibold">
          {record.pieces === null
            ? t('farmer.workDays', { count: record.days })
            : t('farmer.workPieces', { count: record.pieces })}
        </span>
        <span>{days(record)}</span>
      </p>
      <p className="flex flex-wrap items-center gap-x-3 text-base text-ink-soft">
        <Mark tone={tones[record.state]}>{t(`delivery.${record.state}`)}</Mark>
        {record.worker !== record.household.displayName && <span>{t('farmer.workedBy', { name: record.worker })}</span>}
        <span lang="zh-CN">{record.supplier.name}</span>
      </p>
      {record.state === 'contested' && record.contest && (
        <p className="text-base">
          {t('farmer.youSaid', { reason: record.contest.reason })}{' '}
          {t('farmer.supplierCorrects', { supplier: record.supplier.name })}
        </p>
      )}
    </li>
  );
}

/** Those stand above, with the buttons to answer them. */
const waits = (state: string) => state === 'recorded' || state === 'witnessed';

/** What was answered, contested or corrected; a corrected line stays readable beside the one that took its place. */
export function Recent() {
  const t = useT();
  const deliveries = usePages('GET /me/deliveries', { query: { limit: 10 } });
  const work = useApi('GET /me/work', { query: { limit: 100 } }, servedByBenefit);
  const answered = (work.data?.data ?? []).filter(({ state }) => !waits(state));
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className="text-xl">
        {t('farmer.recent')}
      </h2>
      <Reading read={{ data: deliveries.rows, error: deliveries.error, refetch: () => deliveries.refetch() }}>
        {(all) => {
          const rows = all.filter(({ state }) => !waits(state));
          return (
            <>
              {rows.length + answered.length === 0 && <p className="py-3 text-ink-soft">{t('farmer.noRecent')}</p>}
              <ul className="divide-y divide-line">
                {rows.map((delivery) => (
                  <DeliveryRow key={delivery.id} delivery={delivery} />
                ))}
              </ul>
              {deliveries.hasNextPage && (
                <BigButton
                  look="secondary"
                  wide
                  pending={deliveries.isFetchingNextPage}
                  onClick={() => void deliveries.fetchNextPage()}
                >
                  {t('list.more')}
                </BigButton>
              )}
              {answered.length > 0 && (
                <ul className="divide-y divide-line border-t border-line">
                  {answered.map((record) => (
                    <WorkRow key={record.id} record={record} />
                  ))}
                </ul>
              )}
            </>
          );
        }}
      </Reading>
    </section>
  );
}
