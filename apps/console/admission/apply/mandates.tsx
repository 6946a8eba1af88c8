import { useQueryClient } from '@tanstack/react-query';
import { Button, EmptyState, routeKey, Table, toast, useApi, useProblemText, useSend } from '@xihuo/ui';
import { Day } from '../../frame/when';
import { useMe } from '../../identity/me';
import { useT } from '../../words';
import { MandateBadge, type Mandate } from './steps/mandate-step';

/** What may be answered now, on which side one stands. */
function Answers({ mandate }: { mandate: Mandate }) {
  const t = useT();
  const me = useMe();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const send = useSend('POST /admission/mandates/{id}/answer', {
    onSuccess: ({ state }) => {
      toast(t(`mandate.now.${state}`));
      return queries.invalidateQueries({ queryKey: routeKey('GET /me/mandates') });
    },
  });
  const forProducer = me.grants.some(({ organisation }) => organisation?.id === mandate.producer.id);
  const answers = [
    ...(forProducer && mandate.state === 'asked' ? (['confirm', 'refuse'] as const) : []),
    ...(mandate.state === 'confirmed' || (mandate.state === 'asked' && !forProducer) ? (['end'] as const) : []),
  ];
  return (
    <span className="flex flex-wrap gap-2">
      {answers.map((answer) => (
        <Button
          data-act="POST /admission/mandates/{id}/answer"
          key={answer}
          size="small"
          look={answer === 'confirm' ? 'primary' : 'secondary'}
          pending={send.isPending && send.variables.body.answer === answer}
          onClick={() => send.mutate({ params: { id: mandate.id }, body: { answer }, version: mandate.version })}
        >
          {t(`mandate.answer.${answer}`)}
        </Button>
      ))}
      {send.error && <span className="w-full text-sm text-cinnabar">{problemText(send.error)}</span>}
    </span>
  );
}

/** Mandates asked of the own organisation or asked by it; whoever was asked answers here. */
export function Mandates({ waiting = false }: { waiting?: boolean }) {
  const t = useT();
  const { data } = useApi('GET /me/mandates', waiting ? { query: { waiting: 'true' } } : {});
  if (!data) return null;
  if (data.data.length === 0) return waiting ? <EmptyState title={t('waiting.nothing')}>{''}</EmptyState> : null;
  return (
    <section>
      <Table
        caption={t('mandate.title')}
        captionShown
        rows={data.data}
        rowKey={(row) => row.id}
        columns={[
          { id: 'trader', header: t('mandate.trader'), rowHeader: true, cell: (row) => row.trader.name },
          { id: 'producer', header: t('mandate.producer'), cell: (row) => row.producer.name },
          { id: 'until', header: t('mandate.validUntil'), cell: (row) => <Day value={row.validUntil} /> },
          { id: 'state', header: t('list.state'), cell: (row) => <MandateBadge state={row.state} /> },
          { id: 'act', header: t('list.act'), cell: (row) => <Answers mandate={row} /> },
        ]}
      />
    </section>
  );
}
