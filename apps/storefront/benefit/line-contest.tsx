import { formatDate, formatMoney, Notice, useLocale, useProblemText, type Output } from '@xihuo/ui';
import { Answer } from './answer';
import { BigButton, Mark } from './pieces';
import { useAct } from './use-act';
import { useT } from './words';

type Contest = Output<'GET /me/contests'>['data'][number];

const tones = {
  open: 'attention',
  upheld: 'good',
  explained: 'info',
  escalated: 'attention',
  closed: 'neutral',
  overtaken: 'neutral',
} as const;

/** What the household said of a line, who answers until when, and what came of it. */
export function ContestState({ contest, today }: { contest: Contest; today: string }) {
  const t = useT();
  const locale = useLocale();
  const problemText = useProblemText();
  const { id, version, state, answer, supplier, answerBy } = contest;
  const escalate = useAct('POST /me/contests/{id}/escalate', () => ({ params: { id }, version }));
  const late = state === 'open' && answerBy < today;
  return (
    <div className="flex flex-col gap-2 rounded-md bg-sunken px-4 py-3 text-base">
      <p className="flex flex-wrap items-center gap-x-3">
        <Mark tone={tones[state]}>{t(`contest.${state}`)}</Mark>
        <span>{t('farmer.youSaid', { reason: contest.reason })}</span>
      </p>
      {state === 'open' &&
        (late ? (
          <p>{t('farmer.answerLate', { supplier: supplier.name, date: formatDate(answerBy, locale) })}</p>
        ) : (
          <p>{t('farmer.answerBy', { supplier: supplier.name, date: formatDate(answerBy, locale) })}</p>
        ))}
      {answer && (
        <p>
          {t(answer.by === 'county' ? 'farmer.countySays' : 'farmer.supplierSays', { words: answer.words })}
          {answer.added && t('farmer.added', { amount: formatMoney(answer.added) })}
        </p>
      )}
      {state === 'escalated' && <p>{t('farmer.countyLooks')}</p>}
      {(late || state === 'explained') && (
        <>
          {Boolean(escalate.problem) && <Notice urgent tone="bad" title={problemText(escalate.problem)} />}
          <BigButton look="secondary" wide pending={escalate.pending} onClick={() => escalate.send()}>
            {t('farmer.askCounty')}
          </BigButton>
        </>
      )}
    </div>
  );
}

/** A line that looks wrong: said here, answered by the supplier within days, then by the county. */
export function ContestLine({ id, label, supplierName }: { id: string; label: string; supplierName: string }) {
  const t = useT();
  const act = useAct('POST /me/obligations/{id}/contest', (reason: string) => ({ params: { id }, body: { reason } }));
  return (
    <Answer
      label={label}
      no={{
        words: t('farmer.lineWrong'),
        sendWords: t('farmer.tellSupplier'),
        reasons: [t('wrong.tooLittle'), t('wrong.quantity'), t('wrong.price'), t('wrong.missing')],
        act,
      }}
      whoAnswers={t('farmer.supplierAnswers', { supplier: supplierName })}
    />
  );
}
