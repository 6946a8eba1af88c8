import { Card, Facts, Notice, useApi, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ReasonAct } from '../../frame/act-dialog';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { Day, Moment } from '../../frame/when';
import { useT } from '../../words';
import { ActButton, offersAny } from './act-button';
import { Category } from './category';
import { DossierChecklist } from './dossier-checklist';
import { DossierContent } from './dossier-content';
import { useDossierSections, type Dossier } from './dossier-fields';
import { CorrectionsDialog } from './field-picks';
import { ListingCard } from './listing-card';
import { DossierBadge } from './states';
import { useAfter } from './use-after';
import { VersionsCard } from './versions-card';

const READS = [
  'GET /admission/dossiers',
  'GET /admission/dossiers/{id}',
  'GET /admission/listings/{supplierId}/{productId}',
] as const;

/** One version of a product dossier: what was said, what machines found, what changed, and the reviewer's steps. */
export function DossierPage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /admission/dossiers/{id}', { params: { id } });
  return (
    <Page
      title={query.data?.product.name ?? t('dossier.title')}
      lead={query.data && `${query.data.supplier.name} · ${query.data.county.provinceName} ${query.data.county.name}`}
      back={{ to: '/admission/dossiers', word: t('menu.dossiers') }}
      history={{ kind: 'dossier', id }}
    >
      <Whole query={query}>
        {(dossier) => (
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="flex min-w-0 flex-col gap-5">
              <Standing dossier={dossier} />
              <DossierContent dossier={dossier} />
              <VersionsCard key={`versions ${dossier.id}`} dossier={dossier} />
              <DossierChecklist key={dossier.id} dossier={dossier} />
            </div>
            <div className="flex flex-col gap-5 max-lg:order-first">
              <Sides dossier={dossier} />
              <ListingCard supplierId={dossier.supplier.id} productId={dossier.product.id} />
            </div>
          </div>
        )}
      </Whole>
    </Page>
  );
}

/** What happened, and what comes next. */
function Standing({ dossier }: { dossier: Dossier }) {
  const t = useT();
  if (dossier.facts.saleBannedReason) {
    return <Notice tone="bad" title={t('dossier.banned', { reason: dossier.facts.saleBannedReason })} />;
  }
  const tone = { approved: 'good', rejected: 'bad', submitted: 'info' } as const;
  return (
    <Notice
      tone={dossier.state in tone ? tone[dossier.state as keyof typeof tone] : 'attention'}
      title={t(`dossierNext.${dossier.state}`)}
    >
      {dossier.reason ?? (dossier.state === 'submitted' && dossier.before && t('dossier.earlierSells'))}
    </Notice>
  );
}

function Sides({ dossier }: { dossier: Dossier }) {
  const t = useT();
  const [act, setAct] = useState<'requestCorrections' | 'reject' | null>(null);
  const step = (action: Dossier['actions'][number]['action']) => dossier.actions.find((one) => one.action === action);
  const close = () => setAct(null);
  return (
    <Card title={t('dossier.facts')}>
      <Facts
        facts={[
          { term: t('list.state'), detail: <DossierBadge state={dossier.state} /> },
          { term: t('dossiers.version'), detail: t('dossiers.nth', { number: dossier.dossierVersion }) },
          { term: t('dossiers.category'), detail: <Category value={dossier.product.category} /> },
          { term: t('dossiers.sent'), detail: <Moment value={dossier.submittedAt} /> },
          ...(dossier.submittedBy ? [{ term: t('dossier.sentBy'), detail: dossier.submittedBy }] : []),
          { term: t('dossier.judgedOn'), detail: <Day value={dossier.judgedOn} /> },
          ...(dossier.decidedAt
            ? [
                { term: t('applications.decided'), detail: <Moment value={dossier.decidedAt} /> },
                {
                  term: t('dossier.decidedBy'),
                  detail: dossier.decidedBy?.startsWith('system:') ? t('dossier.bySystem') : dossier.decidedBy,
                },
              ]
            : []),
        ]}
      />
      {offersAny(dossier.actions) && (
        <div className="mt-4 flex flex-col gap-2 border-t border-line pt-4">
          {step('approve')?.allowed ? (
            <p className="text-sm text-ink-soft">{t('dossier.approveHow')}</p>
          ) : (
            <ActButton act="POST /admission/dossiers/{id}/approve" step={step('approve')} onClick={close}>
              {t('dossier.approve')}
            </ActButton>
          )}
          <ActButton
            act="POST /admission/dossiers/{id}/request-corrections"
            step={step('requestCorrections')}
            look="secondary"
            onClick={() => setAct('requestCorrections')}
          >
            {t('corrections.title')}
          </ActButton>
          <ActButton
            act="POST /admission/dossiers/{id}/reject"
            step={step('reject')}
            look="danger"
            onClick={() => setAct('reject')}
          >
            {t('dossier.reject')}
          </ActButton>
        </div>
      )}
      {act === 'requestCorrections' && <Correct dossier={dossier} onClose={close} />}
      {act === 'reject' && <Reject dossier={dossier} onClose={close} />}
    </Card>
  );
}

function Correct({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) {
  const t = useT();
  const sectionsOf = useDossierSections(dossier.county);
  const send = useSend(
    'POST /admission/dossiers/{id}/request-corrections',
    useAfter({ routes: READS, told: t('corrections.done'), close: onClose }),
  );
  // Facts are the catalogue's own: nobody can correct them in the form.
  const groups = sectionsOf(dossier)
    .map((section) => ({ ...section, fields: section.fields.filter(({ pointer }) => pointer.startsWith('/form/')) }))
    .filter(({ fields }) => fields.length > 0);
  return (
    <CorrectionsDialog
      groups={groups}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(body) => send.mutate({ params: { id: dossier.id }, body, version: dossier.version })}
      onClose={onClose}
    />
  );
}

function Reject({ dossier, onClose }: { dossier: Dossier; onClose: () => void }) {
  const t = useT();
  const send = useSend(
    'POST /admission/dossiers/{id}/reject',
    useAfter({ routes: READS, told: t('dossier.rejected'), close: onClose }),
  );
  return (
    <ReasonAct
      title={t('dossier.reject')}
      submit={t('dossier.reject')}
      look="danger"
      text={t(dossier.before ? 'dossier.rejectTextEarlier' : 'dossier.rejectText')}
      label={t('act.reason')}
      hint={t('dossier.reasonShown')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(reason) => send.mutate({ params: { id: dossier.id }, body: { reason }, version: dossier.version })}
      onClose={onClose}
    />
  );
}
