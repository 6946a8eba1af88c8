import { Card, Facts, Money, TextArea, useApi, useApiClient } from '@xihuo/ui';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { ActButton, type Act } from '../../admission/watching/act';
import { Page } from '../../frame/page';
import { rowLink } from '../../frame/views';
import { Moment } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { CodeAct } from '../../frame/code-act';
import { AdjustmentState, StatementLink, type Adjustment } from './parts';

type Decide = 'POST /settlement/adjustments/{id}/decide';

function About({ about }: { about: NonNullable<Adjustment['about']> }) {
  const t = useT();
  return (
    <span className="flex flex-col">
      <StatementLink id={about.statementId} periodEnd={about.periodEnd} />
      {about.line && (
        <Link to={`/settlement/statements/${about.statementId}/lines/${about.line.id}`} className={rowLink}>
          {t('adjustments.aboutLine', { number: about.line.orderNumber, product: about.line.productName })}
        </Link>
      )}
    </span>
  );
}

/** What it does for the supplier: not every sum above nothing is paid to it. */
function directionOf({ kind, amount }: Adjustment) {
  if (kind === 'subsidyOff') return 'noBalance';
  if (kind === 'writeOff' || kind === 'rebateBack') return 'lessBack';
  return amount.amount.startsWith('-') ? 'fromSupplier' : 'toSupplier';
}

function Said({ adjustment }: { adjustment: Adjustment }) {
  const t = useT();
  const { about, statement, decidedAt, decidedBy, decidedReason } = adjustment;
  const isComing = adjustment.state === 'proposed' || adjustment.state === 'approved';
  return (
    <Card title={t('adjustments.untitled')}>
      <Facts
        facts={[
          { term: t('list.state'), detail: <AdjustmentState state={adjustment.state} /> },
          { term: t('adjustments.kind'), detail: t(`adjustment.${adjustment.kind}`) },
          { term: t('adjustments.amount'), detail: <Money value={adjustment.amount} /> },
          { term: t('adjustments.direction'), detail: t(`adjustments.${directionOf(adjustment)}`) },
          { term: t('adjustments.reason'), detail: adjustment.reason },
          {
            term: t('adjustments.evidence'),
            detail: <span className="break-words whitespace-pre-line">{adjustment.evidence}</span>,
          },
          ...(about ? [{ term: t('adjustments.about'), detail: <About about={about} /> }] : []),
          {
            term: t('adjustments.proposed'),
            detail: (
              <>
                {adjustment.proposedBy} <Moment value={adjustment.proposedAt} />
              </>
            ),
          },
          ...(decidedAt
            ? [
                {
                  term: t('adjustments.decided'),
                  detail: (
                    <>
                      {decidedBy} <Moment value={decidedAt} />
                    </>
                  ),
                },
                { term: t('adjustments.decidedReason'), detail: decidedReason },
              ]
            : []),
          ...(statement || isComing
            ? [
                {
                  term: t('adjustments.onStatement'),
                  detail: statement ? <StatementLink {...statement} /> : t('adjustments.notYet'),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}

function Approve({ id, kind }: Pick<Adjustment, 'id' | 'kind'>) {
  const t = useT();
  const api = useApiClient();
  const [reason, setReason] = useState('');
  return (
    <CodeAct
      act="POST /settlement/adjustments/{id}/decide"
      word={t('adjustments.approve')}
      lead={t(kind === 'writeOff' || kind === 'subsidyOff' ? `${kind}.approveText` : 'adjustments.approveText')}
      done={t('adjustments.approved')}
      ready={reason.trim() !== ''}
      run={() =>
        api('POST /settlement/adjustments/{id}/decide', {
          params: { id },
          body: { decision: 'approve', reason: reason.trim() },
        })
      }
    >
      <TextArea
        label={t('adjustments.opinion')}
        value={reason}
        maxLength={200}
        onChange={(event) => setReason(event.target.value)}
      />
    </CodeAct>
  );
}

/** What finance may do now: decide what somebody else has proposed, or take back its own. */
function Now({ adjustment: { id, kind, state, mine } }: { adjustment: Adjustment }) {
  const t = useT();
  if (!hasRole(useMe(), ['finance']) || state !== 'proposed') return null;
  const ends = (decision: 'refuse' | 'withdraw'): Act<Decide> => ({
    route: 'POST /settlement/adjustments/{id}/decide',
    word: t(`adjustments.${decision}`),
    lead: t(`adjustments.${decision}Text`),
    done: t(decision === 'refuse' ? 'adjustments.refused' : 'adjustments.withdrawn'),
    look: 'secondary',
    fields: [{ name: 'reason', kind: 'area', label: t('adjustments.opinion'), least: 2, most: 200 }],
    input: ({ reason = '' }) => ({ params: { id }, body: { decision, reason: reason.trim() } }),
  });
  return (
    <Card title={t('act.now')}>
      <div className="flex flex-col items-stretch gap-3">
        {mine === 'decide' ? (
          <>
            <Approve id={id} kind={kind} />
            <ActButton act={ends('refuse')} />
          </>
        ) : (
          <>
            <p className="text-ink-soft">{t('adjustments.otherDecides')}</p>
            <ActButton act={ends('withdraw')} />
          </>
        )}
      </div>
    </Card>
  );
}

/** One adjustment: what it puts right, on what grounds, and who decides it. */
export function AdjustmentPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /settlement/adjustments/{id}', { params: { id } });
  return (
    <Page
      title={query.data ? t('adjustments.title', { supplier: query.data.supplier.name }) : t('adjustments.untitled')}
      back={{ to: '/settlement/adjustments', word: t('menu.adjustments') }}
      history={{ kind: 'adjustment', id }}
    >
      <Whole query={query}>
        {(adjustment) => (
          <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <Said adjustment={adjustment} />
            <Now adjustment={adjustment} />
          </div>
        )}
      </Whole>
    </Page>
  );
}
