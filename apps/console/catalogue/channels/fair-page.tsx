import { Card, Select, useApi, type Input, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTypedOver } from '../../frame/typed-over';
import { useT } from '../../words';
import { ChannelForm, ChannelPage, NewChannel, PublishActs } from './frame';
import { Booths, LeadCounts } from './booths';
import { Bilingual, SlugField, Typed, useSave, useSaveOver } from './parts';
import { RegionField } from './region-field';

type Draft = Output<'GET /catalogue/fairs/{id}'>;
type Body = Input<'POST /catalogue/fairs'>['body'];

const KINDS = ['exhibition', 'expo', 'tradeTalks'] as const;
const BLANK: Body = {
  ...{ slug: '', kind: 'exhibition', name: { zh: '', en: '' }, story: { zh: '', en: '' }, startsOn: '', endsOn: '' },
  ...{ regionCode: '', place: '', signUpBy: '' },
};

function typedOf({ slug, kind, name, story, startsOn, endsOn, region, place, signUpBy }: Draft): Body {
  return { slug, kind, name, story, startsOn, endsOn, regionCode: region.code, place, signUpBy };
}

function FairFields({ typed, tried, set }: { typed: Body; tried: boolean; set: (some: Partial<Body>) => void }) {
  const t = useT();
  const day = (name: 'startsOn' | 'endsOn' | 'signUpBy', label: string) => (
    <Typed label={label} type="date" tried={tried} value={typed[name]} onChange={(value) => set({ [name]: value })} />
  );
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <Select
          label={t('channel.kind')}
          value={typed.kind}
          choices={KINDS.map((value) => ({ value, label: t(`fairKind.${value}`) }))}
          onChange={(event) => set({ kind: KINDS.find((kind) => kind === event.target.value) ?? 'exhibition' })}
        />
        <Bilingual
          label={t('channel.name')}
          most={60}
          tried={tried}
          value={typed.name}
          onChange={(name) => set({ name })}
        />
        <SlugField tried={tried} value={typed.slug} onChange={(slug) => set({ slug })} />
        <div className="grid gap-4 sm:grid-cols-3">
          {day('startsOn', t('channel.startsOn'))}
          {day('endsOn', t('channel.endsOn'))}
          {day('signUpBy', t('fairs.signUpBy'))}
        </div>
        <RegionField
          province={false}
          label={t('channel.region')}
          value={typed.regionCode}
          error={tried && !typed.regionCode ? t('act.missing') : null}
          onChange={(regionCode) => set({ regionCode })}
        />
        <Typed
          label={t('fairs.place')}
          most={120}
          tried={tried}
          value={typed.place}
          onChange={(place) => set({ place })}
        />
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

function FairForm({ draft }: { draft: Draft | null }) {
  const t = useT();
  const navigate = useNavigate();
  const form = useTypedOver(draft ? typedOf(draft) : BLANK, draft?.version ?? 0);
  const typed = form.value;
  const [tried, setTried] = useState(false);
  const create = useSave('POST /catalogue/fairs', t('channel.saved'));
  const change = useSaveOver('PUT /catalogue/fairs/{id}', t('channel.saved'), form, (next) => ({
    standing: typedOf(next),
    version: next.version,
  }));
  const needed = [
    typed.slug,
    typed.name.zh,
    typed.name.en,
    typed.startsOn,
    typed.endsOn,
    typed.signUpBy,
    typed.regionCode,
  ];
  const whole = [...needed, typed.place].every((value) => value.trim() !== '');
  const submit = () => {
    setTried(true);
    if (!whole || create.isPending || change.isPending) return;
    if (draft) change.mutate({ params: { id: draft.id }, version: form.beside, body: typed });
    else
      create.mutate(
        { body: typed },
        { onSuccess: ({ id }) => void navigate(`/channels/fairs/${id}`, { replace: true }) },
      );
  };
  return (
    <ChannelForm
      act={draft ? 'PUT /catalogue/fairs/{id}' : 'POST /catalogue/fairs'}
      word={t('channelForm.saveDraft')}
      incomplete={tried && !whole ? t('channelForm.incomplete') : null}
      pending={create.isPending || change.isPending}
      problem={create.error ?? change.error}
      touched={form.touched}
      onSubmit={submit}
    >
      <FairFields typed={typed} tried={tried} set={(some) => form.change((before) => ({ ...before, ...some }))} />
    </ChannelForm>
  );
}

export function NewFairPage() {
  return (
    <NewChannel of="fairs">
      <FairForm draft={null} />
    </NewChannel>
  );
}

export function FairPage() {
  const { id = '' } = useParams();
  return (
    <ChannelPage
      of="fairs"
      query={useApi('GET /catalogue/fairs/{id}', { params: { id } })}
      main={(draft) => (draft.state === 'draft' ? <FairForm key={draft.id} draft={draft} /> : <Booths draft={draft} />)}
      side={(draft) => (
        <>
          <PublishActs of="fairs" draft={draft} />
          <LeadCounts draft={draft} />
        </>
      )}
    />
  );
}
