import {
  ApiProblem,
  Button,
  Card,
  EmptyState,
  FormErrors,
  LinkButton,
  Money,
  Notice,
  TextLink,
  useProblemText,
  type FormFault,
} from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useName } from '../catalogue/use-name';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { LegalNote } from '../frame/legal-note';
import { useT } from '../words';
import { canBuy, change, total, type CheckedItem, type ServerCart } from './cart';
import { updateCart } from './cart-store';
import { InvoiceWish, Items } from './checkout-items';
import { Coupons, type CouponChoice } from './coupons';
import { ReceiverFields, type DeliveryFormProps } from './delivery-form';
import { DeliveryPart } from './delivery-part';
import {
  faultsOf,
  keptDelivery,
  updateDelivery,
  type DeliveryDraft,
  type DeliveryFaults,
  type DeliveryField,
} from './delivery';
import { bodyOf, type Remarks } from './order-body';
import { keptPayer, payerFaults, payerFaultWords, payerFieldId, payerOf } from './invoice-payer';
import { PickupChoice, usePoints, type Point } from './pickup-choice';
import { faultyLines } from './price-change';
import { PriceDialog } from './price-dialog';
import { OrderSums } from './sums';
import { useCheckedCart } from './use-checked-cart';
import { usePlaceOrder } from './use-place-order';

/** Why the order was not placed and, where single goods are the cause, which: they can be changed in the cart. */
function Refusal({ problem, items }: { problem: ApiProblem; items: readonly CheckedItem[] }) {
  const t = useT();
  const name = useName();
  const problemText = useProblemText();
  const concerned = faultyLines(problem).flatMap((place) => items[place] ?? []);
  return (
    <Notice urgent tone="bad" title={problemText(problem)}>
      {concerned.length > 0 && (
        <>
          <ul className="list-disc ps-5">
            {concerned.map((item) => (
              <li key={item.skuId}>{name(item.name)}</li>
            ))}
          </ul>
          <TextLink to="/cart">{t('checkout.changeCart')}</TextLink>
        </>
      )}
      {problem.traceId && <p className="font-mono text-sm select-all">{problem.traceId}</p>}
    </Notice>
  );
}

const faultWords = {
  name: { missing: 'address.name.missing', malformed: 'address.name.missing' },
  phone: { missing: 'address.phone.missing', malformed: 'address.phone.malformed' },
  region: { missing: 'address.region.missing', malformed: 'address.region.missing' },
  address: { missing: 'address.address.missing', malformed: 'address.address.missing' },
} as const;

/** Server faults come by JSON pointer: /delivery/phone belongs to the phone's field. */
function serverFaults(problem: unknown): Partial<Record<DeliveryField, string>> {
  if (!(problem instanceof ApiProblem)) return {};
  const named = problem.errors.map(({ pointer, message }) => [pointer.split('/').pop(), message] as const);
  const faults = Object.fromEntries(named) as Record<string, string>;
  if (problem.code === 'REGION_NOT_DELIVERABLE') faults['region'] = problem.title;
  const { regionCode, region = regionCode, address, name, phone } = faults;
  return { region, address, name, phone };
}

/** From the first attempt on, a fault goes as soon as it is mended. */
function useFaults(
  draft: DeliveryDraft,
  isFetched: boolean,
  { attempt, problem, isNowhere }: { attempt: number; problem: unknown; isNowhere: boolean },
) {
  const t = useT();
  const shown: DeliveryFaults = attempt > 0 ? faultsOf(draft, isFetched) : {};
  const messages: Partial<Record<DeliveryField, string>> = { ...serverFaults(problem) };
  for (const [field, kind] of Object.entries(shown) as [DeliveryField, 'missing' | 'malformed'][]) {
    messages[field] = t(faultWords[field][kind]);
  }
  if (isNowhere && attempt > 0 && draft.regionCode !== null) messages.region ??= t('cart.notServed');
  const payer = keptPayer.use();
  const faults: FormFault[] = Object.entries(messages).flatMap(([field, message]) =>
    message ? [{ field, message }] : [],
  );
  for (const field of attempt > 0 ? payerFaults(payer) : [])
    faults.push({ field: payerFieldId(field), message: t(payerFaultWords[field]) });
  return { faults, messages };
}

function PayBar({ amount, pending }: { amount: ReturnType<typeof total>; pending: boolean }) {
  const t = useT();
  return (
    <div className="sticky bottom-0 z-30 -mx-4 flex items-center justify-between gap-4 border-t border-line bg-surface px-4 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:mx-0 sm:rounded-lg sm:border sm:bottom-4">
      <p>
        <span className="block text-sm text-ink-faint">{t('checkout.toPay')}</span>
        <Money value={amount} size="price" accent />
      </p>
      <Button type="submit" look="accent" size="large" pending={pending}>
        {t('checkout.submit')}
      </Button>
    </div>
  );
}

function NothingChosen() {
  const t = useT();
  return (
    <NarrowPage>
      <PageTitle>{t('checkout.title')}</PageTitle>
      <EmptyState title={t('checkout.nothing')} action={<LinkButton to="/cart">{t('nav.cart')}</LinkButton>} />
    </NarrowPage>
  );
}

