import { Card, Checkbox, Facts, Notice, useApi, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import { ActButton, offersAny } from '../../admission/products/act-button';
import { ListingCard } from '../../admission/products/listing-card';
import { useAfter } from '../../admission/products/use-after';
import { ActDialog, ReasonAct } from '../../frame/act-dialog';
import { Page } from '../../frame/page';
import { Moment } from '../../frame/when';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { ChangeBadge } from './change-badge';
import { ChangeRows } from './change-rows';
import { FindingsList } from './findings-list';
import type { Change } from './typed';

const READS = ['GET /catalogue/changes', 'GET /catalogue/changes/{id}'] as const;
type Act = 'confirm' | 'requestChanges' | 'reject';

/** A change with old and new, what was found in its words, and the reviewer's steps. */
export function ChangePage() {
  const t = useT();
  const { id = '' } = useParams();
  const query = useApi('GET /catalogue/changes/{id}', { params: { id } });
  return (
    <Page
      title={query.data ? t('change.of', { name: query.data.product.name }) : t('change.title')}
      lead={query.data?.supplier.name}
      back={{ to: '/catalogue/changes', word: t('menu.changes') }}
      {...(query.data ? { history: { kind: 'product' as const, id: query.data.product.id } } : {})}
    >
      <Whole query={query}>
        {(change) => (
          <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <div className="flex min-w-0 flex-col gap-5">
              <Notice tone={change.state === 'published' ? 'good' : 'info'} title={t(`changeNext.${change.state}`)}>
                {change.message}
              </Notice>
              <Card title={t('change.differences')}>
                <ChangeRows rows={change.changes} pictures={change.pictures} />
              </Card>
              <Card title={t('listingForm.findings')}>
                <p className="mb-3 text-sm text-ink-faint">{t('change.rules', { version: change.rulesVersion })}</p>
                {change.findings.length === 0 ? (
                  <p>{t('change.noFindings')}</p>
                ) : (
                  <FindingsList findings={change.findings} />
                )}
              </Card>
            </div>
            <div className="flex flex-col gap-5">
              <Sides change={change} />
              <ListingCard supplierId={change.supplier.id} productId={change.product.id} />
            </div>
          </div>
        )}
      </Whole>
    </Page>
  );
}

function Sides({ change }: { change: Change }) {
  const t = useT();
  const [act, setAct] = useState<Act | null>(null);
  const step = (action: Act) => change.actions.find((one) => one.action === action);
  const close = () => setAct(null);
  return (
    <Card title={t('change.facts')}>
      <Facts
        facts={[
          { term: t('list.state'), detail: <ChangeBadge state={change.state} /> },
          { term: t('changes.submitted'), detail: <Moment value={change.submittedAt} /> },
          ...(change.submittedBy ? [{ term: t('change.submittedBy'), detail: change.submittedBy }] : []),
          ...(change.note ? [{ term: t('listingForm.note'), detail: change.note }] : []),
          ...(change.decidedBy
            ? [
                { term: t('change.decidedBy'), detail: change.decidedBy },
                { term: t('applications.decided'), detail: <Moment value={change.decidedAt} /> },
              ]
            : []),
        ]}
      />
      {offersAny(change.actions.filter(({ action }) => action !== 'cancel')) && (
        <div className="mt-4 flex flex-col gap-2 border-t border-line pt-4">
          <ActButton
            act="POST /catalogue/changes/{id}/confirm"
            step={step('confirm')}
            onClick={() => setAct('confirm')}
          >
            {t('change.confirm')}
          </ActButton>
          <ActButton
            act="POST /catalogue/changes/{id}/request-changes"
            step={step('requestChanges')}
            look="secondary"
            onClick={() => setAct('requestChanges')}
          >
            {t('change.requestChanges')}
          </ActButton>
          <ActButton
            act="POST /catalogue/changes/{id}/reject"
            step={step('reject')}
            look="danger"
            onClick={() => setAct('reject')}
          >
            {t('change.reject')}
          </ActButton>
        </div>
      )}
      {act === 'confirm' && <Confirm change={change} onClose={close} />}
      {act === 'requestChanges' && <SendBack change={change} onClose={close} />}
      {act === 'reject' && <Reject change={change} onClose={close} />}
    </Card>
  );
}

interface ActProps {
  change: Change;
  onClose: () => void;
}

/** Claims that want proof are ticked one by one: whoever publishes them has looked. */
function Confirm({ change, onClose }: ActProps) {
  const t = useT();
  const [looked, setLooked] = useState<readonly string[]>([]);
  const send = useSend(
    'POST /catalogue/changes/{id}/confirm',
    useAfter({ routes: READS, told: t('change.confirmed'), close: onClose }),
  );
  const toLook = change.findings.filter(({ weight }) => weight === 'review');
  const rules = [...new Set(toLook.map(({ rule }) => rule))];
  const toggle = (rule: string) =>
    setLooked(looked.includes(rule) ? looked.filter((one) => one !== rule) : [...looked, rule]);
  return (
    <ActDialog
      title={t('change.confirm')}
      submit={t('change.confirm')}
      text={t('change.confirmText')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={() =>
        send.mutate({ params: { id: change.id }, body: { looked: [...looked] }, version: change.version })
      }
      onClose={onClose}
    >
      {rules.map((rule) => (
        <Checkbox key={rule} checked={looked.includes(rule)} onChange={() => toggle(rule)}>
          {t('change.looked', {
            words: toLook
              .filter((finding) => finding.rule === rule)
              .map(({ word }) => `「${word}」`)
              .join(''),
          })}
        </Checkbox>
      ))}
    </ActDialog>
  );
}

function SendBack({ change, onClose }: ActProps) {
  const t = useT();
  const send = useSend(
    'POST /catalogue/changes/{id}/request-changes',
    useAfter({ routes: READS, told: t('change.sentBack'), close: onClose }),
  );
  return (
    <ReasonAct
      title={t('change.requestChanges')}
      submit={t('change.requestChanges')}
      text={t('change.requestText')}
      label={t('change.what')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(message) => send.mutate({ params: { id: change.id }, body: { message }, version: change.version })}
      onClose={onClose}
    />
  );
}

function Reject({ change, onClose }: ActProps) {
  const t = useT();
  const send = useSend(
    'POST /catalogue/changes/{id}/reject',
    useAfter({ routes: READS, told: t('change.rejected'), close: onClose }),
  );
  return (
    <ReasonAct
      title={t('change.reject')}
      submit={t('change.reject')}
      look="danger"
      text={t('change.rejectText')}
      label={t('act.reason')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(message) => send.mutate({ params: { id: change.id }, body: { message }, version: change.version })}
      onClose={onClose}
    />
  );
}
