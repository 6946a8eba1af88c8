import { Card, Facts, useApi, useApiClient } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Page } from '../frame/page';
import { RowLink, useView, Views } from '../frame/views';
import { Moment } from '../frame/when';
import { Whole } from '../frame/whole';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';
import { Download } from './apply/steps/download';
import { CaseActs } from './review/case-acts';
import { CasePapers } from './review/case-papers';
import { useReview, type Application, type File, type Review } from './review/case';
import { ChecksView } from './review/checks-view';
import { FindingsCard } from './review/findings-card';
import { FormView } from './review/form-view';
import { RoundsCard } from './review/rounds-card';
import { HistoryView } from './review/history-view';
import { Next, Way } from './review/next';
import { ApplicationBadge } from './states';

const PARTS = ['papers', 'findings', 'checks', 'history'] as const;

interface Whole3 {
  application: Application;
  file: File;
  review: Review;
}

/** The case as a paper, for whoever has to hand it on. */
function CaseFile({ application }: { application: Application }) {
  const t = useT();
  const api = useApiClient();
  const { id } = application;
  return (
    <Download
      word={t('review.caseFile')}
      name={`${t('review.caseFile.name')}-${application.supplierName}.pdf`}
      get={() => api('GET /admission/applications/{id}/case-file', { params: { id } }) as Promise<Blob>}
    />
  );
}

function Sides({ application, review }: { application: Application; review: Review }) {
  const t = useT();
  const me = useMe();
  return (
    <div className="flex min-w-0 flex-col gap-5">
      <Card title={t('review.next')}>
        <Next review={review} />
      </Card>
      <Card title={t('review.acts')}>
        <CaseActs review={review} />
      </Card>
      <Card title={t('application.facts')}>
        <Facts
          facts={[
            { term: t('list.state'), detail: <ApplicationBadge state={application.state} /> },
            { term: t('applications.kind'), detail: t(`supplierKind.${application.kind}`) },
            { term: t('applications.county'), detail: `${application.county.provinceName} ${application.county.name}` },
            { term: t('applications.submitted'), detail: <Moment value={application.submittedAt} /> },
            { term: t('applications.decided'), detail: <Moment value={application.decidedAt} /> },
            { term: t('application.standard'), detail: application.standardVersion },
            ...(hasRole(me, ['auditor'])
              ? [
                  {
                    term: t('menu.trail'),
                    detail: (
                      <RowLink to={`/admission/trail?supplier=${application.supplierId}`}>
                        {t('trail.ofSupplier')}
                      </RowLink>
                    ),
                  },
                ]
              : []),
            ...(application.decisionReason
              ? [{ term: t('application.reason'), detail: application.decisionReason }]
              : []),
          ]}
        />
      </Card>
    </div>
  );
}

function Part({ part, application, file, review }: Whole3 & { part: (typeof PARTS)[number] | undefined }) {
  switch (part) {
    case 'papers':
      return <CasePapers file={file} />;
    case 'findings':
      return <FindingsCard application={application} />;
    case 'checks':
      return <ChecksView review={review} />;
    case 'history':
      return <HistoryView application={application} file={file} review={review} />;
    case undefined:
      return (
        <div className="flex flex-col gap-5">
          <RoundsCard applicationId={application.id} />
          <FormView file={file} county={application.county} />
        </div>
      );
  }
}

/** One application for all who have to do with it: what was handed in, what was found, who did what, and what comes next. */
export function ApplicationPage() {
  const t = useT();
  const { id = '' } = useParams();
  const part = useView('part', PARTS);
  const me = useMe();
  const application = useApi('GET /admission/applications/{id}', { params: { id } });
  const file = useApi('GET /admission/applications/{id}/file', { params: { id } });
  const review = useReview(id);
  return (
    <Page
      title={application.data?.supplierName ?? t('application.title')}
      lead={t('application.lead')}
      back={{ to: '/admission/applications', word: t('menu.applications') }}
      history={{ kind: 'application', id }}
      actions={
        application.data &&
        hasRole(me, ['auditor', 'reviewer', 'operator']) && <CaseFile application={application.data} />
      }
    >
      <Whole query={application}>
        {(shown) => (
          <Whole query={file}>
            {(handedIn) => (
              <Whole query={review}>
                {(reviewed) => (
                  <>
                    <div className="mb-6">
                      <Way review={reviewed} />
                    </div>
                    <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
                      <div className="min-w-0 max-lg:order-2">
                        <Views
                          name="part"
                          label={t('review.parts')}
                          views={[
                            { value: '', word: t('review.part.form') },
                            ...PARTS.map((value) => ({ value, word: t(`review.part.${value}`) })),
                          ]}
                        />
                        <Part part={part} application={shown} file={handedIn} review={reviewed} />
                      </div>
                      <Sides application={shown} review={reviewed} />
                    </div>
                  </>
                )}
              </Whole>
            )}
          </Whole>
        )}
      </Whole>
    </Page>
  );
}
