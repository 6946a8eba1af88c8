import { usePages } from '@xihuo/ui';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { RowLink, useView, Views } from '../../frame/views';
import { Day } from '../../frame/when';
import { useT } from '../../words';
import { useStampActs } from './stamp-many';
import { RecognitionBadge } from './states';

const VIEWS = [
  'submitted',
  'countyStamped',
  'publicNotice',
  'recognised',
  'correctionsRequested',
  'rejected',
  'lapsed',
  'revoked',
] as const;

/** Recognitions of products (产品认定): from the request over the county's stamp and the public's days to the term. */
export function RecognitionsPage() {
  const t = useT();
  const state = useView('state', VIEWS);
  const query = usePages('GET /admission/recognitions', { query: state ? { state } : {} });
  return (
    <Page title={t('menu.recognitions')} lead={t('recognitions.lead')}>
      <Views
        name="state"
        label={t('recognitions.views')}
        views={[
          { value: '', word: t('list.all') },
          ...VIEWS.map((value) => ({ value, word: t(`recognition.${value}`) })),
        ]}
      />
      <Listing
        id="recognitions"
        query={query}
        caption={t('menu.recognitions')}
        bulk={useStampActs()}
        rowKey={(row) => row.id}
        empty={{ title: t('recognitions.none'), text: t('recognitions.noneText') }}
        columns={[
          {
            id: 'product',
            header: t('dossiers.product'),
            rowHeader: true,
            cell: (row) => (
              <>
                <RowLink to={`/admission/recognitions/${row.id}`}>{row.product.name}</RowLink>
                <span className="block text-sm font-normal text-ink-faint">{row.supplier.name}</span>
              </>
            ),
          },
          {
            id: 'county',
            header: t('applications.county'),
            cell: (row) => `${row.county.provinceName} ${row.county.name}`,
          },
          { id: 'issuer', header: t('recognition.issuer'), cell: (row) => row.issuer.name },
          { id: 'state', header: t('list.state'), cell: (row) => <RecognitionBadge state={row.state} /> },
          { id: 'asked', header: t('recognition.asked'), cell: (row) => <Day value={row.submittedAt} /> },
          { id: 'until', header: t('recognition.validUntil'), cell: (row) => <Day value={row.validUntil} /> },
        ]}
      />
    </Page>
  );
}
