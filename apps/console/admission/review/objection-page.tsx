import { Badge, Button, Card, Facts, useApi, useSend, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ReasonAct } from '../../frame/act-dialog';
import { OtherPerson } from '../../frame/other-person';
import { Page } from '../../frame/page';
import { rowLink } from '../../frame/views';
import { Moment } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { useStep } from './case';
import { objectionTones } from './objections-page';

type Objection = Output<'GET /admission/objections/{id}'>;

function DecideBox({
  objection,
  decision,
  onClose,
}: {
  objection: Objection;
  decision: 'upheld' | 'dismissed';
  onClose: () => void;
}) {
  const t = useT();
  const send = useStep('POST /admission/objections/{id}/decide', { done: t('objection.decided'), onDone: onClose });
  const word = t(decision === 'upheld' ? 'objection.uphold' : 'objection.dismiss');
  return (
    <ReasonAct
      title={word}
      submit={word}
      look={decision === 'upheld' ? 'danger' : 'primary'}
      text={t(decision === 'upheld' ? 'objection.upholdText' : 'objection.dismissText')}
      label={t('objection.reason')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(reason) =>
        send.mutate({ params: { id: objection.id }, version: objection.version, body: { decision, reason } })
      }
      onClose={onClose}
    />
  );
}

/** Sealed until somebody says what for; shown once, kept nowhere. */
function WhoObjected({ id }: { id: string }) {
  const t = useT();
  const [asking, setAsking] = useState(false);
  const reveal = useSend('POST /admission/objections/{id}/reveal', { onSuccess: () => setAsking(false), gcTime: 0 });
  return (
    <Card title={t('objection.person')}>
      {reveal.data ? (
        <p>
          {reveal.data.name} <span className="numeric">{reveal.data.phone}</span>
        </p>
      ) : (
        <>
          <p className="mb-3 text-ink-soft">{t('objection.sealed')}</p>
          <Button data-act="POST /admission/objections/{id}/reveal" look="secondary" onClick={() => setAsking(true)}>
            {t('objection.reveal')}
          </Button>
        </>
      )}
      {asking && (
        <ReasonAct
          title={t('objection.reveal')}
          submit={t('objection.reveal')}
          text={t('objection.revealText')}
          label={t('objection.revealPurpose')}
          pending={reveal.isPending}
          problem={reveal.error}
          onSubmit={(purpose) => reveal.mutate({ params: { id }, body: { purpose: purpose.slice(0, 200) } })}
          onClose={() => setAsking(false)}
        />
      )}
    </Card>
  );
}

/** One objection: what is said, and, for a reviewer who had no part in it, the decision. */
export function ObjectionPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /admission/objections/{id}', { params: { id } });
  const [decision, setDecision] = useState<'upheld' | 'dismissed' | null>(null);
  const reviews = hasRole(useMe(), ['reviewer']);
  return (
    <Page
      title={query.data ? t('objection.title', { supplier: query.data.supplierName }) : t('objection.untitled')}
      back={{ to: '/admission/objections', word: t('menu.objections') }}
      history={{ kind: 'objection', id }}
      actions={
        query.data?.may.includes('decide') && (
          <div className="flex flex-wrap gap-2">
            <Button
              data-act="POST /admission/objections/{id}/decide"
              look="danger"
              onClick={() => setDecision('upheld')}
            >
              {t('objection.uphold')}
            </Button>
            <Button data-act="POST /admission/objections/{id}/decide" onClick={() => setDecision('dismissed')}>
              {t('objection.dismiss')}
            </Button>
          </div>
        )
      }
    >
      <Whole query={query}>
        {(objection) => (
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="flex flex-col gap-5">
              <Card title={t('objections.statement')}>
                <p className="max-w-[44em] whitespace-pre-wrap">{objection.statement}</p>
              </Card>
              {objection.decision && (
                <Card title={t('objection.decision')}>
                  <p className="max-w-[44em] whitespace-pre-wrap">{objection.decision}</p>
                </Card>
              )}
            </div>
            <div className="flex flex-col gap-5">
              {reviews && objection.state === 'open' && !objection.may.includes('decide') && <OtherPerson />}
              <Card>
                <Facts
                  facts={[
                    {
                      term: t('list.state'),
                      detail: <Badge tone={objectionTones[objection.state]}>{t(`objection.${objection.state}`)}</Badge>,
                    },
                    { term: t('queue.county'), detail: objection.county.name },
                    { term: t('objections.submitted'), detail: <Moment value={objection.submittedAt} /> },
                    { term: t('objection.decidedAt'), detail: <Moment value={objection.decidedAt} /> },
                  ]}
                />
                <a href={`/notices/${objection.noticeId}`} target="_blank" rel="noreferrer" className={rowLink}>
                  {t('review.checks.notice')}
                </a>
              </Card>
              {objection.may.includes('reveal') && <WhoObjected id={id} />}
            </div>
            {decision && <DecideBox objection={objection} decision={decision} onClose={() => setDecision(null)} />}
          </div>
        )}
      </Whole>
    </Page>
  );
}
