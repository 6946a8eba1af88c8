import { usePages } from '@xihuo/ui';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { Moment } from '../frame/when';
import { useT } from '../words';
import { Hash } from './hash';

/** The chain itself: each entry carries the hash of the one before it. */
export function EntriesPage() {
  const t = useT();
  const query = usePages('GET /audit/entries', { query: {} });
  return (
    <Page title={t('menu.entries')} lead={t('entries.lead')}>
      <Listing
        id="entries"
        query={query}
        caption={t('menu.entries')}
        rowKey={(row) => row.position}
        empty={{ title: t('entries.none'), text: t('entries.noneText') }}
        columns={[
          {
            id: 'position',
            header: t('audit.position'),
            rowHeader: true,
            cell: (row) => <span className="numeric block min-w-10">{row.position}</span>,
          },
          { id: 'at', header: t('entries.at'), cell: (row) => <Moment value={row.at} /> },
          { id: 'payload', header: t('entries.payload'), cell: (row) => <Hash value={row.payloadHash} /> },
          { id: 'previous', header: t('entries.previous'), cell: (row) => <Hash value={row.previousHash} /> },
          { id: 'hash', header: t('entries.hash'), cell: (row) => <Hash value={row.hash} /> },
        ]}
      />
    </Page>
  );
}
