import { Button, Card, Facts, Notice, Select, useApi, type Output } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ActButton, type Act } from '../../admission/watching/act';
import { Sheet } from '../../admission/watching/frame';
import { useSay } from '../../admission/watching/today';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { BLANK_CAMPAIGN, campaignBody, campaignTyped, type CampaignTyped } from './campaign';
import { CampaignSheet, Entries } from './campaign-sheet';
import { DiscountFields } from './discount-fields';
import { Bilingual, Refusal, SlugField, StateBadge, Typed, useSave } from './parts';

type Draft = Output<'GET /catalogue/campaigns/{id}'>;

interface FieldsProps {
  typed: CampaignTyped;
  tried: boolean;
  set: (some: Partial<CampaignTyped>) => void;
}

/** Only pairs in force are offered, and only one of the pair can host. */
function CampaignFields({ typed, tried, set }: FieldsProps) {
  const t = useT();
  const pairs = useApi('GET /pairings', {}, { staleTime: Infinity }).data?.data ?? [];
  const pair = pairs.find(({ eastCode, westCode }) => `${eastCode}-${westCode}` === typed.pair);
  const missing = (value: string) => (tried && value === '' ? t('act.missing') : null);
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <Bilingual
          label={t('channel.name')}
          most={60}
          tried={tried}
          value={typed.name}
          onChange={(name) => set({ name })}
        />
        <SlugField tried={tried} value={typed.slug} onChange={(slug) => set({ slug })} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Select
            label={t('campaigns.pair')}
            value={typed.pair}
            error={missing(typed.pair)}
            choices={pairs.map((one) => ({
              value: `${one.eastCode}-${one.westCode}`,
              label: `${one.eastName} – ${one.westName}`,
            }))}
            onChange={(event) => set({ pair: event.target.value, hostCode: '' })}
          />
          <Select
            label={t('campaigns.host')}
            value={typed.hostCode}
            error={missing(typed.hostCode)}
            disabled={!pair}
            choices={
              pair
                ? [
                    { value: pair.westCode, label: pair.westName },
                    { value: pair.eastCode, label: pair.eastName },
                  ]
                : []
            }
            onChange={(event) => set({ hostCode: event.target.value })}
          />
          <Typed
            label={t('channel.startsOn')}
            type="date"
            tried={tried}
            value={typed.startsOn}
            onChange={(startsOn) => set({ startsOn })}
          />
          <Typed
            label={t('channel.endsOn')}
            type="date"
            tried={tried}
            value={typed.endsOn}
            onChange={(endsOn) => set({ endsOn })}
          />
        </div>
        <Bilingual
          area
          optional
          label={t('channelForm.story')}
          tried={tried}
          value={typed.story}
          onChange={(story) => set({ story })}
        />
      </div>
    </Card>
  );
}

function CampaignForm({ draft }: { draft: Draft | null }) {
  const t = useT();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(() => (draft ? campaignTyped(draft) : BLANK_CAMPAIGN));
  const [tried, setTried] = useState(false);
  const create = useSave('POST /catalogue/campaigns', t('channel.saved'));
  const change = useSave('PUT /catalogue/campaigns/{id}', t('channel.saved'));
  const set = (some: Partial<CampaignTyped>) => setTyped((before) => ({ ...before, ...some }));
  const body = campaignBody(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!body || create.isPending || change.isPending) return;
    if (draft) change.mutate({ params: { id: draft.id }, version: draft.version, body });
    else
      create.mutate({ body }, { onSuccess: ({ id }) => void navigate(`/channels/campaigns/${id}`, { replace: true }) });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <CampaignFields typed={typed} tried={tried} set={set} />
      <DiscountFields discounts={typed.discounts} tried={tried} onChange={(discounts) => set({ discounts })} />
      {tried && !body && <Notice urgent tone="bad" title={t('channelForm.incompleteCampaign')} />}
      <Refusal problem={create.error ?? change.error} />
      <Button type="submit" className="self-start" pending={create.isPending || change.isPending}>
        {t('channelForm.saveDraft')}
      </Button>
    </form>
  );
}

function Acts({ draft }: { draft: Draft }) {
  const t = useT();
  const { id, version, state } = draft;
  const publish: Act<'POST /catalogue/campaigns/{id}/publish'> = {
    route: 'POST /catalogue/campaigns/{id}/publish',
    ...{ word: t('channel.publish'), lead: t('campaigns.publishLead'), done: t('channel.published'), look: 'primary' },
    fields: [],
    input: () => ({ params: { id }, version }),
  };
  const cancel: Act<'POST /catalogue/campaigns/{id}/cancel'> = {
    route: 'POST /catalogue/campaigns/{id}/cancel',
    ...{ word: t('channel.cancel'), lead: t('campaigns.cancelLead'), done: t('channel.cancelled'), look: 'danger' },
    fields: [{ name: 'reason', kind: 'area', label: t('channel.reason'), least: 2, most: 300 }],
    input: ({ reason = '' }) => ({ params: { id }, version, body: { reason: reason.trim() } }),
  };
  if (state === 'cancelled') return null;
  return (
    <div className="flex flex-col gap-3">
      {state === 'draft' && <ActButton act={publish} />}
      <ActButton act={cancel} />
    </div>
  );
}

export function NewCampaignPage() {
  const t = useT();
  return (
    <Page
      title={t('campaigns.new')}
      lead={t('campaigns.newLead')}
      back={{ to: '/channels/campaigns', word: t('menu.campaigns') }}
    >
      <CampaignForm draft={null} />
    </Page>
  );
}

export function CampaignPage() {
  const t = useT();
  const say = useSay();
  const { id = '' } = useParams();
  const query = useApi('GET /catalogue/campaigns/{id}', { params: { id } });
  return (
    <Page
      title={query.data ? say(query.data.name) : t('menu.campaigns')}
      lead={query.data && <StateBadge state={query.data.state} />}
      back={{ to: '/channels/campaigns', word: t('menu.campaigns') }}
    >
      <Whole query={query}>
        {(draft) => (
          <Sheet
            main={
              <>
                {draft.state === 'draft' ? (
                  <CampaignForm key={draft.version} draft={draft} />
                ) : (
                  <CampaignSheet draft={draft} />
                )}
                <Entries id={draft.id} />
              </>
            }
            side={
              <>
                <Acts draft={draft} />
                <Card title={t('campaigns.turn')}>
                  <Facts
                    facts={[
                      { term: t('campaigns.turnOf'), detail: draft.turnOf.name },
                      { term: t('campaigns.host'), detail: draft.host.name },
                    ]}
                  />
                </Card>
                {draft.state === 'draft' && draft.turnOf.code !== draft.host.code && (
                  <Notice tone="attention" title={t('campaigns.notTheirTurn', { name: draft.turnOf.name })} />
                )}
                {draft.cancelledWhy !== null && (
                  <Notice tone="attention" title={t('channel.cancelledWhy')}>
                    {draft.cancelledWhy}
                  </Notice>
                )}
              </>
            }
          />
        )}
      </Whole>
    </Page>
  );
}
