import { Button, Card, Loading, Money, Notice, Skeleton, useLocale, useProblemText, type Output } from '@xihuo/ui';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useParams } from 'react-router';
import { NarrowPage, PageTitle } from '../frame/page-title';
import { useOrderKeys } from '../ordering/order-keys';
import { useT } from '../words';
import { backFromCashier, leaveForCashier } from './cashier-mark';
import { loadStripe, mountForm, type StripeForm } from './stripe-js';
import { useStartPayment } from './use-payment';

type Payment = Output<'POST /orders/{id}/payment'>;
type StripeAction = Extract<Payment['action'], { kind: 'stripe' }>;

/** Leaves this document, whose rules let the provider's script in, for one that does not. */
const orderPage = (id: string) => `/orders/${id}`;

/** The provider's own form in our page: what is typed there never passes through us. */
function ProviderForm({ id, action, publishableKey }: { id: string; action: StripeAction; publishableKey: string }) {
  const t = useT();
  const locale = useLocale();
  const place = useRef<HTMLDivElement>(null);
  const form = useRef<StripeForm>(null);
  const [state, setState] = useState<'loading' | 'ready' | 'paying' | 'failed'>('loading');
  const [refusal, setRefusal] = useState<string>();

  useEffect(() => {
    if (!place.current || form.current) return;
    const settings = { publishableKey, clientSecret: action.clientSecret, locale, place: place.current };
    loadStripe(window)
      .then((create) => {
        form.current = mountForm(create, settings);
        return form.current.ready;
      })
      .then(
        () => setState('ready'),
        () => setState('failed'),
      );
  }, [action.clientSecret, publishableKey, locale]);

  const pay = async (event: FormEvent) => {
    event.preventDefault();
    if (state !== 'ready' || !form.current) return;
    setState('paying');
    leaveForCashier(id);
    const refused = await form.current
      .confirm(new URL(orderPage(id), window.location.origin).href)
      .catch(() => t('pay.formFailed'));
    // Still here: it was not paid.
    backFromCashier(id);
    setRefusal(refused ?? t('pay.refused'));
    setState('ready');
  };
  if (state === 'failed') {
    return (
      <Notice urgent tone="bad" title={t('pay.formFailed')}>
        <Button look="secondary" size="small" className="mt-2" onClick={() => window.location.reload()}>
          {t('routeFailed.reload')}
        </Button>
      </Notice>
    );
  }
  return (
    <form onSubmit={(event) => void pay(event)} className="flex flex-col gap-5">
      {refusal && (
        <Notice urgent tone="bad" title={refusal}>
          {t('pay.again')}
        </Notice>
      )}
      {state === 'loading' && (
        <Loading>
          <Skeleton className="h-48" />
        </Loading>
      )}
      <div ref={place} />
      <Button
        type="submit"
        look="accent"
        size="large"
        wide
        pending={state === 'paying'}
        unavailable={state === 'loading'}
      >
        {t('pay.now')}
      </Button>
    </form>
  );
}

function Way({ id, payment }: { id: string; payment: Payment }) {
  const t = useT();
  const { action } = payment;
  useEffect(() => {
    // Paid already, or the provider has a cashier of its own: the order's page knows what to do.
    if (action?.kind !== 'stripe') window.location.replace(orderPage(id));
  }, [action, id]);
  if (action?.kind !== 'stripe') return null;
  return (
    <Card title={<Money value={payment.amount} size="large" accent />}>
      {action.publishableKey === null ? (
        <Notice tone="attention" title={t('pay.noKey')}>
          {t('pay.noKeyText')}
        </Notice>
      ) : (
        <ProviderForm id={id} action={action} publishableKey={action.publishableKey} />
      )}
    </Card>
  );
}

/** Where the real provider's form stands; its own document, so that no other page lets foreign scripts in. */
export function PayPage() {
  const t = useT();
  const problemText = useProblemText();
  const { id = '' } = useParams();
  const token = useOrderKeys().find((key) => key.id === id)?.token;
  const { begin, problem } = useStartPayment();
  const [payment, setPayment] = useState<Payment>();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    begin(id, token).then(setPayment, () => undefined);
  }, [begin, id, token]);
  return (
    <NarrowPage>
      <PageTitle>{t('pay.title')}</PageTitle>
      <div className="flex flex-col gap-4">
        {problem && <Notice urgent tone="bad" title={problemText(problem)} />}
        {!problem && !payment && (
          <Loading>
            <Skeleton className="h-64" />
          </Loading>
        )}
        {payment && <Way id={id} payment={payment} />}
        <a href={orderPage(id)} className="touch self-start text-green underline-offset-4 hover:underline">
          {t('pay.toOrder')}
        </a>
      </div>
    </NarrowPage>
  );
}
