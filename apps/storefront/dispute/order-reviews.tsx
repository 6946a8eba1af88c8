import { useQueryClient } from '@tanstack/react-query';
import {
  Button,
  Card,
  Notice,
  routeKey,
  TextArea,
  toast,
  useApi,
  useProblemText,
  useSend,
  type Output,
} from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { orderHeaders } from '../ordering/order-keys';
import { useT } from '../words';
import { Stars } from './stars';

type Line = Output<'GET /orders/{id}/reviews'>['data'][number];
const SCORES = [1, 2, 3, 4, 5] as const;

function ReviewForm({ orderId, line, token }: { orderId: string; line: Line; token: string | undefined }) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [score, setScore] = useState<number | null>(null);
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const send = useSend('POST /orders/{id}/reviews', {
    onSuccess: () => {
      toast(t('review.thanks'));
      void queries.invalidateQueries({ queryKey: routeKey('GET /orders/{id}/reviews') });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (score === null || send.isPending) return;
    const body = { lineId: line.lineId, score, words: words.trim() };
    send.mutate({ params: { id: orderId }, body, headers: orderHeaders(token) });
  };
  return (
    <form noValidate onSubmit={submit} className="mt-2 flex flex-col gap-3">
      <fieldset>
        <legend className="mb-1.5 font-medium">{t('review.yourScore')}</legend>
        <div className="flex flex-wrap gap-2">
          {SCORES.map((value) => (
            <label
              key={value}
              className="flex min-h-target cursor-pointer items-center gap-2 rounded-md border border-line-strong bg-surface px-4 has-checked:border-green has-checked:bg-green-wash has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-slate"
            >
              <input
                type="radio"
                name={`score-${line.lineId}`}
                className="size-4 accent-green"
                checked={score === value}
                onChange={() => setScore(value)}
              />
              {t('review.points', { score: value })}
            </label>
          ))}
        </div>
        {tried && score === null && <p className="text-sm font-medium text-cinnabar">{t('review.scoreMissing')}</p>}
      </fieldset>
      <TextArea
        label={t('review.words')}
        optional
        rows={3}
        maxLength={1000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <p className="text-sm text-ink-faint">{t('review.stays')}</p>
      {send.error && <Notice tone="bad" urgent title={problemText(send.error)} />}
      <Button type="submit" className="self-start max-sm:w-full" pending={send.isPending}>
        {t('review.send')}
      </Button>
    </form>
  );
}

/** What was received and may be reviewed, and what was said of it. */
export function OrderReviews({ orderId, token }: { orderId: string; token: string | undefined }) {
  const t = useT();
  const [open, setOpen] = useState<string | null>(null);
  const query = useApi(
    'GET /orders/{id}/reviews',
    { params: { id: orderId }, headers: orderHeaders(token) },
    { staleTime: 0 },
  );
  if (!query.data || query.data.data.length === 0) return null;
  return (
    <Card title={t('review.ofOrder')}>
      <ul className="divide-y divide-line">
        {query.data.data.map((line) => (
          <li key={line.lineId} className="py-3">
            <p className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
              <span lang="zh-CN">
                {line.productName} <span className="whitespace-nowrap text-ink-faint">{line.pack}</span>
              </span>
              {line.review ? (
                <Stars score={line.review.score} />
              ) : (
                open !== line.lineId && (
                  <Button look="secondary" size="small" onClick={() => setOpen(line.lineId)}>
                    {t('review.write')}
                  </Button>
                )
              )}
            </p>
            {line.review?.words && (
              <p lang="zh-CN" className="break-words whitespace-pre-line text-ink-soft">
                {line.review.words}
              </p>
            )}
            {line.review?.hidden && (
              <p className="text-sm text-ink-faint">
                {t('review.hidden', { ground: t(`review.ground.${line.review.hidden}`) })}
              </p>
            )}
            {!line.review && open === line.lineId && <ReviewForm orderId={orderId} line={line} token={token} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}
