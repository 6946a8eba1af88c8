import { Badge, Button, EmptyState, Money, Table, useApi, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { Category } from '../admission/products/category';
import { DossierBadge, RecognitionBadge } from '../admission/products/states';
import { Page } from '../frame/page';
import { RowLink } from '../frame/views';
import { Whole } from '../frame/whole';
import { useMe } from '../identity/me';
import { useT } from '../words';
import { BulkListing } from './bulk-listing';
import { WaitingPrices } from './waiting-prices';
import { NewProductDialog } from './new-product-dialog';

type Product = Output<'GET /suppliers/{supplierId}/products'>['data'][number];

/** The turn first: what the supplier itself has to do stands above what waits for others. */
const rank = ({ maySell, dossier }: Product) =>
  dossier?.state === 'correctionsRequested' ? 0 : !dossier ? 1 : !maySell ? 2 : 3;

function ProductTable({ supplierId, products }: { supplierId: string; products: readonly Product[] }) {
  const t = useT();
  return (
    <Table
      caption={t('menu.products')}
      rows={[...products].sort((one, other) => rank(one) - rank(other))}
      rowKey={(row) => row.productId}
      columns={[
        {
          id: 'product',
          header: t('order.product'),
          rowHeader: true,
          cell: (row) => <RowLink to={`/catalogue/products/${supplierId}/${row.productId}`}>{row.name.zh}</RowLink>,
        },
        { id: 'category', header: t('dossiers.category'), cell: (row) => <Category value={row.category} /> },
        {
          id: 'packs',
          header: t('ownProducts.packs'),
          cell: (row) =>
            row.packs.map(({ skuId, pack, price }) => (
              <span key={skuId} className="block whitespace-nowrap">
                {pack} <Money value={price} />
              </span>
            )),
        },
        {
          id: 'sells',
          header: t('listing.title'),
          cell: (row) => (
            <Badge tone={row.maySell ? 'good' : 'attention'}>
              {t(row.maySell ? 'listing.sells' : 'listing.sellsNot')}
            </Badge>
          ),
        },
        {
          id: 'dossier',
          header: t('menu.dossiers'),
          cell: (row) => (row.dossier ? <DossierBadge state={row.dossier.state} /> : t('ownProducts.noDossier')),
        },
        {
          id: 'recognition',
          header: t('menu.recognitions'),
          cell: (row) => (row.recognition ? <RecognitionBadge state={row.recognition.state} /> : t('list.notYet')),
        },
      ]}
    />
  );
}

function Products({ supplierId, name, shownName }: { supplierId: string; name: string; shownName: boolean }) {
  const t = useT();
  const [adding, setAdding] = useState(false);
  const query = useApi('GET /suppliers/{supplierId}/products', { params: { supplierId } });
  return (
    <section className="mb-8">
      <div className="mb-2 flex flex-wrap items-center justify-between gap-3">
        {shownName ? <h2 className="text-lg">{name}</h2> : <span />}
        <Button look="secondary" onClick={() => setAdding(true)}>
          {t('ownProducts.add')}
        </Button>
      </div>
      <BulkListing supplierId={supplierId} />
      <WaitingPrices supplierId={supplierId} />
      <Whole query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <EmptyState title={t('ownProducts.none')}>{t('ownProducts.noneText')}</EmptyState>
          ) : (
            <ProductTable supplierId={supplierId} products={data} />
          )
        }
      </Whole>
      {adding && <NewProductDialog supplierId={supplierId} onClose={() => setAdding(false)} />}
    </section>
  );
}

/** Own products, each with how far it is on its way to sale and to the mark. */
export function ProductsPage() {
  const t = useT();
  const me = useMe();
  const own = me.grants.flatMap(({ role, organisation }) =>
    role === 'supplier' && organisation ? [organisation] : [],
  );
  return (
    <Page title={t('menu.products')} lead={t('ownProducts.lead')}>
      {own.map(({ id, name }) => (
        <Products key={id} supplierId={id} name={name} shownName={own.length > 1} />
      ))}
    </Page>
  );
}
