import { usePages } from '@xihuo/ui';
import { useSay } from '../../admission/watching/today';
import { ListFile } from '../../frame/list-file';
import { Listing } from '../../frame/listing';
import { RowLink, useView } from '../../frame/views';
import { Day } from '../../frame/when';
import { useT } from '../../words';
import { ChannelList } from './frame';
import { StateBadge } from './parts';

const VIEWS = ['draft', 'published', 'cancelled'] as const;

/** All campaigns, drafts and cancelled ones too. */
export function CampaignsPage() {
  const t = useT();
  const say = useSay();
  const state = useView('state', VIEWS);
  const input = { query: state ? { state } : {} };
  const query = usePages('GET /catalogue/campaigns', input);
  return (
    <ChannelList of="campaigns" states={VIEWS}>
      <Listing
        id="campaigns"
        query={query}
        caption={t('menu.campaigns')}
        rowKey={(row) => row.id}
        empty={{ title: t('campaigns.none'), text: t('campaigns.noneText') }}
        file={<ListFile name={t('menu.campaigns')} route="GET /catalogue/campaigns" input={input} />}
        columns={[
          {
            id: 'name',
            header: t('channel.name'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/channels/campaigns/${row.id}`}>{say(row.name)}</RowLink>,
          },
          { id: 'pair', header: t('campaigns.pair'), cell: (row) => `${row.east.name} – ${row.west.name}` },
          { id: 'host', header: t('campaigns.host'), cell: (row) => row.host.name },
          { id: 'from', header: t('channel.startsOn'), cell: (row) => <Day value={row.startsOn} /> },
          { id: 'to', header: t('channel.endsOn'), cell: (row) => <Day value={row.endsOn} /> },
          { id: 'entries', header: t('campaigns.entries'), numeric: true, cell: (row) => row.entries },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={row.state} /> },
        ]}
      />
    </ChannelList>
  );
}
