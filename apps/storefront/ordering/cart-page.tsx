import { Badge, Button, Checkbox, EmptyState, formatMoney, LinkButton, Money, Notice, NumberStepper } from '@xihuo/ui';
import { Link } from 'react-router';
import { productHref } from '../channel/via';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useName } from '../catalogue/use-name';
import { Tile } from '../pictures/tile';
import { useT } from '../words';
import {
  bySupplier,
  canBuy,
  change,
  isValid,
  MAX_QUANTITY,
  MOST_LINES,
  remove,
  total,
  type CheckedItem,
  type ServerCart,
  type SupplierGroup,
} from './cart';
import { updateCart } from './cart-store';
import { GroupSums } from './sums';
import { useCheckedCart } from './use-checked-cart';

function PriceNote({ item }: { item: CheckedItem }) {
  const t = useT();
  if (item.state === 'priceChanged') {
    return (
      <p className="text-sm text-amber">
        {t('cart.priceWas')}{' '}
        <del>
          <Money value={item.seenPrice} />
        </del>{' '}
        {t('cart.priceNow')} <Money value={item.price} />
      </p>
    );
  }
  if (item.state === 'tooFew') {
    return <p className="text-sm text-amber">{t('cart.onlyLeft', { count: item.available ?? 0 })}</p>;
  }
  if (item.state === 'notServed') return <Badge tone="bad">{t('cart.notServed')}</Badge>;
  if (item.state === 'out') return <Badge>{t('stock.out')}</Badge>;
  if (item.state === 'notForSale') return <Badge tone="bad">{t('stock.notForSale')}</Badge>;
  return null;
}

function Line({ item }: { item: CheckedItem }) {
  const t = useT();
  const name = useName();
  const can = canBuy(item);
  return (
    <li className="grid grid-cols-[auto_4rem_minmax(0,1fr)] items-start gap-x-3 py-4 max-sm:in-data-elder:grid-cols-[auto_minmax(0,1fr)]">
      <label className="flex min-h-target min-w-target cursor-pointer items-center justify-center">
        <input
          type="checkbox"
          aria-label={t('cart.select', { name: name(item.name) })}
          className="size-5 accent-green"
          checked={item.selected && can}
          disabled={!can}
          onChange={(event) => updateCart((cart) => change(cart, [item.skuId], { selected: event.target.checked }))}
        />
      </label>
      <Tile category={item.category} name={item.name.zh} className="size-16 rounded-md max-sm:in-data-elder:hidden" />
      <div className="flex min-w-0 flex-col">
        <div className="flex items-start justify-between gap-3">
          <Link
            to={productHref(item.slug, item.via, item.supplier.id)}
            className="touch font-medium underline-offset-4 hover:underline"
          >
            <span>
              {name(item.name)} <span className="font-normal whitespace-nowrap text-ink-faint">{item.pack}</span>
            </span>
          </Link>
          <Button
            look="quiet"
            size="small"
            className="-me-3 shrink-0"
            aria-label={t('cart.removeItem', { name: name(item.name) })}
            onClick={() => updateCart((cart) => remove(cart, [item.skuId]))}
          >
            {t('cart.remove')}
          </Button>
        </div>
        <PriceNote item={item} />
        <div className="flex flex-wrap items-center justify-between gap-x-2 gap-y-1">
          <Money value={item.price} accent={can} />
          {isValid(item) && (
            <NumberStepper
              size="small"
              label={t('cart.quantityOf', { name: name(item.name) })}
              value={item.quantity}
              max={MAX_QUANTITY}
              onChange={(quantity) => updateCart((cart) => change(cart, [item.skuId], { quantity }))}
            />
          )}
        </div>
      </div>
    </li>
  );
}

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
          <Line key={item.skuId} item={item} />
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
        <Button
          look="quiet"
          size="small"
          onClick={() =>
            updateCart((cart) =>
              remove(
                cart,
                items.map((item) => item.skuId),
              ),
            )
          }
        >
          {t('cart.clearInvalid')}
        </Button>
      </header>
      <ul className="divide-y divide-line pe-3">
        {items.map((item) => (
          <Line key={item.skuId} item={item} />
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
        {chosen.length > 0 ? (
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

/** A price that moved is bought at only once somebody said so. */
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

export function CartPage() {
  const t = useT();
  const { items, view, problem } = useCheckedCart();
  const valid = items.filter(isValid);
  return (
    <NarrowPage>
      <PageTitle>{t('nav.cart')}</PageTitle>
      {items.length === 0 ? (
        <EmptyState title={t('cart.empty')} action={<LinkButton to="/products">{t('nav.allProducts')}</LinkButton>}>
          {t('cart.emptyText')}
        </EmptyState>
      ) : (
        <div className="flex flex-col gap-4">
          {problem && <Notice tone="attention">{t('cart.notAsked')}</Notice>}
          {items.length > MOST_LINES && <Notice tone="bad">{t('cart.full')}</Notice>}
          <PricesChanged changed={valid.filter(({ state }) => state === 'priceChanged')} />
          {bySupplier(valid).map((group) => (
            <Group key={group.supplier.id} group={group} view={view} />
          ))}
          <Invalid items={items.filter((item) => !isValid(item))} />
          <Totals items={items} view={view} />
        </div>
      )}
    </NarrowPage>
  );
}
