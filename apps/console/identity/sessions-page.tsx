import { useQueryClient } from '@tanstack/react-query';
import { Badge, Button, routeKey, Table, toast, useApi, useProblemText, useSend, type Output } from '@xihuo/ui';
import { Page } from '../frame/page';
import { Whole } from '../frame/whole';
import { Moment } from '../frame/when';
import { useT } from '../words';

type Session = Output<'GET /me/sessions'>['data'][number];

function EndButton({ session }: { session: Session }) {
  const t = useT();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const end = useSend('DELETE /me/sessions/{id}', {
    onSuccess: () => {
      toast(t('sessions.ended'));
      void queries.invalidateQueries({ queryKey: routeKey('GET /me/sessions') });
    },
    onError: (problem) => toast(problemText(problem), 'bad'),
  });
  return (
    <Button
      look="danger"
      size="small"
      pending={end.isPending}
      onClick={() => end.mutate({ params: { id: session.id } })}
    >
      {t('sessions.end')}
    </Button>
  );
}

/** Where one is signed in, and the way to end it from afar. */
export function SessionsPage() {
  const t = useT();
  const query = useApi('GET /me/sessions', {});
  return (
    <Page title={t('sessions.title')} lead={t('sessions.lead')}>
      <Whole query={query}>
        {({ data }) => (
          <Table
            caption={t('sessions.title')}
            rows={data}
            rowKey={(row) => row.id}
            columns={[
              {
                id: 'surface',
                header: t('sessions.surface'),
                rowHeader: true,
                cell: (row) => t(row.surface === 'console' ? 'sessions.console' : 'sessions.shop'),
              },
              { id: 'created', header: t('sessions.created'), cell: (row) => <Moment value={row.createdAt} /> },
              { id: 'seen', header: t('sessions.seen'), cell: (row) => <Moment value={row.lastSeenAt} /> },
              {
                id: 'end',
                header: t('sessions.action'),
                cell: (row) =>
                  row.current ? <Badge tone="good">{t('sessions.current')}</Badge> : <EndButton session={row} />,
              },
            ]}
          />
        )}
      </Whole>
    </Page>
  );
}
