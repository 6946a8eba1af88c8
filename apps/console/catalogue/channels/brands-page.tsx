import { EmptyState, Table, useApi } from '@xihuo/ui';
import { useSay } from '../../admission/watching/today';
import { ListFile } from '../../frame/list-file';
import { RowLink } from '../../frame/views';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { ChannelList } from './frame';

/** Regional brands, each with how many may use it today. */
export function BrandsPage() {
  const t = useT();
  const say = useSay();
  const query = useApi('GET /catalogue/brands', {});
  return (
    <ChannelList of="brands">
      <Whole query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState title={t('brands.none')}>{t('brands.noneText')}</EmptyState>
          ) : (
            <>
              <ListFile name={t('menu.brands')} route="GET /catalogue/brands" input={{}} />
              <Table
                caption={t('menu.brands')}
                rows={data}
                rowKey={(row) => row.id}
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
            </>
          )
        }
      </Whole>
    </ChannelList>
  );
}
