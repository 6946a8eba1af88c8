import { Badge, Card, Facts, Notice, Table, useApi, useLocale, type Output, type Tone } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../frame/page';
import { Whole } from '../frame/whole';
import { Moment } from '../frame/when';
import { useT } from '../words';
import { inReadingOrder } from './findings';
import { ApplicationBadge } from './states';

type ApplicationDetail = Output<'GET /admission/applications/{id}'>;
type Finding = ApplicationDetail['findings'][number];

const tones: Record<Finding['result'], Tone> = {
  pass: 'good',
  fail: 'bad',
  notApplicable: 'neutral',
  notJudged: 'attention',
};

function Findings({ findings }: { findings: readonly Finding[] }) {
  const t = useT();
  const locale = useLocale();
  const language = locale === 'en' ? 'en' : 'zh';
  const failed = findings.filter(({ result, kind }) => result === 'fail' && kind === 'blocking').length;
  return (
    <Card
      title={t('application.findings')}
      aside={
        <span className="text-sm text-ink-faint">{t('application.findingsCount', { count: findings.length })}</span>
      }
    >
      {failed > 0 && (
        <div className="mb-4">
          <Notice tone="bad" title={t('application.blocked', { count: failed })} />
        </div>
      )}
      <Table
        caption={t('application.findings')}
        rows={inReadingOrder(findings)}
        rowKey={(row) => row.criterion}
        columns={[
          {
            id: 'criterion',
            header: t('application.criterion'),
            rowHeader: true,
            cell: (row) => (
              <span className="block sm:max-w-72">
                {row.name[language]}
                <span className="block text-xs font-normal text-ink-faint">
                  {row.criterion} · {t(`criterionKind.${row.kind}`)}
                </span>
              </span>
            ),
          },
          {
            id: 'result',
            header: t('application.result'),
            cell: (row) => <Badge tone={tones[row.result]}>{t(`finding.${row.result}`)}</Badge>,
          },
          {
            id: 'sentence',
            header: t('application.sentence'),
            cell: (row) => (
              <span className="block max-w-[44em]">
                {row.sentence[language]}
                <code className="block text-xs text-ink-faint">{row.check}</code>
              </span>
            ),
          },
        ]}
      />
    </Card>
  );
}

function Sides({ application }: { application: ApplicationDetail }) {
  const t = useT();
  return (
    <Card title={t('application.facts')}>
      <Facts
        facts={[
          { term: t('list.state'), detail: <ApplicationBadge state={application.state} /> },
          { term: t('applications.kind'), detail: t(`supplierKind.${application.kind}`) },
          { term: t('applications.county'), detail: `${application.county.provinceName} ${application.county.name}` },
          { term: t('applications.submitted'), detail: <Moment value={application.submittedAt} /> },
          { term: t('applications.decided'), detail: <Moment value={application.decidedAt} /> },
          { term: t('application.standard'), detail: application.standardVersion },
          ...(application.decisionReason
            ? [{ term: t('application.reason'), detail: application.decisionReason }]
            : []),
        ]}
      />
    </Card>
  );
}

/** One application and what each criterion found: the same evidence on the same day gives the same findings again. */
export function ApplicationPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /admission/applications/{id}', { params: { id } });
  return (
    <Page
      title={query.data?.supplierName ?? t('application.title')}
      lead={t('application.lead')}
      back={{ to: '/admission/applications', word: t('menu.applications') }}
    >
      <Whole query={query}>
        {(application) => (
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <Findings findings={application.findings} />
            <Sides application={application} />
          </div>
        )}
      </Whole>
    </Page>
  );
}
