import { Button, Checkbox, EmptyState, formatMoney, LinkButton, Money, Notice, TextLink } from '@xihuo/ui';
import { useMe } from '../account/use-me';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useT } from '../words';
import {
  bySupplier,
  canBuy,
  change,
  isValid,
  MOST_LINES,
  total,
  type CheckedItem,
  type ServerCart,
  type SupplierGroup,
} from './cart';
import { CartLine } from './cart-line';
import { cartCopy, updateCart, useRefused } from './cart-store';
import { Coupons } from './coupons';
import { GroupSums } from './sums';
import { takeOut } from './taken-out';
import { Undo } from './undo';
import { useCheckedCart } from './use-checked-cart';

function Group({ group, view }: { group: SupplierGroup; view: ServerCart | null }) {
  const t = useT();
  const ids = group.items.map((item) => item.skuId);
  const chosen = group.items.filter((item) => item.selected && canBuy(item));
  const priced = view?.groups.find(({ supplier }) => supplier.id === group.supplier.id);
  return (
    <section aria-label={group.supplier.name} className="rounded-lg border border-line bg-surface">
      <header className="border-b border-line px-3">
        <Checkbox
          checked={group.items.every((item) => item.selected)}
          onChange={(event) => updateCart((cart) => change(cart, ids, { selected: event.target.checked }))}
        >
          <span lang="zh-CN" className="font-medium">
            {group.supplier.name}
          </span>
        </Checkbox>
      </header>
      <ul className="divide-y divide-line pe-3">
        {group.items.map((item) => (
          <CartLine key={item.skuId} item={item} />
        ))}
      </ul>
      <div className="border-t border-line px-3 py-2">
        {priced && <GroupSums group={priced} region={view?.region ?? null} />}
        <p className="text-end text-sm text-ink-faint">
          {t('cart.subtotal')} <Money value={priced?.amount ?? total(chosen)} />
        </p>
      </div>
    </section>
  );
}

/** What can no longer be bought keeps its place at the end, until it is cleared or comes back. */
function Invalid({ items }: { items: readonly CheckedItem[] }) {
  const t = useT();
  if (items.length === 0) return null;
  return (
    <section aria-label={t('cart.invalid')} className="rounded-lg border border-line bg-sunken">
      <header className="flex items-center justify-between border-b border-line px-4">
        <h2 className="py-2 text-base">{t('cart.invalid')}</h2>
        <Button look="quiet" size="small" onClick={() => takeOut(items)}>
          {t('cart.clearInvalid')}
        </Button>
      </header>
      <ul className="divide-y divide-line pe-3">
        {items.map((item) => (
          <CartLine key={item.skuId} item={item} />
        ))}
      </ul>
    </section>
  );
}

function Totals({ items, view }: { items: readonly CheckedItem[]; view: ServerCart | null }) {
  const t = useT();
  const saved = view && view.discount.amount !== '0' ? t('sums.saved', { amount: formatMoney(view.discount) }) : null;
  const freight =
    view && view.freight.amount !== '0' ? t('sums.withFreight', { amount: formatMoney(view.freight) }) : null;
  const chosen = items.filter((item) => item.selected && canBuy(item));
  // A price that moved is bought at only once somebody said so.
  const isUnseen = chosen.some(({ state }) => state === 'priceChanged');
  const suppliers = new Set(chosen.map((item) => item.supplier.id)).size;
  return (
    <div className="sticky bottom-0 z-30 -mx-4 mt-2 border-t border-line bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:mx-0 sm:rounded-lg sm:border sm:bottom-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p aria-live="polite">
          <span className="block text-sm text-ink-faint">
            {chosen.length > 0 ? t('cart.chosen', { count: chosen.length, suppliers }) : t('cart.chooseSome')}
          </span>
          <Money value={view?.amount ?? total(chosen)} size="price" accent />
          <span className="block text-sm text-ink-soft">{[saved, freight].filter(Boolean).join(' · ')}</span>
        </p>
        {chosen.length > 0 && !isUnseen ? (
          <LinkButton look="accent" to="/checkout">
            {t('cart.checkout')}
          </LinkButton>
        ) : (
          <Button look="accent" unavailable>
            {t('cart.checkout')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** All that can be bought, at one press; pressed again, none of it. */
function ChooseAll({ items }: { items: readonly CheckedItem[] }) {
  const t = useT();
  const can = items.filter(canBuy);
  if (can.length < 2) return null;
  const ids = can.map(({ skuId }) => skuId);
  return (
    <div className="flex items-center px-3">
      <Checkbox
        checked={can.every(({ selected }) => selected)}
        onChange={(event) => updateCart((cart) => change(cart, ids, { selected: event.target.checked }))}
      >
        {t('cart.chooseAll', { count: can.length })}
      </Checkbox>
    </div>
  );
}

/** Said where the server would not have a change; the cart then shows what stands there. */
function Refused() {
  const t = useT();
  const refused = useRefused();
  if (refused === '') return null;
  return (
    <Notice tone="bad" title={t(refused === 'CART_FULL' ? 'cart.full' : 'cart.tooOften')}>
      <Button look="secondary" size="small" onClick={() => cartCopy.refused.set('')}>
        {t('cart.understood')}
      </Button>
    </Notice>
  );
}

function PricesChanged({ changed }: { changed: readonly CheckedItem[] }) {
  const t = useT();
  if (changed.length === 0) return null;
  const accept = () =>
    updateCart((cart) => changed.reduce((next, { skuId, price }) => change(next, [skuId], { seenPrice: price }), cart));
  return (
    <Notice tone="attention" title={t('cart.pricesChanged')}>
      <Button look="secondary" size="small" onClick={accept}>
        {t('cart.acceptPrices')}
      </Button>
    </Notice>
  );
}

/** Whoever buys for an organisation takes the same goods over there: at its tier prices, on its terms. */
function ForOrganisation() {
  const t = useT();
  const { query } = useMe();
  if (!query.data?.grants.some(({ role }) => role === 'businessBuyer')) return null;
  return (
    <p className="text-end">
      <TextLink to="/business">{t('cart.forOrganisation')}</TextLink>
    </p>
  );
}

export function CartPage() {
  const t = useT();
  const { items, view, problem } = useCheckedCart();
  const valid = items.filter(isValid);
  return (
    <NarrowPage>
      <PageTitle>{t('nav.cart')}</PageTitle>
      {items.length === 0 ? (
        <div className="flex flex-col gap-4">
          <Refused />
          <Undo />
          <EmptyState title={t('cart.empty')} action={<LinkButton to="/products">{t('nav.allProducts')}</LinkButton>}>
            {t('cart.emptyText')}
          </EmptyState>
        </div>
      ) : (
        <div className="flex flex-col gap-4">
          {problem && <Notice tone="attention">{t('cart.notAsked')}</Notice>}
          {items.length > MOST_LINES && <Notice tone="bad">{t('cart.full')}</Notice>}
          <Refused />
          <Undo />
          <ChooseAll items={valid} />
          <PricesChanged changed={valid.filter(({ state }) => state === 'priceChanged')} />
          {bySupplier(valid).map((group) => (
            <Group key={group.supplier.id} group={group} view={view} />
          ))}
          <Invalid items={items.filter((item) => !isValid(item))} />
          <ForOrganisation />
          {view && <Coupons view={view} choice={null} />}
          <Totals items={items} view={view} />
        </div>
      )}
    </NarrowPage>
  );
}
