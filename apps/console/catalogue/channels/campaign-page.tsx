import { Card, Facts, Notice, Select, useApi, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTypedOver } from '../../frame/typed-over';
import { useT } from '../../words';
import { ChannelForm, ChannelPage, NewChannel, PublishActs } from './frame';
import { BLANK_CAMPAIGN, campaignBody, campaignTyped, type CampaignTyped } from './campaign';
import { CampaignSheet, Entries } from './campaign-sheet';
import { DiscountFields } from './discount-fields';
import { Bilingual, SlugField, Typed, useSave, useSaveOver } from './parts';

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
  const form = useTypedOver(draft ? campaignTyped(draft) : BLANK_CAMPAIGN, draft?.version ?? 0);
  const typed = form.value;
  const [tried, setTried] = useState(false);
  const create = useSave('POST /catalogue/campaigns', t('channel.saved'));
  const change = useSaveOver('PUT /catalogue/campaigns/{id}', t('channel.saved'), form, (next) => ({
    standing: campaignTyped(next),
    version: next.version,
  }));
  const set = (some: Partial<CampaignTyped>) => form.change((before) => ({ ...before, ...some }));
  const body = campaignBody(typed);
  const submit = () => {
    setTried(true);
    if (!body || create.isPending || change.isPending) return;
    if (draft) change.mutate({ params: { id: draft.id }, version: form.beside, body });
    else
      create.mutate({ body }, { onSuccess: ({ id }) => void navigate(`/channels/campaigns/${id}`, { replace: true }) });
  };
  return (
    <ChannelForm
      act={draft ? 'PUT /catalogue/campaigns/{id}' : 'POST /catalogue/campaigns'}
      word={t('channelForm.saveDraft')}
      incomplete={tried && !body ? t('channelForm.incompleteCampaign') : null}
      pending={create.isPending || change.isPending}
      problem={create.error ?? change.error}
      touched={form.touched}
      onSubmit={submit}
    >
      <CampaignFields typed={typed} tried={tried} set={set} />
      <DiscountFields discounts={typed.discounts} tried={tried} onChange={(discounts) => set({ discounts })} />
    </ChannelForm>
  );
}

export function NewCampaignPage() {
  const t = useT();
  return (
    <NewChannel of="campaigns" lead={t('campaigns.newLead')}>
      <CampaignForm draft={null} />
    </NewChannel>
  );
}

export function CampaignPage() {
  const { id = '' } = useParams();
  return (
    <ChannelPage
      of="campaigns"
      query={useApi('GET /catalogue/campaigns/{id}', { params: { id } })}
      main={(draft) => (
        <>
          {draft.state === 'draft' ? <CampaignForm key={draft.id} draft={draft} /> : <CampaignSheet draft={draft} />}
          <Entries id={draft.id} />
        </>
      )}
      side={(draft) => (
        <>
          <PublishActs of="campaigns" draft={draft} />
          <Turn draft={draft} />
        </>
      )}
    />
  );
}

/** Whose turn it is to host, and who does. */
function Turn({ draft: { turnOf, host, state } }: { draft: Draft }) {
  const t = useT();
  return (
    <>
      <Card title={t('campaigns.turn')}>
        <Facts
          facts={[
            { term: t('campaigns.turnOf'), detail: turnOf.name },
            { term: t('campaigns.host'), detail: host.name },
          ]}
        />
      </Card>
      {state === 'draft' && turnOf.code !== host.code && (
        <Notice tone="attention" title={t('campaigns.notTheirTurn', { name: turnOf.name })} />
      )}
    </>
  );
}
