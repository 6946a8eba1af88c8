import { Card, Table, usePages } from '@xihuo/ui';
import { useT } from '../../words';
import { ActButton, type Act } from '../watching/act';
import { LabResults } from '../watching/spot-check-page';
import { StateBadge, type Sample } from '../watching/states';
import { Until } from '../watching/today';

function Retest({ sample: { id, version } }: { sample: Sample }) {
  const t = useT();
  const act: Act<'POST /supplier/samples/{id}/retest'> = {
    route: 'POST /supplier/samples/{id}/retest',
    ...{ word: t('own.retest'), lead: t('own.retest.lead'), done: t('own.retest.done'), fields: [] },
    input: () => ({ params: { id }, version }),
  };
  return <ActButton act={act} size="small" />;
}

/** Samples of the own products: what was measured, and until when another laboratory may be asked for. */
export function OwnSamples() {
  const t = useT();
  const { rows } = usePages('GET /supplier/samples', { query: {} });
  if (!rows || rows.length === 0) return null;
  return (
    <Card title={t('watch.spotChecks')}>
      <Table
        caption={t('watch.spotChecks')}
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { id: 'product', header: t('watch.product'), rowHeader: true, cell: (row) => row.productName ?? row.lotCode },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={`sample.${row.state}`} /> },
          { id: 'report', header: t('sample.report'), cell: (row) => <LabResults sample={row} /> },
          {
            id: 'until',
            header: t('sample.retestUntil'),
            cell: (row) => <Until day={row.retestUntil} settled={row.retestId !== null} />,
          },
          {
            id: 'act',
            header: t('list.act'),
            cell: (row) => row.state === 'failed' && row.retestUntil && !row.retestId && <Retest sample={row} />,
          },
        ]}
      />
    </Card>
  );
}
