import { Badge, Button, Card, Facts, LinkButton, useApi, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ReasonAct } from '../../frame/act-dialog';
import { Page } from '../../frame/page';
import { PaperViewer } from '../../frame/paper-viewer';
import { Day, Moment } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { useStep } from './case';
import { inspectionTones } from './checks-view';
import { InspectionReport } from './inspection-report';
import { PhotoUpload } from './photo-upload';

export type Inspection = Output<'GET /admission/inspections/{id}'>;

const itemTones = { pass: 'good', fail: 'bad', notApplicable: 'neutral' } as const;

function CancelBox({ inspection, onClose }: { inspection: Inspection; onClose: () => void }) {
  const t = useT();
  const send = useStep('POST /admission/inspections/{id}/cancel', {
    done: t('inspection.cancelled'),
    onDone: onClose,
  });
  return (
    <ReasonAct
      title={t('inspection.cancel')}
      submit={t('inspection.cancel')}
      look="danger"
      text={t('inspection.cancelText')}
      label={t('inspection.cancelReason')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(reason) =>
        send.mutate({
          params: { id: inspection.id },
          version: inspection.version,
          body: { reason: reason.slice(0, 500) },
        })
      }
      onClose={onClose}
    />
  );
}

/** The bytes tell what they are; the list of ids does not. */
function Photos({ inspection }: { inspection: Inspection }) {
  const t = useT();
  return (
    <PaperViewer
      papers={inspection.files.map((id, index) => ({ id, title: t('inspection.photo', { number: index + 1 }) }))}
      read={(api, fileId) =>
        api('GET /admission/inspections/{id}/files/{fileId}', { params: { id: inspection.id, fileId } })
      }
      empty={t('inspection.noPhotos')}
    />
  );
}

function Found({ inspection }: { inspection: Inspection }) {
  const t = useT();
  return (
    <Card title={t('inspection.findings')}>
      <ul>
        {inspection.findings.map(({ item, result, note }) => (
          <li key={item} className="border-b border-line py-2.5 last:border-0">
            <p className="flex items-baseline justify-between gap-4">
              <span className="font-medium">{item}</span>
              <Badge tone={itemTones[result]}>{t(`inspection.item.${result}`)}</Badge>
            </p>
            {note && <p className="text-ink-soft">{note}</p>}
          </li>
        ))}
      </ul>
      {inspection.summary && <p className="mt-3 border-t border-line-strong pt-3">{inspection.summary}</p>}
    </Card>
  );
}

function About({ inspection }: { inspection: Inspection }) {
  const t = useT();
  return (
    <Card>
      <Facts
        facts={[
          {
            term: t('list.state'),
            detail: inspection.result ? (
              <Badge tone={inspectionTones[inspection.result]}>{t(`inspection.result.${inspection.result}`)}</Badge>
            ) : (
              <Badge>{t(`inspections.${inspection.state}`)}</Badge>
            ),
          },
          { term: t('inspection.order'), detail: inspection.orderReason },
          { term: t('inspections.plannedOn'), detail: <Day value={inspection.plannedOn} /> },
          { term: t('inspections.visitedOn'), detail: <Day value={inspection.visitedOn} /> },
          { term: t('inspection.place'), detail: inspection.place ?? t('list.notYet') },
          { term: t('inspections.inspector'), detail: inspection.inspector ?? t('list.notYet') },
          ...(inspection.cancelReason
            ? [
                { term: t('inspection.cancelReason'), detail: inspection.cancelReason },
                { term: t('inspections.cancelled'), detail: <Moment value={inspection.closedAt} /> },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

/** One visit: why, what was found, what it looked like. Reported from a phone, on the spot. */
export function InspectionPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /admission/inspections/{id}', { params: { id } });
  const [cancelling, setCancelling] = useState(false);
  return (
    <Page
      title={query.data ? t('inspection.title', { supplier: query.data.supplierName }) : t('inspection.untitled')}
      back={{ to: '/admission/inspections', word: t('menu.inspections') }}
      history={{ kind: 'inspection', id }}
      actions={
        query.data && (
          <div className="flex flex-wrap gap-2">
            <LinkButton look="secondary" to={`/admission/applications/${query.data.applicationId}`}>
              {t('inspection.toCase')}
            </LinkButton>
            {query.data.mayReport && (
              <Button
                data-act="POST /admission/inspections/{id}/cancel"
                look="danger"
                onClick={() => setCancelling(true)}
              >
                {t('inspection.cancel')}
              </Button>
            )}
          </div>
        )
      }
    >
      <Whole query={query}>
        {(inspection) => {
          const reporting = inspection.mayReport;
          return (
            <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
              <div className="flex min-w-0 flex-col gap-5 max-lg:order-2">
                {inspection.findings.length > 0 && <Found inspection={inspection} />}
                <Card title={t('inspection.photos')}>
                  {reporting && <PhotoUpload inspectionId={id} />}
                  <Photos inspection={inspection} />
                </Card>
                {reporting && <InspectionReport inspection={inspection} />}
              </div>
              <About inspection={inspection} />
              {cancelling && <CancelBox inspection={inspection} onClose={() => setCancelling(false)} />}
            </div>
          );
        }}
      </Whole>
    </Page>
  );
}
