import { Card, formatDate, useApi, useLocale } from '@xihuo/ui';
import { useT } from '../use-t';
import { useGivenFeedback, type GivenFeedback } from './given-feedback';

function Answer({ given: { id, code } }: { given: GivenFeedback }) {
  const t = useT();
  const locale = useLocale();
  const { data } = useApi('GET /lots/{code}/feedback/{id}', { params: { code, id } });
  if (!data) return null;
  const day = formatDate(data.receivedAt, locale);
  return (
    <li className="py-3">
      <p className="text-sm text-ink-faint">{t('feedback.givenOn', { day, kind: t(`feedback.${data.kind}`) })}</p>
      {data.answer ? (
        <p lang="zh-CN" className="mt-1 break-words whitespace-pre-line">
          {data.answer.words}
        </p>
      ) : (
        <p className="mt-1 text-ink-soft">{t('feedback.noAnswer')}</p>
      )}
    </li>
  );
}

/** What the supplier answered to what was said of this lot from this browser. */
export function FeedbackAnswers({ code }: { code: string }) {
  const t = useT();
  const given = useGivenFeedback().filter((one) => one.code === code);
  if (given.length === 0) return null;
  return (
    <Card title={t('feedback.answers')} className="print:hidden">
      <ul className="divide-y divide-line">
        {given.map((one) => (
          <Answer key={one.id} given={one} />
        ))}
      </ul>
    </Card>
  );
}
