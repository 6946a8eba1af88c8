import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, LinkButton, Select, Steps, toast, useApi, useSend } from '@xihuo/ui';
import { useState } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useToday } from '../admission/watching/today';
import { Page } from '../frame/page';
import { Waiting, Whole } from '../frame/whole';
import { useSavedStep } from '../frame/unsaved/use-unsaved';
import { useT } from '../words';
import { AgreementForm } from './agreement-form';
import { HouseholdPicker } from './household-picker';
import { useOwnSuppliers } from './parts';
import { BLANK, typedOf, type LinkageKind } from './terms';

const KINDS: readonly LinkageKind[] = ['contractPurchase', 'employment', 'dividend'];
const STEPS = ['who', 'terms', 'sign'] as const;

function Way({ at }: { at: (typeof STEPS)[number] }) {
  const t = useT();
  const now = STEPS.indexOf(at);
  return (
    <div className="mb-6 max-w-3xl">
      <Steps
        label={t('agreement.steps')}
        steps={STEPS.map((id, index) => ({
          ...{ id, title: t(`agreement.step.${id}`) },
          state: index < now ? 'done' : index === now ? 'current' : 'ahead',
        }))}
      />
    </div>
  );
}

function KindChoice({ value, onChange }: { value: LinkageKind | null; onChange: (kind: LinkageKind) => void }) {
  const t = useT();
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{t('agreement.kind')}</legend>
      <ul className="grid gap-2 sm:grid-cols-3">
        {KINDS.map((kind) => (
          <li key={kind}>
            <label className="flex h-full cursor-pointer items-start gap-3 rounded-md border border-line bg-surface p-3 has-checked:border-green has-checked:bg-green-wash">
              <input
                type="radio"
                name="kind"
                className="mt-1 size-5 shrink-0 accent-green"
                checked={kind === value}
                onChange={() => onChange(kind)}
              />
              <span>
                <span className="block font-medium">{t(`linkage.${kind}`)}</span>
                <span className="block text-sm text-ink-faint">{t(`linkage.${kind}.text`)}</span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

interface Who {
  supplierId: string;
  householdId: string;
  kind: LinkageKind | null;
}

function WhoStep({ who, change, onDone }: { who: Who; change: (some: Partial<Who>) => void; onDone: () => void }) {
  const t = useT();
  const own = useOwnSuppliers();
  const [tried, setTried] = useState(false);
  const go = () => {
    setTried(true);
    if (who.kind !== null && who.householdId !== '') onDone();
  };
  return (
    <Card className="max-w-3xl">
      <div className="flex flex-col gap-6">
        {own.length > 1 && (
          <Select
            label={t('agreement.supplier')}
            value={who.supplierId}
            choices={own.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => change({ supplierId: event.target.value, householdId: '' })}
          />
        )}
        <KindChoice value={who.kind} onChange={(kind) => change({ kind })} />
        {tried && who.kind === null && (
          <p className="-mt-4 text-sm font-medium text-cinnabar">{t('agreement.chooseKind')}</p>
        )}
        {who.supplierId !== '' && (
          <HouseholdPicker
            supplierId={who.supplierId}
            value={who.householdId}
            onChange={(householdId) => change({ householdId })}
            error={tried && who.householdId === '' ? t('agreement.chooseHousehold') : null}
          />
        )}
        <Button className="self-start" onClick={go}>
          {t('agreement.toTerms')}
        </Button>
      </div>
    </Card>
  );
}

function TermsStep({ who, kind, onBack }: { who: Who; kind: LinkageKind; onBack: () => void }) {
  const t = useT();
  const today = useToday();
  const go = useSavedStep();
  const queries = useQueryClient();
  const send = useSend('POST /benefit/agreements', {
    onSuccess: ({ id }) => {
      toast(t('agreement.drafted'));
      void queries.invalidateQueries();
      go(`/benefit/agreements/${id}`);
    },
  });
  if (today === undefined) return <Waiting />;
  const { supplierId, householdId } = who;
  return (
    <AgreementForm
      supplierId={supplierId}
      kind={kind}
      initial={{ ...BLANK, from: today }}
      act="POST /benefit/agreements"
      submit={t('agreement.draft.submit')}
      pending={send.isPending}
      problem={send.error}
      onSubmit={(body) => send.mutate({ body: { supplierId, householdId, ...body } })}
      aside={
        <Button look="secondary" onClick={onBack}>
          {t('agreement.back')}
        </Button>
      }
    />
  );
}

/** With whom, of which kind, on which terms; what comes out is a draft nobody but the supplier has seen yet. */
export function NewAgreementPage() {
  const t = useT();
  const own = useOwnSuppliers();
  const [search] = useSearchParams();
  const [who, setWho] = useState<Who>({
    supplierId: own[0]?.id ?? '',
    householdId: search.get('household') ?? '',
    kind: null,
  });
  const [done, setDone] = useState(false);
  return (
    <Page
      title={t('agreement.new')}
      lead={t('agreement.newLead')}
      back={{ to: '/benefit/agreements', word: t('menu.agreements') }}
    >
      <Way at={done ? 'terms' : 'who'} />
      {done && who.kind !== null ? (
        <TermsStep who={who} kind={who.kind} onBack={() => setDone(false)} />
      ) : (
        <WhoStep who={who} change={(some) => setWho((now) => ({ ...now, ...some }))} onDone={() => setDone(true)} />
      )}
    </Page>
  );
}

function Standing({ amending }: { amending: boolean }) {
  const t = useT();
  const today = useToday();
  const go = useSavedStep();
  const queries = useQueryClient();
  const { id = '' } = useParams();
  // Asked anew: the draft is written against the version that stands now.
  const query = useApi('GET /benefit/agreements/{id}', { params: { id } }, { staleTime: 0 });
  const after = {
    onSuccess: (next: { id: string }) => {
      toast(t(amending ? 'agreement.amended' : 'agreement.saved'));
      void queries.invalidateQueries();
      go(`/benefit/agreements/${next.id}`);
    },
  };
  const edit = useSend('PUT /benefit/agreements/{id}', after);
  const amend = useSend('POST /benefit/agreements/{id}/amend', after);
  const send = amending ? amend : edit;
  return (
    <Page
      title={t(amending ? 'agreement.amend' : 'agreement.edit')}
      lead={t(amending ? 'agreement.amendLead' : 'agreement.newLead')}
      back={{ to: `/benefit/agreements/${id}`, word: query.data?.number ?? t('agreement.untitled') }}
    >
      <Whole query={query}>
        {({ supplier, kind, terms, effectiveFrom, effectiveTo, version }) =>
          today === undefined ? (
            <Waiting />
          ) : (
            <AgreementForm
              supplierId={supplier.id}
              kind={kind}
              initial={typedOf(terms, amending && effectiveFrom < today ? today : effectiveFrom, effectiveTo)}
              act={amending ? 'POST /benefit/agreements/{id}/amend' : 'PUT /benefit/agreements/{id}'}
              submit={t(amending ? 'agreement.draftAmendment' : 'agreement.save')}
              pending={send.isPending}
              problem={send.error}
              version={version}
              onSubmit={(body, over) =>
                send.mutate(
                  { params: { id }, version: over.version, body },
                  { onError: (problem) => void query.refetch().then(() => over.refused(problem)) },
                )
              }
              aside={
                <LinkButton look="secondary" to={`/benefit/agreements/${id}`}>
                  {t('act.cancel')}
                </LinkButton>
              }
            />
          )
        }
      </Whole>
    </Page>
  );
}

export function EditAgreementPage() {
  return <Standing amending={false} />;
}

/** The next version of one that stands: days that are over stay as they were agreed. */
export function AmendAgreementPage() {
  return <Standing amending />;
}
