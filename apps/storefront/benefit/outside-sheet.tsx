import { formatDate, Money, useLocale, type Output } from '@xihuo/ui';
import { Answer } from './answer';
import { Mark, Photo, Sheet } from './pieces';
import { useAct } from './use-act';
import { useT } from './words';

type Payment = Output<'GET /me/outside-payments'>['data'][number];

/** The supplier says that it paid. Only the household's yes takes it off the debt; silence does not. */
export function OutsideSheet({ payment, onSaid }: { payment: Payment; onSaid: (words: string) => void }) {
  const t = useT();
  const locale = useLocale();
  const { id, version, supplier, witness, standsOn } = payment;
  const answerBy = formatDate(payment.answerBy, locale);
  const confirm = useAct(
    'POST /me/outside-payments/{id}/confirm',
    () => ({ params: { id }, version }),
    () => onSaid(t('farmer.outsideConfirmed')),
  );
  const contest = useAct(
    'POST /me/outside-payments/{id}/contest',
    (reason: string) => ({ params: { id }, version, body: { reason } }),
    () => onSaid(t('farmer.outsideContested', { supplier: supplier.name })),
  );
  return (
    <Sheet
      title={t('farmer.outsideTitle', { method: t(`method.${payment.method}`) })}
      aside={<Mark tone="attention">{t('farmer.waitsForYou')}</Mark>}
    >
      <p>
        <Money value={payment.amount} size="large" />
      </p>
      <p>{t('farmer.outsideSays', { supplier: supplier.name, date: formatDate(payment.paidOn, locale) })}</p>
      <ul className="divide-y divide-line rounded-md bg-sunken px-4 text-base">
        {payment.parts.map((part) => (
          <li key={part.obligationId} className="grid grid-cols-[1fr_auto] gap-x-4 py-2">
            <span>{locale === 'en' ? part.why.en : part.why.zh}</span>
            <Money value={part.amount} />
          </li>
        ))}
      </ul>
      <Photo
        src={`/api/v1/benefit/papers/${payment.paperId}`}
        label={t('farmer.receipt')}
        open={t('farmer.openPhoto')}
      />
      {witness && (
        <p className="text-base">
          {t('farmer.outsideWitness', { name: witness.name, date: formatDate(witness.on, locale) })}
        </p>
      )}
      <p className="rounded-md bg-amber-wash px-4 py-2 text-base">
        {witness && standsOn
          ? t('farmer.outsideStands', { date: formatDate(standsOn, locale) })
          : t('farmer.outsideUntil', { date: answerBy })}
      </p>
      <Answer
        label={t('farmer.outside')}
        yes={{ words: t('farmer.outsideYes'), act: confirm }}
        no={{
          words: t('farmer.outsideNo'),
          sendWords: t('farmer.tellSupplier'),
          reasons: [t('wrong.notReceived'), t('wrong.amount'), t('wrong.someoneElse'), t('wrong.otherMoney')],
          act: contest,
        }}
        whoAnswers={t('farmer.outsideStays', { supplier: supplier.name })}
      />
    </Sheet>
  );
}
