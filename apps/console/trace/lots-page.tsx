import { formatNumber, useLocale, usePages } from '@xihuo/ui';
import { Listing } from '../frame/listing';
import { Page } from '../frame/page';
import { rowLink } from '../frame/views';
import { Day } from '../frame/when';
import { useT } from '../words';

/** The own lots: what came in from households, what went out in packs, and what is left to ship from. */
export function LotsPage() {
  const t = useT();
  const locale = useLocale();
  // Columns of one unit line up and fit; the shop's pages say it in jin as well.
  const kilograms = (grams: number) => formatNumber(grams / 1000, locale, 3);
  const query = usePages('GET /supplier/lots', { query: {} });
  return (
    <Page title={t('menu.lots')} lead={t('lots.lead')}>
      <Listing
        id="lots"
        query={query}
        caption={t('menu.lots')}
        rowKey={(row) => row.id}
        empty={{ title: t('lots.none'), text: t('lots.noneText') }}
        columns={[
          {
            id: 'code',
            header: t('lots.code'),
            rowHeader: true,
            // The public page of the lot is the shop's: it opens beside, so that the list stays.
            cell: (row) => (
              <a
                href={`/lots/${row.code}`}
                target="_blank"
                rel="noreferrer"
                className={`${rowLink} font-mono text-sm whitespace-nowrap`}
              >
                {row.code}
              </a>
            ),
          },
          { id: 'product', header: t('lots.product'), cell: (row) => row.productName },
          {
            id: 'produced',
            header: t('lots.produced'),
            cell: (row) => <Day value={row.producedOn} />,
          },
          {
            id: 'received',
            header: t('lots.received'),
            numeric: true,
            cell: (row) => kilograms(row.receivedGrams),
          },
          {
            id: 'shipped',
            header: t('lots.shipped'),
            numeric: true,
            cell: (row) => kilograms(row.shippedGrams),
          },
          {
            id: 'left',
            header: t('lots.left'),
            numeric: true,
            cell: (row) => kilograms(row.availableGrams),
          },
          {
            id: 'households',
            header: t('lots.households'),
            numeric: true,
            cell: (row) => formatNumber(row.households, locale),
          },
        ]}
      />
    </Page>
  );
}
