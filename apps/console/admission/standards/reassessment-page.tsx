import {
  Badge,
  Button,
  Card,
  EmptyState,
  Facts,
  Notice,
  Table,
  useApi,
  useLocale,
  useProblemText,
  useSend,
} from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { Page } from '../../frame/page';
import { Views, useView } from '../../frame/views';
import { Refused, Waiting } from '../../frame/whole';
import { Day, Moment } from '../../frame/when';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { findingTones } from '../finding-tones';
import { useAfter } from '../products/use-after';

const VIEWS = ['fail', 'pass', 'notApplicable'] as const;
/** While it runs the page asks again this often; a hundred thousand suppliers take about a minute. */
const POLL_MS = 2_000;

/** What would change for admitted suppliers under a standard, known before it binds anybody. */
export function ReassessmentPage() {
  const t = useT();
  const { version = '' } = useParams();
  const result = useView('result', VIEWS);
  const me = useMe();
  const [cursors, setCursors] = useState<readonly string[]>([]);
  const query = useApi(
    'GET /admission/reassessments/{version}',
    {
      params: { version },
      query: { ...(result && { result }), ...(cursors.length > 0 && { cursor: cursors.at(-1) }) },
    },
    {
      refetchInterval: ({ state }) => (state.data?.run && state.data.run.doneAt === null ? POLL_MS : false),
      placeholderData: (before) => before,
    },
  );
  return (
    <Page
      title={t('reassess.title', { standard: version })}
      lead={t('reassess.lead')}
      history={{ kind: 'standard', id: version }}
      {...(hasRole(me, ['operator', 'reviewer', 'auditor']) && {
        back: { to: `/admission/standards/${version}`, word: t('standard.title', { standard: version }) },
      })}
      actions={
        hasRole(me, ['operator', 'reviewer']) && <Start version={version} running={query.data?.run?.doneAt === null} />
      }
    >
      {!query.data &&
        (query.error ? <Refused problem={query.error} onRetry={() => void query.refetch()} /> : <Waiting />)}
      {query.data && (
        <>
          <Run run={query.data.run} />
          <Views
            name="result"
            label={t('reassess.views')}
            views={[
              { value: '', word: t('list.all') },
              ...VIEWS.map((value) => ({ value, word: t(`reassess.${value}`) })),
            ]}
          />
          <Differences rows={query.data.data} isDone={query.data.run !== null && query.data.run.doneAt !== null} />
          <div className="flex justify-center gap-3 pt-5">
            {cursors.length > 0 && (
              <Button look="secondary" onClick={() => setCursors([])}>
                {t('reassess.first')}
              </Button>
            )}
            {query.data.nextCursor !== null && (
              <Button
                look="secondary"
                pending={query.isFetching}
                onClick={() => setCursors([...cursors, query.data.nextCursor!])}
              >
                {t('reassess.next')}
              </Button>
            )}
          </div>
        </>
      )}
    </Page>
  );
}

function Start({ version, running }: { version: string; running: boolean }) {
  const t = useT();
  const problemText = useProblemText();
  const send = useSend(
    'POST /admission/reassessments',
    useAfter({ routes: ['GET /admission/reassessments/{version}'], told: t('reassess.started') }),
  );
  return (
    <div>
      <Button
        data-act="POST /admission/reassessments"
        pending={send.isPending || running}
        onClick={() => send.mutate({ body: { version } })}
      >
        {t('reassess.start')}
      </Button>
      {send.error && <p className="mt-1 max-w-xs text-sm text-cinnabar">{problemText(send.error)}</p>}
    </div>
  );
}

type Reassessment = NonNullable<ReturnType<typeof useApi<'GET /admission/reassessments/{version}'>>['data']>;

function Run({ run }: { run: Reassessment['run'] }) {
  const t = useT();
  if (run === null || run.doneAt === null) {
    const word = run === null ? 'never' : 'running';
    return (
      <div className="mb-5" role="status">
        <Notice title={t(`reassess.${word}`)}>{t(`reassess.${word}Text`)}</Notice>
      </div>
    );
  }
  return (
    <Card className="mb-5">
      <Facts
        facts={[
          { term: t('reassess.asOf'), detail: <Day value={run.asOf} /> },
          { term: t('reassess.done'), detail: <Moment value={run.doneAt} /> },
          { term: t('reassess.suppliers'), detail: <span className="numeric">{run.suppliers}</span> },
          { term: t('reassess.differences'), detail: <span className="numeric">{run.differences}</span> },
        ]}
      />
    </Card>
  );
}

function Differences({ rows, isDone }: { rows: Reassessment['data']; isDone: boolean }) {
  const t = useT();
  const language = useLocale() === 'en' ? 'en' : 'zh';
  if (rows.length === 0) {
    return isDone ? <EmptyState title={t('reassess.none')}>{t('reassess.noneText')}</EmptyState> : null;
  }
  return (
    <Table
      caption={t('reassess.views')}
      rows={rows}
      rowKey={(row) => `${row.supplier.id} ${row.criterion}`}
      columns={[
        { id: 'supplier', header: t('applications.supplier'), rowHeader: true, cell: (row) => row.supplier.name },
        { id: 'criterion', header: t('application.criterion'), cell: (row) => row.criterion },
        {
          id: 'change',
          header: t('reassess.change'),
          cell: (row) => (
            <span className="whitespace-nowrap">
              {row.before === null ? (
                t('reassess.newCriterion')
              ) : (
                <Badge tone={findingTones[row.before]}>{t(`finding.${row.before}`)}</Badge>
              )}{' '}
              → <Badge tone={findingTones[row.after]}>{t(`finding.${row.after}`)}</Badge>
            </span>
          ),
        },
        { id: 'sentence', header: t('reassess.why'), cell: (row) => row.sentence[language] },
      ]}
    />
  );
}
