import { Card, useApi, useApiClient } from '@xihuo/ui';
import { useParams } from 'react-router';
import { Download } from '../admission/apply/steps/download';
import { ActButton, type Act } from '../admission/watching/act';
import { amountOf, type ActField } from '../admission/watching/act-fields';
import { hasRole, useMe } from '../identity/me';
import { useT } from '../words';
import { CaseFrame } from './case-frame';
import { CaseFacts, isOver, Standing, type Case } from './parts';
import { AS_FILE } from './files';

type Deciding =
  | 'POST /mediation/disputes/{id}/decision'
  | 'POST /mediation/disputes/{id}/appeal-decision'
  | 'POST /mediation/disputes/{id}/conclusion';

const at = (one: Case) => ({ params: { id: one.id }, version: one.version });
const fen = (yuan: string) => ({ amount: String(amountOf(yuan) ?? 0n), currency: 'CNY' as const });

function Decide({ one, route, name }: { one: Case; route: Deciding; name: 'decide' | 'decideAppeal' | 'conclude' }) {
  const t = useT();
  const act: Act<Deciding> = {
    route,
    word: t(`dispute.${name}`),
    lead: t(`dispute.${name}.lead`),
    done: t('dispute.done'),
    look: 'primary',
    fields: [
      {
        name: 'refund',
        kind: 'yuan',
        label: t('dispute.refundYuan'),
        hint: t('dispute.upToHeld'),
        max: one.held.amount,
      },
      {
        name: 'reason',
        kind: 'area',
        label: t('dispute.reason'),
        hint: t('dispute.reasonHint'),
        least: 10,
        most: 2000,
      },
    ],
    input: ({ refund = '', reason = '' }) => ({ ...at(one), body: { refund: fen(refund), reason: reason.trim() } }),
  };
  return <ActButton act={act} />;
}

function Claim({ one }: { one: Case }) {
  const t = useT();
  const act: Act<'POST /mediation/disputes/{id}/claim'> = {
    route: 'POST /mediation/disputes/{id}/claim',
    ...{
      word: t('dispute.claim'),
      lead: t('dispute.claim.lead'),
      done: t('dispute.done'),
      look: 'primary',
      fields: [],
    },
    input: () => ({ ...at(one), body: {} }),
  };
  return <ActButton act={act} />;
}

function Say({ one, offering }: { one: Case; offering: boolean }) {
  const t = useT();
  const offer: ActField = {
    ...{
      name: 'offer',
      kind: 'yuan',
      label: t('dispute.refundYuan'),
      hint: t('dispute.upToHeld'),
      max: one.held.amount,
    },
  };
  const act: Act<'POST /mediation/disputes/{id}/messages'> = {
    route: 'POST /mediation/disputes/{id}/messages',
    word: t(offering ? 'dispute.propose' : 'dispute.ask'),
    lead: t(offering ? 'dispute.propose.lead' : 'dispute.ask.lead'),
    done: t('dispute.sent'),
    fields: [
      ...(offering ? [offer] : []),
      { name: 'words', kind: 'area', label: t('dispute.words'), least: 2, most: 2000 },
    ],
    input: ({ words = '', offer: typed = '' }) => ({
      params: { id: one.id },
      body: { words: words.trim(), ...(offering ? { offer: fen(typed) } : {}) },
    }),
  };
  return <ActButton act={act} />;
}

function Refer({ one }: { one: Case }) {
  const t = useT();
  const act: Act<'POST /mediation/disputes/{id}/referral'> = {
    route: 'POST /mediation/disputes/{id}/referral',
    ...{ word: t('dispute.refer'), lead: t('dispute.refer.lead'), done: t('dispute.done') },
    fields: [
      { name: 'authority', kind: 'text', label: t('dispute.authority'), initial: '全国12315平台', least: 2, most: 80 },
      { name: 'reference', kind: 'text', label: t('dispute.reference'), least: 2, most: 80 },
      { name: 'reason', kind: 'area', label: t('dispute.reason'), least: 10, most: 2000 },
    ],
    input: ({ authority = '', reference = '', reason = '' }) => ({
      ...at(one),
      body: { authority: authority.trim(), reference: reference.trim(), reason: reason.trim() },
    }),
  };
  return <ActButton act={act} />;
}

function Now({ one }: { one: Case }) {
  const t = useT();
  const me = useMe();
  const may = new Set(one.may);
  if (isOver(one) || !hasRole(me, ['mediator'])) return null;
  return (
    <Card title={t('act.now')}>
      {may.size === 0 ? (
        <p className="text-ink-soft">
          {t(`dispute.notYours.${one.state === 'negotiating' ? 'negotiating' : 'other'}`)}
        </p>
      ) : (
        <div className="flex flex-col items-stretch gap-3">
          {may.has('claim') && <Claim one={one} />}
          {may.has('decide') && <Decide one={one} route="POST /mediation/disputes/{id}/decision" name="decide" />}
          {may.has('decideAppeal') && (
            <Decide one={one} route="POST /mediation/disputes/{id}/appeal-decision" name="decideAppeal" />
          )}
          {may.has('conclude') && <Decide one={one} route="POST /mediation/disputes/{id}/conclusion" name="conclude" />}
          {may.has('offer') && <Say one={one} offering />}
          {may.has('say') && <Say one={one} offering={false} />}
          {may.has('refer') && <Refer one={one} />}
        </div>
      )}
    </Card>
  );
}

/** The case as a paper, for whoever has to hand it on. */
function CaseFile({ one }: { one: Case }) {
  const t = useT();
  const api = useApiClient();
  return (
    <Download
      word={t('dispute.caseFile')}
      name={`${t('dispute.caseFile.name')}-${one.orderNumber}.pdf`}
      get={() => api('GET /mediation/disputes/{id}/case-file', { params: { id: one.id } }) as Promise<Blob>}
    />
  );
}

/** The case file, for whoever mediates, decides the appeal, or reads. */
export function CasePage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /mediation/disputes/{id}', { params: { id } });
  return (
    <CaseFrame
      query={query}
      back={{ to: '/mediation', word: t('menu.mediation') }}
      read={(api, params) => api('GET /mediation/disputes/{id}/papers/{fileId}', { params, headers: AS_FILE })}
      actions={(one) => <CaseFile one={one} />}
      side={(one) => (
        <>
          <Now one={one} />
          <Standing one={one} />
          <CaseFacts one={one} />
        </>
      )}
    />
  );
}
