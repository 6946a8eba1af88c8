import { formatBasisPoints, LinkButton, useLocale, usePages, type Output } from '@xihuo/ui';
import { Link } from 'react-router';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { Day } from '../../frame/when';
import { useT } from '../../words';
import { useWeight } from '../weights';

type Part = Output<'GET /supplier/processings'>['data'][number]['inputs'][number];

function Parts({ parts }: { parts: readonly Part[] }) {
  const weight = useWeight();
  return (
    <ul>
      {parts.map((part) => (
        <li key={part.lotId}>
          {part.productName}{' '}
          <Link
            to={`/trace/lots/${part.lotId}`}
            className="font-mono text-sm text-green underline-offset-4 hover:underline"
          >
            {part.lotCode}
          </Link>
          <span className="numeric block text-sm text-ink-soft">{weight(part.grams)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What was made of the lots, the newest first: what went in, what came out, what was lost. */
export function ProcessingsPage() {
  const t = useT();
  const locale = useLocale();
  const weight = useWeight();
  const query = usePages('GET /supplier/processings', { query: {} });
  return (
    <Page
      title={t('process.list')}
      lead={t('process.listLead')}
      back={{ to: '/trace/lots', word: t('menu.lots') }}
      actions={<LinkButton to="/trace/processings/new">{t('process.title')}</LinkButton>}
    >
      <Listing
        id="processings"
        query={query}
        caption={t('process.list')}
        rowKey={(row) => row.id}
        empty={{ title: t('process.none'), text: t('process.noneText') }}
        columns={[
          { id: 'kind', header: t('process.kind'), rowHeader: true, cell: (row) => t(`process.${row.kind}`) },
          { id: 'on', header: t('process.on'), cell: (row) => <Day value={row.performedOn} /> },
          { id: 'inputs', header: t('process.inputs'), cell: (row) => <Parts parts={row.inputs} /> },
          { id: 'outputs', header: t('process.outputs'), cell: (row) => <Parts parts={row.outputs} /> },
          {
            id: 'losses',
            header: t('process.losses'),
            cell: (row) =>
              row.losses.map(({ reason, grams }) => `${t(`loss.${reason}`)} ${weight(grams)}`).join('；') ||
              t('list.notYet'),
          },
          {
            id: 'yield',
            header: t('process.share'),
            numeric: true,
            cell: (row) => formatBasisPoints(row.yieldBp, locale),
          },
        ]}
      />
    </Page>
  );
}
