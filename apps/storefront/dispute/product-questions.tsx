import { useQueryClient } from '@tanstack/react-query';
import {
  ApiProblem,
  Button,
  Card,
  Notice,
  routeKey,
  TextArea,
  TextLink,
  toast,
  usePages,
  useProblemText,
  useSend,
} from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useT } from '../words';

/** What people ask about a product, and what its suppliers answer. */
export function ProductQuestions({ slug }: { slug: string }) {
  const t = useT();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const pages = usePages('GET /products/{slug}/questions', { params: { slug }, query: { limit: 10 } });
  const [words, setWords] = useState('');
  const [tried, setTried] = useState(false);
  const send = useSend('POST /products/{slug}/questions', {
    onSuccess: () => {
      setWords('');
      setTried(false);
      toast(t('question.sent'));
      void queries.invalidateQueries({ queryKey: routeKey('GET /products/{slug}/questions') });
    },
  });
  const short = words.trim().length < 4;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!short && !send.isPending) send.mutate({ params: { slug }, body: { words: words.trim() } });
  };
  const signedOut = send.error instanceof ApiProblem && [401, 403].includes(send.error.status);
  return (
    <Card title={t('question.title')}>
      {pages.rows?.length === 0 && <p className="mb-3 text-ink-soft">{t('question.none')}</p>}
      <ul className="divide-y divide-line">
        {pages.rows?.map((one) => (
          <li key={one.id} lang="zh-CN" className="py-3">
            <p className="font-medium break-words">{one.words}</p>
            <p className="text-ink-soft">
              {one.answer ? `${one.answer.supplierName}：${one.answer.words}` : t('question.open')}
            </p>
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button look="secondary" pending={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {t('review.more')}
        </Button>
      )}
      <form noValidate onSubmit={submit} className="mt-3 flex flex-col gap-3">
        <TextArea
          label={t('question.ask')}
          rows={2}
          maxLength={300}
          value={words}
          error={tried && short ? t('question.short') : null}
          onChange={(event) => setWords(event.target.value)}
        />
        {send.error && (
          <Notice tone="attention" urgent title={signedOut ? t('question.signIn') : problemText(send.error)}>
            {signedOut && <TextLink to="/account">{t('nav.account')}</TextLink>}
          </Notice>
        )}
        <Button type="submit" look="secondary" className="self-start" pending={send.isPending}>
          {t('question.send')}
        </Button>
      </form>
    </Card>
  );
}
