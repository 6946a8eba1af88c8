import { usePages } from '@xihuo/ui';
import { useSay } from '../../admission/watching/today';
import { ListFile } from '../../frame/list-file';
import { Listing } from '../../frame/listing';
import { RowLink, useView } from '../../frame/views';
import { useT } from '../../words';
import { ChannelList } from './frame';
import { StateBadge } from './parts';

const VIEWS = ['draft', 'open', 'closed'] as const;

/** All venues, drafts and closed ones too. */
export function VenuesPage() {
  const t = useT();
  const say = useSay();
  const state = useView('state', VIEWS);
  const input = { query: state ? { state } : {} };
  const query = usePages('GET /catalogue/venues', input);
  return (
    <ChannelList of="venues" states={VIEWS}>
      <Listing
        id="venues"
        query={query}
        caption={t('menu.venues')}
        rowKey={(row) => row.id}
        empty={{ title: t('venues.none'), text: t('venues.noneText') }}
        file={<ListFile name={t('menu.venues')} route="GET /catalogue/venues" input={input} />}
        columns={[
          {
            id: 'name',
            header: t('channel.name'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/channels/venues/${row.id}`}>{say(row.name)}</RowLink>,
          },
          { id: 'kind', header: t('channel.kind'), cell: (row) => t(`venueKind.${row.kind}`) },
          { id: 'region', header: t('channel.region'), cell: (row) => row.region.name },
          { id: 'operator', header: t('venues.operator'), cell: (row) => row.operatorName || t('list.notYet') },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={row.state} /> },
        ]}
      />
    </ChannelList>
  );
}
