import { useQueryClient } from '@tanstack/react-query';
import {
  Button,
  Card,
  ErrorState,
  formatDateTime,
  Notice,
  routeKey,
  TextLink,
  toast,
  useApi,
  useLocale,
  useProblemText,
  useSend,
  type Output,
} from '@xihuo/ui';
import { useState } from 'react';
import { Waiting } from '../../admission/reading';
import { useT } from '../../words';
import { ByOwnPhone } from './by-own-phone';

type Deletion = Output<'GET /me/deletion'>;

function useKeepAnswer() {
  const queries = useQueryClient();
  return (answer: Deletion) => queries.setQueryData(routeKey('GET /me/deletion', {}), answer);
}

/** It is asked for: until when it can be taken back. */
function Asked({ dueAt }: { dueAt: string }) {
  const t = useT();
  const locale = useLocale();
  const problemText = useProblemText();
  const keepAnswer = useKeepAnswer();
  const keep = useSend('DELETE /me/deletion', {
    onSuccess: (answer) => {
      keepAnswer(answer);
      toast(t('deletion.kept'));
    },
    onError: (problem) => toast(problemText(problem), 'bad'),
  });
  return (
    <Notice tone="attention" title={t('deletion.dueAt', { at: formatDateTime(dueAt, locale) })}>
      <p className="mb-3">{t('deletion.dueText')}</p>
      <Button look="secondary" pending={keep.isPending} onClick={() => keep.mutate({})}>
        {t('deletion.keep')}
      </Button>
    </Notice>
  );
}

/** Why it cannot be done yet, and where to go for it. */
function Hindered({ open }: Pick<Deletion, 'open'>) {
  const t = useT();
  return (
    <Notice title={t('deletion.hindered')}>
      <ul className="list-disc ps-5">
        {open.map(({ what, count }) => (
          <li key={what}>{t(`deletion.open.${what}`, { count })}</li>
        ))}
      </ul>
      {open.some(({ what }) => what !== 'roles') && <TextLink to="/orders">{t('account.orders')}</TextLink>}
    </Notice>
  );
}

function Ask() {
  const t = useT();
  const keepAnswer = useKeepAnswer();
  const [asking, setAsking] = useState(false);
  const ask = useSend('POST /me/deletion', { onSuccess: keepAnswer });
  return asking ? (
    <ByOwnPhone
      act={t('deletion.do')}
      danger
      pending={ask.isPending}
      problem={ask.error}
      onCode={(code) => ask.mutate({ body: { code } })}
      onLeave={() => setAsking(false)}
    />
  ) : (
    <Button look="danger" onClick={() => setAsking(true)}>
      {t('deletion.begin')}
    </Button>
  );
}

/** The end of an account, with what becomes of everything said before. */
export function DeleteAccount() {
  const t = useT();
  const query = useApi('GET /me/deletion', {}, { staleTime: 0 });
  return (
    <Card title={t('deletion.title')}>
      <ul className="mb-4 list-disc ps-5 text-ink-soft">
        {(['gone', 'stays', 'cooling', 'anew'] as const).map((line) => (
          <li key={line}>{t(`deletion.${line}`)}</li>
        ))}
      </ul>
      {query.data ? (
        query.data.dueAt !== null ? (
          <Asked dueAt={query.data.dueAt} />
        ) : query.data.open.length > 0 ? (
          <Hindered open={query.data.open} />
        ) : (
          <Ask />
        )
      ) : query.error ? (
        <ErrorState problem={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Waiting />
      )}
    </Card>
  );
}
