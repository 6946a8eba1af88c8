import { Button, Card, Notice, Select, useApi, type Input, type Output } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ActButton, type Act } from '../../admission/watching/act';
import { Sheet } from '../../admission/watching/frame';
import { useSay } from '../../admission/watching/today';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { Booths, LeadCounts } from './booths';
import { Bilingual, Refusal, SlugField, StateBadge, Typed, useSave } from './parts';
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
  const [typed, setTyped] = useState(() => (draft ? typedOf(draft) : BLANK));
  const [tried, setTried] = useState(false);
  const create = useSave('POST /catalogue/fairs', t('channel.saved'));
  const change = useSave('PUT /catalogue/fairs/{id}', t('channel.saved'));
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
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!whole || create.isPending || change.isPending) return;
    if (draft) change.mutate({ params: { id: draft.id }, version: draft.version, body: typed });
    else
      create.mutate(
        { body: typed },
        { onSuccess: ({ id }) => void navigate(`/channels/fairs/${id}`, { replace: true }) },
      );
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <FairFields typed={typed} tried={tried} set={(some) => setTyped((before) => ({ ...before, ...some }))} />
      {tried && !whole && <Notice urgent tone="bad" title={t('channelForm.incomplete')} />}
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
  const publish: Act<'POST /catalogue/fairs/{id}/publish'> = {
    route: 'POST /catalogue/fairs/{id}/publish',
    ...{ word: t('channel.publish'), lead: t('fairs.publishLead'), done: t('channel.published'), look: 'primary' },
    fields: [],
    input: () => ({ params: { id }, version }),
  };
  const cancel: Act<'POST /catalogue/fairs/{id}/cancel'> = {
    route: 'POST /catalogue/fairs/{id}/cancel',
    ...{ word: t('channel.cancel'), lead: t('fairs.cancelLead'), done: t('channel.cancelled'), look: 'danger' },
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

export function NewFairPage() {
  const t = useT();
  return (
    <Page title={t('fairs.new')} back={{ to: '/channels/fairs', word: t('menu.fairs') }}>
      <FairForm draft={null} />
    </Page>
  );
}

export function FairPage() {
  const t = useT();
  const say = useSay();
  const { id = '' } = useParams();
  const query = useApi('GET /catalogue/fairs/{id}', { params: { id } });
  return (
    <Page
      title={query.data ? say(query.data.name) : t('menu.fairs')}
      lead={query.data && <StateBadge state={query.data.state} />}
      back={{ to: '/channels/fairs', word: t('menu.fairs') }}
    >
      <Whole query={query}>
        {(draft) => (
          <Sheet
            main={draft.state === 'draft' ? <FairForm key={draft.version} draft={draft} /> : <Booths draft={draft} />}
            side={
              <>
                <Acts draft={draft} />
                <LeadCounts draft={draft} />
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
