import { usePages } from '@xihuo/ui';
import { Listing } from '../../frame/listing';
import { Page } from '../../frame/page';
import { useView, Views } from '../../frame/views';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { useAdjustmentColumns } from './parts';

const STATES = ['proposed', 'approved', 'posted', 'refused', 'withdrawn'] as const;

/** Adjustments by where they stand; a supplier sees its own that were approved. */
export function AdjustmentsPage() {
  const t = useT();
  const state = useView('state', STATES);
  const columns = useAdjustmentColumns('list');
  const isOfPlatform = hasRole(useMe(), ['finance', 'auditor', 'operator']);
  const query = usePages('GET /settlement/adjustments', { query: state ? { state } : {} });
  return (
    <Page title={t('menu.adjustments')} lead={t('adjustments.lead')}>
      <Views
        name="state"
        label={t('adjustments.views')}
        views={[
          { value: '', word: t('adjustments.all') },
          ...STATES.filter((one) => isOfPlatform || one === 'approved' || one === 'posted').map((value) => ({
            value,
            word: t(`adjustment.${value}`),
          })),
        ]}
      />
      <Listing
        id="adjustments"
        query={query}
        caption={t('menu.adjustments')}
        rowKey={(row) => row.id}
        empty={{ title: t('adjustments.none'), text: t('adjustments.noneText') }}
        columns={columns}
      />
    </Page>
  );
}
