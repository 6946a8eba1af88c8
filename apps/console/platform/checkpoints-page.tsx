import { formatNumber, LinkButton, useLocale, usePages } from '@xihuo/ui';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { Moment } from '../frame/when';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';
import { Hash } from './hash';

/** The published heads of the audit chain: whoever keeps a copy notices if the past is rewritten. */
export function CheckpointsPage() {
  const t = useT();
  const locale = useLocale();
  const me = useMe();
  const query = usePages('GET /audit/checkpoints', { query: {} });
  return (
    <Page
      title={t('menu.checkpoints')}
      lead={t('checkpoints.lead')}
      actions={
        hasRole(me, ['auditor', 'finance']) && (
          <LinkButton look="secondary" to="/ledger/checks">
            {t('books.checks')}
          </LinkButton>
        )
      }
    >
      <Listing
        id="checkpoints"
        query={query}
        caption={t('menu.checkpoints')}
        rowKey={(row) => row.position}
        empty={{ title: t('checkpoints.none'), text: t('checkpoints.noneText') }}
        columns={[
          {
            id: 'position',
            header: t('audit.position'),
            rowHeader: true,
            cell: (row) => <span className="numeric block min-w-10">{row.position}</span>,
          },
          { id: 'sealed', header: t('checkpoints.sealed'), cell: (row) => <Moment value={row.sealedAt} /> },
          {
            id: 'entries',
            header: t('checkpoints.entries'),
            numeric: true,
            cell: (row) => formatNumber(row.entries, locale),
          },
          { id: 'head', header: t('checkpoints.head'), cell: (row) => <Hash value={row.headHash} /> },
        ]}
      />
    </Page>
  );
}
