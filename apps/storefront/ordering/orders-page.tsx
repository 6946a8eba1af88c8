import { Button, Dialog, EmptyState, LinkButton, Notice, useApi } from '@xihuo/ui';
import { useState } from 'react';
import { ShopSignIn } from '../account/shop-sign-in';
import { useMe } from '../account/use-me';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import { AccountOrders } from './account-orders';
import { OrderEntry } from './order-entry';
import { orderHeaders, useOrderKeys, type OrderKey } from './order-keys';

/** What the key says at once, and what the order itself says as soon as it is read. */
function KeptOrder({ orderKey }: { orderKey: OrderKey }) {
  const { id, token } = orderKey;
  const { data } = useApi('GET /orders/{id}', { params: { id }, headers: orderHeaders(token) });
  return <OrderEntry id={id} order={data} known={orderKey} />;
}

/** Orders placed without an account, as far as this browser holds their keys. */
function KeptOrders({ keys }: { keys: readonly OrderKey[] }) {
  const t = useT();
  return (
    <div className="flex flex-col gap-4">
      <Notice>{t('orders.kept')}</Notice>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface">
        {keys.map((key) => (
          <li key={key.id}>
            <KeptOrder orderKey={key} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function SignInHere() {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <div className="flex flex-wrap items-center justify-between gap-3 rounded-lg border border-line bg-surface px-5 py-3">
      <p className="text-ink-soft">{t('orders.signInText')}</p>
      <Button look="secondary" onClick={() => setOpen(true)}>
        {t('orders.signIn')}
      </Button>
      <Dialog title={t('orders.signIn')} open={open} onClose={() => setOpen(false)}>
        <ShopSignIn onSignedIn={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

/** The account's orders for whoever has one; those of guests by the keys of this browser, for everybody. */
export function OrdersPage() {
  const t = useT();
  const keys = useOrderKeys();
  const { marked } = useMe();
  return (
    <NarrowPage>
      <PageTitle>{t('nav.orders')}</PageTitle>
      <div className="flex flex-col gap-6">
        {marked ? <AccountOrders /> : <SignInHere />}
        {keys.length > 0 && <KeptOrders keys={keys} />}
        {keys.length === 0 && !marked && (
          <EmptyState title={t('orders.none')} action={<LinkButton to="/products">{t('nav.allProducts')}</LinkButton>}>
            {t('orders.noneText')}
          </EmptyState>
        )}
      </div>
    </NarrowPage>
  );
}
