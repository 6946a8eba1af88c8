import { usePages } from '@xihuo/ui';
import { useSay } from '../../admission/watching/today';
import { ListFile } from '../../frame/list-file';
import { Listing } from '../../frame/listing';
import { RowLink } from '../../frame/views';
import { useT } from '../../words';
import { ChannelList } from './frame';

/** Regional brands, each with how many may use it today. */
export function BrandsPage() {
  const t = useT();
  const say = useSay();
  const query = usePages('GET /catalogue/brands', {});
  return (
    <ChannelList of="brands">
      <Listing
        id="brands"
        query={query}
        caption={t('menu.brands')}
        rowKey={(row) => row.id}
        empty={{ title: t('brands.none'), text: t('brands.noneText') }}
        file={<ListFile name={t('menu.brands')} route="GET /catalogue/brands" input={{}} />}
        columns={[
          {
            id: 'name',
            header: t('channel.name'),
            rowHeader: true,
            cell: (row) => <RowLink to={`/channels/brands/${row.id}`}>{say(row.name)}</RowLink>,
          },
          { id: 'region', header: t('channel.region'), cell: (row) => row.region.name },
          { id: 'owner', header: t('brands.owner'), cell: (row) => row.ownerName },
          { id: 'holders', header: t('brands.holders'), numeric: true, cell: (row) => row.holders },
        ]}
      />
    </ChannelList>
  );
}
