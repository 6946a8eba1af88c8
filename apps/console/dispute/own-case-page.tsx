import { Card, Notice, useApi, useSend } from '@xihuo/ui';
import { useParams } from 'react-router';
import { ActButton, type Act } from '../admission/watching/act';
import { amountOf } from '../admission/watching/act-fields';
import { Until } from '../admission/watching/today';
import { useHandedPapers } from '../frame/handed-papers';
import { useT } from '../words';
import { CaseFrame } from './case-frame';
import { CaseFacts, Standing, type Case } from './parts';
import { AS_FILE } from './files';

type StepAct = Act<'POST /supplier/disputes/{id}/steps'>;
type Step = 'accept' | 'finishEvidence' | 'acceptDecision';

/** Files to hand in with what is said. */
function useEvidence(id: string) {
  const t = useT();
  const { mutate, isPending, error } = useSend('POST /supplier/disputes/{id}/papers');
  const send = (file: File, kept: (fileId: string) => void) =>
    mutate({ params: { id }, file }, { onSuccess: ({ fileId }) => kept(fileId) });
  return useHandedPapers({ send, pending: isPending, error }, 9, t('dispute.filesHint'));
}

function Say({ one, offering }: { one: Case; offering: boolean }) {
  const t = useT();
  const evidence = useEvidence(one.id);
  const act: Act<'POST /supplier/disputes/{id}/messages'> = {
    route: 'POST /supplier/disputes/{id}/messages',
    word: t(offering ? 'dispute.makeOffer' : 'dispute.say'),
    lead: t(offering ? 'dispute.makeOffer.lead' : 'dispute.say.lead'),
    done: t('dispute.sent'),
    ...(offering ? { look: 'primary' as const } : {}),
    fields: [
      ...(offering
        ? ([
            {
              name: 'offer',
              kind: 'yuan',
              label: t('dispute.offerYuan'),
              hint: t('dispute.upToHeld'),
              max: one.held.amount,
            },
          ] as const)
        : []),
      { name: 'words', kind: 'area', label: t('dispute.words'), least: 2, most: 2000 },
    ],
    extra: evidence.picker,
    input: ({ words = '', offer = '' }) => ({
      params: { id: one.id },
      body: {
        words: words.trim(),
        files: evidence.ids,
        ...(offering ? { offer: { amount: String(amountOf(offer) ?? 0n), currency: 'CNY' as const } } : {}),
      },
    }),
  };
  return <ActButton act={act} />;
}

function useStep(one: Case, step: Step): StepAct {
  const t = useT();
  return {
    route: 'POST /supplier/disputes/{id}/steps',
    word: t(`dispute.step.${step}`),
    lead: t(`dispute.step.${step}.lead`),
    done: t('dispute.sent'),
    fields: [],
    ...(step === 'accept' ? { look: 'primary' as const } : {}),
    input: () => ({
      params: { id: one.id },
      version: one.version,
      body: { step, ...(step === 'accept' && one.offer ? { offerId: one.offer.id } : {}) },
    }),
  };
}

function Appeal({ one }: { one: Case }) {
  const t = useT();
  const evidence = useEvidence(one.id);
  const act: Act<'POST /supplier/disputes/{id}/appeal'> = {
    route: 'POST /supplier/disputes/{id}/appeal',
    ...{ word: t('dispute.appeal'), lead: t('dispute.appeal.lead'), done: t('dispute.sent') },
    fields: [{ name: 'statement', kind: 'area', label: t('dispute.appeal.statement'), least: 10, most: 2000 }],
    extra: evidence.picker,
    input: ({ statement = '' }) => ({
      ...{ params: { id: one.id }, version: one.version },
      body: { statement: statement.trim(), files: evidence.ids },
    }),
  };
  return <ActButton act={act} />;
}

function Now({ one }: { one: Case }) {
  const t = useT();
  const finish = useStep(one, 'finishEvidence');
  const content = useStep(one, 'acceptDecision');
  const may = new Set(one.may);
  if (may.size === 0) return null;
  return (
    <Card title={t('act.now')}>
      <div className="flex flex-col items-stretch gap-3">
        {one.waitingFor === 'supplier' && one.dueOn && (
          <Notice tone="attention" title={t('dispute.yourTurn')}>
            <Until day={one.dueOn} />
          </Notice>
        )}
        {may.has('offer') && <Say one={one} offering />}
        {may.has('say') && <Say one={one} offering={false} />}
        {may.has('finishEvidence') && <ActButton act={finish} />}
        {may.has('acceptDecision') && <ActButton act={content} />}
        {may.has('appeal') && <Appeal one={one} />}
      </div>
    </Card>
  );
}

function Accept({ one }: { one: Case }) {
  const accept = useStep(one, 'accept');
  return (
    <div className="mt-3 flex flex-col">
      <ActButton act={accept} />
    </div>
  );
}

/** One dispute, as the supplier answers it. */
export function OwnCasePage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /supplier/disputes/{id}', { params: { id } });
  return (
    <CaseFrame
      query={query}
      back={{ to: '/disputes', word: t('menu.disputes') }}
      read={(api, params) => api('GET /supplier/disputes/{id}/papers/{fileId}', { params, headers: AS_FILE })}
      side={(one) => (
        <>
          <Standing one={one}>{one.may.includes('accept') && <Accept one={one} />}</Standing>
          <Now one={one} />
          <CaseFacts one={one} />
        </>
      )}
    />
  );
}
