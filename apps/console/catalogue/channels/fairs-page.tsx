import { usePages } from '@xihuo/ui';
import { useSay } from '../../admission/watching/today';
import { ListFile } from '../../frame/list-file';
import { Listing } from '../../frame/listing';
import { RowLink } from '../../frame/views';
import { Day } from '../../frame/when';
import { useT } from '../../words';
import { ChannelList } from './frame';
import { StateBadge } from './parts';

/** All fairs, drafts and cancelled ones too. */
export function FairsPage() {
  const t = useT();
  const say = useSay();
  const input = { query: {} };
  const query = usePages('GET /catalogue/fairs', input);
  return (
    <ChannelList of="fairs">
      <Listing
        id="fairs"
        query={query}
        caption={t('menu.fairs')}
        rowKey={(row) => row.id}
        empty={{ title: t('fairs.none'), text: t('fairs.noneText') }}
        file={<ListFile name={t('menu.fairs')} route="GET /catalogue/fairs" input={input} />}
        columns={[
          {
            id: 'name',
            header: t('channel.name'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/channels/fairs/${row.id}`}>{say(row.name)}</RowLink>,
          },
          { id: 'kind', header: t('channel.kind'), cell: (row) => t(`fairKind.${row.kind}`) },
          { id: 'place', header: t('fairs.place'), cell: (row) => `${row.region.name} ${row.place}` },
          { id: 'from', header: t('channel.startsOn'), cell: (row) => <Day value={row.startsOn} /> },
          { id: 'to', header: t('channel.endsOn'), cell: (row) => <Day value={row.endsOn} /> },
          { id: 'exhibitors', header: t('fairs.exhibitors'), numeric: true, cell: (row) => row.exhibitors },
          { id: 'state', header: t('list.state'), cell: (row) => <StateBadge state={row.state} /> },
        ]}
      />
    </ChannelList>
  );
}
