import { useQueryClient } from '@tanstack/react-query';
import { Badge, Card, formatDateTime, routeKey, toast, useApi, useLocale, useProblemText, useSend } from '@xihuo/ui';
import { AskFirst } from '../ordering/ask-first';
import { useT } from '../words';

/** Where one is signed in, and the way to end it from afar. */
export function Places() {
  const t = useT();
  const locale = useLocale();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const { data } = useApi('GET /me/sessions', {});
  const end = useSend('DELETE /me/sessions/{id}', {
    onSuccess: () => {
      toast(t('account.ended'));
      void queries.invalidateQueries({ queryKey: routeKey('GET /me/sessions') });
    },
    onError: (problem) => toast(problemText(problem), 'bad'),
  });
  if (!data) return null;
  return (
    <Card title={t('account.places')}>
      <ul className="divide-y divide-line">
        {data.data.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center justify-between gap-x-4 py-2">
            <span className="text-sm text-ink-soft">
              {t('account.placeSince', { at: formatDateTime(session.createdAt, locale) })}
              <br />
              {t('account.placeSeen', { at: formatDateTime(session.lastSeenAt, locale) })}
            </span>
            {session.current ? (
              <Badge tone="good">{t('account.here')}</Badge>
            ) : (
              <AskFirst
                look="secondary"
                word={t('account.end')}
                title={t('account.endTitle')}
                text={t('account.endText')}
                yes={t('account.end')}
                pending={end.isPending && end.variables.params.id === session.id}
                onYes={() => end.mutate({ params: { id: session.id } })}
              />
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
