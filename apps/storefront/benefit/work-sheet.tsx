import { formatDate, Money, useLocale, type Output } from '@xihuo/ui';
import { Answer } from './answer';
import { Mark, Sheet } from './pieces';
import { useAct } from './use-act';
import { useT } from './words';

type Work = Output<'GET /me/work'>['data'][number];

/** One day, or from one to another. */
export function useDays(): (record: Pick<Work, 'from' | 'to'>) => string {
  const t = useT();
  const locale = useLocale();
  return ({ from, to }) => {
    const [first, last] = [formatDate(from, locale), formatDate(to, locale)];
    return from === to ? first : t('farmer.span', { from: first, to: last });
  };
}

export function WorkSheet({ record, onSaid }: { record: Work; onSaid: (words: string) => void }) {
  const t = useT();
  const locale = useLocale();
  const days = useDays();
  const { id, version, supplier, witness, standsOn } = record;
  const confirm = useAct(
    'POST /me/work/{id}/confirm',
    () => ({ params: { id }, version }),
    () => onSaid(t('farmer.workConfirmed')),
  );
  const contest = useAct(
    'POST /me/work/{id}/contest',
    (reason: string) => ({ params: { id }, version, body: { reason } }),
    () => onSaid(t('farmer.contested', { supplier: supplier.name })),
  );
  const amount =
    record.pieces === null
      ? t('farmer.workDays', { count: record.days })
      : t('farmer.workPieces', { count: record.pieces });
  return (
    <Sheet
      title={amount}
      aside={<Mark tone="attention">{t(witness ? 'farmer.isWitnessed' : 'farmer.waitsForYou')}</Mark>}
    >
      <p className="numeric">
        {days(record)}
        {record.worker !== record.household.displayName && ` · ${t('farmer.workedBy', { name: record.worker })}`}
      </p>
      <p>{locale === 'en' ? record.why.en : record.why.zh}</p>
      <p className="flex items-baseline justify-between gap-4">
        <span>{t('farmer.comesTo')}</span>
        <Money value={record.amount} size="price" />
      </p>
      <p lang="zh-CN" className="text-base text-ink-soft">
        {supplier.name}
      </p>
      {record.correctionReason && (
        <p className="rounded-md bg-slate-wash px-4 py-2 text-base">
          {t('farmer.corrected', { reason: record.correctionReason })}
        </p>
      )}
      {witness && (
        <p className="rounded-md bg-amber-wash px-4 py-2 text-base">
          {t('farmer.witnessedBy', { name: witness.name, role: t(`witness.${witness.role}`) })}
          {standsOn && t('farmer.standsUnlessContested', { date: formatDate(standsOn, locale) })}
        </p>
      )}
      <Answer
        label={t('farmer.answerWork', { amount, days: days(record) })}
        yes={{ words: t('farmer.workYes'), act: confirm }}
        no={{
          words: t('farmer.no'),
          sendWords: t('farmer.tellSupplier'),
          reasons: [t('wrong.days'), t('wrong.day'), t('wrong.rate'), t('wrong.notMine')],
          act: contest,
        }}
        whoAnswers={t('farmer.supplierCorrects', { supplier: supplier.name })}
      />
    </Sheet>
  );
}
