import { useQueryClient } from '@tanstack/react-query';
import {
  Badge,
  Button,
  Card,
  routeKey,
  Table,
  TextLink,
  toast,
  useApi,
  useProblemText,
  useSend,
  type Output,
} from '@xihuo/ui';
import { Page } from '../frame/page';
import { Whole } from '../frame/whole';
import { Moment } from '../frame/when';
import { useT } from './offering/words';

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
      data-act="DELETE /me/sessions/{id}"
      look="danger"
      size="small"
      pending={end.isPending}
      onClick={() => end.mutate({ params: { id: session.id } })}
    >
      {t('sessions.end')}
    </Button>
  );
}

/** Whether the own second factor is enrolled, and the way to it. */
function Factor() {
  const t = useT();
  const query = useApi('GET /me/second-factor', {});
  if (!query.data) return null;
  const { enrolledAt, by } = query.data;
  if (enrolledAt === null && by.length === 0) return null;
  return (
    <Card title={t('ownFactor.title')} className="mb-6 max-w-2xl">
      {enrolledAt === null ? (
        <>
          <p className="mb-2">{t('ownFactor.none')}</p>
          <TextLink to="/identity/second-factor">{t('ownFactor.enrol')}</TextLink>
        </>
      ) : (
        <>
          <p>
            {t('ownFactor.since')} <Moment value={enrolledAt} />
          </p>
          <p className="mt-1 text-ink-soft">{t('ownFactor.lost')}</p>
        </>
      )}
    </Card>
  );
}

/** Where one is signed in, and the way to end it from afar. */
export function SessionsPage() {
  const t = useT();
  const query = useApi('GET /me/sessions', {});
  return (
    <Page title={t('sessions.title')} lead={t('sessions.lead')}>
      <Factor />
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
