import { Button, EmptyState, formatNumber, Table, useApi, useLocale } from '@xihuo/ui';
import { ListFile } from '../frame/list-file';
import { Refused, Waiting } from '../frame/whole';
import { Moment } from '../frame/when';
import { useT } from '../words';

/** What people looked for and did not find, the most asked first. */
export function SearchedInVain({ onUse }: { onUse: (word: string) => void }) {
  const t = useT();
  const locale = useLocale();
  const { data, error, refetch } = useApi('GET /search/zero-results', { query: { days: 30 } });
  return (
    <section aria-labelledby="vain">
      <h2 id="vain" className="pb-2 text-xl">
        {t('searchDesk.vain')}
      </h2>
      {error && !data && <Refused problem={error} onRetry={() => void refetch()} />}
      {!error && !data && <Waiting />}
      {data?.data.length === 0 && <EmptyState title={t('searchDesk.vainNone')} />}
      {data !== undefined && data.data.length > 0 && (
        <ListFile name={t('searchDesk.vain')} route="GET /search/zero-results" input={{ query: { days: 30 } }} />
      )}
      {data !== undefined && data.data.length > 0 && (
        <Table
          caption={t('searchDesk.vain')}
          rows={data.data}
          rowKey={(row) => [row.query, ...row.filters].join(' ')}
          columns={[
            {
              id: 'query',
              header: t('searchDesk.query'),
              rowHeader: true,
              cell: (row) => (
                <>
                  {row.query}
                  {row.filters.length > 0 && (
                    <span className="block text-sm font-normal text-ink-soft">
                      {t('searchDesk.narrowed', {
                        filters: row.filters.map((name) => t(`searchDesk.filter.${name}`)).join(t('searchDesk.and')),
                      })}
                    </span>
                  )}
                </>
              ),
            },
            {
              id: 'asked',
              header: t('searchDesk.asked'),
              numeric: true,
              cell: (row) => formatNumber(row.asked, locale),
            },
            { id: 'shown', header: t('searchDesk.shown'), cell: (row) => row.shown ?? t('searchDesk.nothing') },
            { id: 'last', header: t('searchDesk.lastAsked'), cell: (row) => <Moment value={row.lastAskedAt} /> },
            {
              id: 'acts',
              header: t('searchDesk.synonyms'),
              cell: (row) => (
                <Button look="quiet" size="small" onClick={() => onUse(row.query)}>
                  {t('searchDesk.useWord')}
                </Button>
              ),
            },
          ]}
        />
      )}
    </section>
  );
}
