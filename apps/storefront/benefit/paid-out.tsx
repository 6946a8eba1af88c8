import { formatDate, Money, useApi, useLocale, usePages, type Output, type Tone } from '@xihuo/ui';
import { cameBack, useCameBackWords } from './came-back';
import { isNothing } from './figures';
import { BigButton, Mark, Reading } from './pieces';
import { useT } from './words';

type Paid = Output<'GET /me/payouts'>;
type Payment = Paid['data'][number];

const TONES: Record<Payment['state'], Tone> = { setAside: 'attention', paid: 'good', failed: 'bad', returned: 'bad' };

function Sums({ paid }: { paid: Paid }) {
  const t = useT();
  const parts = [
    { word: t('farmer.paidThisYear'), value: paid.paidThisYear },
    ...(isNothing(paid.underWay) ? [] : [{ word: t('farmer.payingOut'), value: paid.underWay }]),
    { word: t('farmer.stillToPay'), value: paid.due },
  ];
  return (
    <dl className="grid grid-cols-2 gap-3">
      <div className="col-span-2 rounded-lg bg-green-wash p-5">
        <dt>{t('farmer.paidThisMonth')}</dt>
        <dd>
          <Money value={paid.paidThisMonth} size="large" />
        </dd>
      </div>
      {parts.map(({ word, value }) => (
        <div key={word} className="rounded-lg border border-line bg-surface p-4 last:even:col-span-2">
          <dt className="text-base">{word}</dt>
          <dd>
            <Money value={value} size="price" />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Where the money goes, and what is to be done where it cannot go. */
function Card(paid: Paid) {
  const t = useT();
  const words = useCameBackWords();
  const { account, waiting } = paid;
  const back = cameBack(paid);
  const locale = useLocale();
  return (
    <>
      {account === null && waiting === null && <p className="text-cinnabar">{t('farmer.cardNone')}</p>}
      {account?.state === 'confirmed' && (
        <p lang="zh-CN">{t('farmer.cardIs', { bank: account.bankName, tail: account.numberTail })}</p>
      )}
      {account?.state === 'returned' && waiting === null && (
        <p className="text-cinnabar">{back ? words(back) : t('farmer.cardReturned', { tail: account.numberTail })}</p>
      )}
      {waiting && (
        <p className="text-amber">
          {t('farmer.cardWaiting', { tail: waiting.numberTail, day: formatDate(waiting.heldUntil, locale) })}
        </p>
      )}
      <a
        href="#/card"
        className="flex min-h-15 items-center justify-center rounded-md border-2 border-green px-5 text-xl font-semibold text-green"
      >
        {t(waiting ? 'farmer.seeCard' : account?.state === 'confirmed' ? 'farmer.changeCard' : 'farmer.nameCard')}
      </a>
    </>
  );
}

function Line({ payment }: { payment: Payment }) {
  const t = useT();
  const locale = useLocale();
  const facts = {
    ...{ day: formatDate(payment.on, locale), supplier: payment.supplierName, tail: payment.numberTail },
    purpose: t(`farmer.payout.purpose.${payment.purpose}`),
  };
  return (
    <li className="flex flex-col gap-1 py-3">
      <span className="flex flex-wrap items-baseline justify-between gap-x-4">
        <Money value={payment.amount} size="price" />
        <Mark tone={TONES[payment.state]}>{t(`farmer.payout.state.${payment.state}`)}</Mark>
      </span>
      <span className="text-base">{t(`farmer.payout.${payment.state}`, facts)}</span>
      {payment.reason && (
        <span className="text-base text-ink-soft">{t('farmer.payout.why', { why: payment.reason })}</span>
      )}
    </li>
  );
}

/** Money that came back stands first of all: only the household can mend its card. */
export function CameBack({ household }: { household: string }) {
  const t = useT();
  const { data } = useApi('GET /me/payouts', { query: { household } });
  if (!data || !cameBack(data)) return null;
  return (
    <a
      href="#/card"
      className="flex min-h-15 items-center justify-between gap-4 rounded-lg border-s-4 border-cinnabar bg-cinnabar-wash px-5 py-4 text-xl font-semibold"
    >
      {t('farmer.moneyCameBack')}
      <span aria-hidden>›</span>
    </a>
  );
}

/** What has reached the household, what is on its way, and to which card: apart from what it earned. */
export function PaidOut({ household }: { household: string }) {
  const t = useT();
  const sums = useApi('GET /me/payouts', { query: { household } });
  const payments = usePages('GET /me/payouts', { query: { household } });
  return (
    <section aria-labelledby="paid-out" className="flex flex-col gap-4">
      <h2 id="paid-out" className="text-xl">
        {t('farmer.paidOut')}
      </h2>
      <Reading read={sums}>
        {(paid) => (
          <>
            <Sums paid={paid} />
            <Card {...paid} />
            <details className="rounded-md bg-sunken px-4">
              <summary className="flex min-h-15 cursor-pointer items-center font-medium">
                {t('farmer.payments')}
              </summary>
              {paid.data.length === 0 && <p className="pb-3">{t('farmer.noPayments')}</p>}
              <ul className="divide-y divide-line pb-2">
                {(payments.rows ?? []).map((payment) => (
                  <Line key={payment.id} payment={payment} />
                ))}
              </ul>
              {payments.hasNextPage && (
                <BigButton
                  look="secondary"
                  wide
                  pending={payments.isFetchingNextPage}
                  onClick={() => void payments.fetchNextPage()}
                >
                  {t('list.more')}
                </BigButton>
              )}
            </details>
          </>
        )}
      </Reading>
    </section>
  );
}