/** The form stays, so that another address can be named: these are not part of the order that is placed. */
function Unserved({ items }: { items: readonly CheckedItem[] }) {
  const t = useT();
  const name = useName();
  return (
    <Notice tone="attention" title={t('cart.notServed')}>
      {t('checkout.unserved', { goods: items.map((item) => name(item.name)).join('、') })}
    </Notice>
  );
}

/** To whom it goes, and whether it is sent there or fetched. */
function Receiving({
  draft,
  messages,
  points,
  point,
  onChoose,
}: Omit<DeliveryFormProps, 'onChange'> & {
  points: readonly Point[];
  point: Point | null;
  onChoose: (slug: string | null) => void;
}) {
  const t = useT();
  return (
    <Card title={t(point ? 'pickup.who' : 'address.title')}>
      <div className="flex flex-col gap-4">
        {points.length > 0 && <PickupChoice points={points} chosen={point?.slug ?? null} onChoose={onChoose} />}
        {point ? (
          <ReceiverFields {...{ draft, messages }} onChange={updateDelivery} />
        ) : (
          <DeliveryPart {...{ draft, messages }} />
        )}
      </div>
    </Card>
  );
}

/** All that is being chosen and filled in, and what becomes of it. */
function useCheckout() {
  const [choice, setChoice] = useState<CouponChoice>(null);
  const [pickup, setPickup] = useState<string | null>(null);
  const checked = useCheckedCart(choice, pickup);
  const { view } = checked;
  const items = checked.items.filter((item) => item.selected && canBuy(item));
  const unserved = checked.items.filter((item) => item.selected && item.state === 'notServed');
  // Whatever is fetched is served: what cannot be sent is among what a point has to have.
  const points = usePoints([...items, ...unserved].map(({ skuId }) => skuId));
  const point = points.find(({ slug }) => slug === pickup) ?? null;
  const draft = keptDelivery.use();
  const [remarks, setRemarks] = useState<Remarks>({});
  const [attempt, setAttempt] = useState(0);
  const payer = keptPayer.use();
  const order = usePlaceOrder();
  const place = async (chosen: readonly CheckedItem[], shown: Pick<ServerCart, 'amount' | 'couponsUsed'> | null) => {
    if (!(await order.submit(bodyOf(chosen, { draft, point, remarks }, shown), payerOf(payer))))
      setAttempt((before) => before + 1);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const isWhole = Object.keys(faultsOf(draft, point !== null)).length === 0 && payerFaults(payer).length === 0;
    if (isWhole && items.length > 0) void place(items, view);
    else setAttempt(attempt + 1);
  };
  const acceptPrices = () => {
    for (const { skuId, new: seenPrice } of order.changes ?? []) {
      updateCart((cart) => change(cart, [skuId], { seenPrice }));
    }
    const accepted = items.map((item) => ({
      ...item,
      state: 'ok' as const,
      price: order.changes?.find(({ skuId }) => skuId === item.skuId)?.new ?? item.price,
    }));
    const shown = order.totalChange && { amount: order.totalChange.new, couponsUsed: view?.couponsUsed ?? [] };
    order.dismiss();
    void place(accepted, shown);
  };
  return {
    ...{ choice, setChoice, setPickup, checked, view, items, unserved, points, point },
    ...{ draft, remarks, setRemarks, attempt, order, submit, acceptPrices },
  };
}

export function CheckoutPage() {
  const t = useT();
  const form = useCheckout();
  const { view, items, unserved, point, draft, attempt, order, checked } = form;
  const problem = order.changes === null ? order.problem : null;
  const { faults, messages } = useFaults(draft, point !== null, { attempt, problem, isNowhere: items.length === 0 });
  if (items.length + unserved.length === 0 && !order.pending) return <NothingChosen />;
  return (
    <NarrowPage>
      <PageTitle>{t('checkout.title')}</PageTitle>
      <form noValidate onSubmit={form.submit} className="flex flex-col gap-4">
        <FormErrors faults={faults} attempt={attempt} />
        {problem && faults.length === 0 && <Refusal problem={problem} items={items} />}
        <Receiving {...{ draft, messages, points: form.points, point }} onChoose={form.setPickup} />
        {unserved.length > 0 && <Unserved items={unserved} />}
        {items.length > 0 && (
          <Items
            items={items}
            view={view}
            remarks={form.remarks}
            onRemark={(supplierId, words) => form.setRemarks({ ...form.remarks, [supplierId]: words })}
          />
        )}
        {view && <Coupons view={view} choice={form.choice} onChoose={form.setChoice} />}
        <InvoiceWish isTried={attempt > 0} />
        {view && (
          <Card title={t('order.amount')}>
            <OrderSums view={view} />
          </Card>
        )}
        <p className="text-sm text-ink-faint">{t('checkout.split')}</p>
        <LegalNote>{t('checkout.agree')}</LegalNote>
        <PayBar
          amount={view?.amount ?? total(items)}
          pending={order.pending || (checked.checking && !checked.problem)}
        />
      </form>
      <PriceDialog
        changes={order.changes}
        total={order.totalChange}
        items={items}
        onAccept={form.acceptPrices}
        onClose={order.dismiss}
      />
    </NarrowPage>
  );
}
