import { Badge, usePages } from '@xihuo/ui';
import { ListFile } from '../../frame/list-file';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { RowLink, useView, Views } from '../../frame/views';
import { Moment } from '../../frame/when';
import { useT } from '../../words';
import { ChangeBadge } from './change-badge';
import { useChangeActs } from './refuse-many';

const VIEWS = ['changesRequested', 'published', 'rejected'] as const;

/** Changes of listings: those that wait stand first, the longest waiting on top. */
export function ChangesPage() {
  const t = useT();
  const state = useView('state', VIEWS);
  const input = { query: { state: state ?? ('submitted' as const) } };
  const query = usePages('GET /catalogue/changes', input);
  return (
    <Page title={t('menu.changes')} lead={t('changes.lead')}>
      <Views
        name="state"
        label={t('changes.views')}
        views={[
          { value: '', word: t('changeState.submitted') },
          ...VIEWS.map((value) => ({ value, word: t(`changeState.${value}`) })),
        ]}
      />
      <Listing
        id="changes"
        query={query}
        caption={t('menu.changes')}
        rowKey={(row) => row.id}
        bulk={useChangeActs()}
        empty={{ title: t('changes.none'), text: t('changes.noneText') }}
        file={<ListFile name={t('menu.changes')} route="GET /catalogue/changes" input={input} />}
        columns={[
          {
            id: 'product',
            header: t('dossiers.product'),
            rowHeader: true,
            cell: (row) => (
              <>
                <RowLink to={`/catalogue/changes/${row.id}`}>{row.product.name}</RowLink>
                <span className="block text-sm font-normal text-ink-faint">{row.supplier.name}</span>
              </>
            ),
          },
          {
            id: 'fields',
            header: t('changes.fields'),
            cell: (row) => row.fields.map((field) => t(`changeField.${field as 'price'}`)).join('、'),
          },
          {
            id: 'words',
            header: t('changes.words'),
            cell: (row) =>
              row.blocking === 0 ? (
                <Badge tone="good">{t('changes.noWords')}</Badge>
              ) : (
                <Badge tone="bad">{t('changes.someWords', { count: row.blocking })}</Badge>
              ),
          },
          { id: 'state', header: t('list.state'), cell: (row) => <ChangeBadge state={row.state} /> },
          { id: 'submitted', header: t('changes.submitted'), cell: (row) => <Moment value={row.submittedAt} /> },
        ]}
      />
    </Page>
  );
}
