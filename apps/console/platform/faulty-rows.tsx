import { Button, Table, useApiClient, useLocale, usePages, useProblemText } from '@xihuo/ui';
import { useT } from '../words';
import { inLanguage } from '../frame/in-language';
import { Download } from '../admission/apply/steps/download';

/** Row, column, value, reason, fix: what to mend in the table before it is handed in again. */
export function FaultyRows({ importId }: { importId: string }) {
  const t = useT();
  const locale = useLocale();
  const api = useApiClient();
  const problemText = useProblemText();
  const query = usePages('GET /imports/{id}/rows', { params: { id: importId }, query: { state: 'faulty', limit: 20 } });
  const faults = (query.rows ?? []).flatMap(({ row, faults: ofRow }) =>
    ofRow.map((fault, at) => ({ ...fault, row, at })),
  );
  const file = (format: 'xlsx' | 'csv') => () =>
    api('GET /imports/{id}/error-file', { params: { id: importId }, query: { format } });
  return (
    <div>
      {query.error && <p className="text-sm text-cinnabar">{problemText(query.error)}</p>}
      <Table
        caption={t('import.faults')}
        captionShown
        rows={faults}
        rowKey={({ row, at }) => `${row}-${at}`}
        columns={[
          { id: 'row', header: t('import.row'), rowHeader: true, cell: ({ row }) => t('import.rowNth', { row }) },
          { id: 'column', header: t('import.column'), cell: ({ title }) => inLanguage(title, locale) },
          {
            id: 'value',
            header: t('import.value'),
            cell: ({ value }) => <code className="break-all">{value || '—'}</code>,
          },
          {
            id: 'reason',
            header: t('import.reason'),
            cell: ({ reason, fix }) => (
              <span>
                {inLanguage(reason, locale)}
                <span className="block text-sm text-ink-soft">{inLanguage(fix, locale)}</span>
              </span>
            ),
          },
        ]}
      />
      <div className="flex flex-wrap items-center gap-x-2 pt-2">
        {query.hasNextPage && (
          <Button
            look="secondary"
            size="small"
            pending={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {t('list.more')}
          </Button>
        )}
        <Download word={t('import.errorXlsx')} name={`${t('import.errorName')}.xlsx`} get={file('xlsx')} />
        <Download word={t('import.errorCsv')} name={`${t('import.errorName')}.csv`} get={file('csv')} />
      </div>
    </div>
  );
}
