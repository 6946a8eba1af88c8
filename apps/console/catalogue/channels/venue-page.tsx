import { Button, Card, Notice, Select, useApi, type Output } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ActButton, type Act } from '../../admission/watching/act';
import { Sheet } from '../../admission/watching/frame';
import { useSay } from '../../admission/watching/today';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { PlaceFields } from './opening-fields';
import { Bilingual, Refusal, SlugField, StateBadge, Typed, useSave } from './parts';
import { RegionField } from './region-field';
import { Shelves } from './shelves';
import { BLANK_VENUE, isPlaced, VENUE_KINDS, venueBody, venueTyped, type VenueTyped } from './venue';

type Draft = Output<'GET /catalogue/venues/{id}'>;

interface FieldsProps {
  typed: VenueTyped;
  tried: boolean;
  set: (some: Partial<VenueTyped>) => void;
}

function VenueFields({ typed, tried, set }: FieldsProps) {
  const t = useT();
  const missing = (value: string) => (tried && value === '' ? t('act.missing') : null);
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <Select
          label={t('channel.kind')}
          value={typed.kind}
          error={missing(typed.kind)}
          choices={VENUE_KINDS.map((value) => ({ value, label: t(`venueKind.${value}`) }))}
          onChange={(event) => set({ kind: event.target.value as VenueTyped['kind'], regionCode: '' })}
        />
        <Bilingual
          label={t('channel.name')}
          most={60}
          tried={tried}
          value={typed.name}
          onChange={(name) => set({ name })}
        />
        <SlugField tried={tried} value={typed.slug} onChange={(slug) => set({ slug })} />
        <RegionField
          label={t('channel.region')}
          province={typed.kind === 'provinceHall'}
          value={typed.regionCode}
          error={missing(typed.regionCode)}
          onChange={(regionCode) => set({ regionCode })}
        />
        <Bilingual
          area
          optional
          label={t('channelForm.story')}
          tried={tried}
          value={typed.story}
          onChange={(story) => set({ story })}
        />
        <Typed
          optional
          label={t('venues.operator')}
          most={80}
          tried={tried}
          value={typed.operatorName}
          onChange={(operatorName) => set({ operatorName })}
        />
        <Typed
          optional
          label={t('channelForm.phone')}
          most={20}
          tried={tried}
          value={typed.phone}
          onChange={(phone) => set({ phone })}
        />
        {isPlaced(typed.kind) && <PlaceFields typed={typed} tried={tried} set={set} />}
      </div>
    </Card>
  );
}

function VenueForm({ draft }: { draft: Draft | null }) {
  const t = useT();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(() => (draft ? venueTyped(draft) : BLANK_VENUE));
  const [tried, setTried] = useState(false);
  const create = useSave('POST /catalogue/venues', t('channel.saved'));
  const change = useSave('PUT /catalogue/venues/{id}', t('channel.saved'));
  const set = (some: Partial<VenueTyped>) => setTyped((before) => ({ ...before, ...some }));
  const body = venueBody(typed);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!body || create.isPending || change.isPending) return;
    if (draft) change.mutate({ params: { id: draft.id }, version: draft.version, body });
    else create.mutate({ body }, { onSuccess: ({ id }) => void navigate(`/channels/venues/${id}`, { replace: true }) });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <VenueFields typed={typed} tried={tried} set={set} />
      <Shelves shelves={typed.shelves} tried={tried} onChange={(shelves) => set({ shelves })} />
      {tried && !body && <Notice urgent tone="bad" title={t('channelForm.incomplete')} />}
      <Refusal problem={create.error ?? change.error} />
      <Button type="submit" className="self-start" pending={create.isPending || change.isPending}>
        {t('channelForm.save')}
      </Button>
    </form>
  );
}

function Acts({ draft }: { draft: Draft }) {
  const t = useT();
  const { id, version, state } = draft;
  const open: Act<'POST /catalogue/venues/{id}/open'> = {
    route: 'POST /catalogue/venues/{id}/open',
    ...{ word: t('venues.open'), lead: t('venues.openLead'), done: t('venues.opened'), look: 'primary', fields: [] },
    input: () => ({ params: { id }, version }),
  };
  const close: Act<'POST /catalogue/venues/{id}/close'> = {
    route: 'POST /catalogue/venues/{id}/close',
    ...{ word: t('venues.close'), lead: t('venues.closeLead'), done: t('venues.closed'), look: 'danger' },
    fields: [{ name: 'reason', kind: 'area', label: t('channel.reason'), least: 2, most: 300 }],
    input: ({ reason = '' }) => ({ params: { id }, version, body: { reason: reason.trim() } }),
  };
  return state === 'open' ? <ActButton act={close} /> : <ActButton act={open} />;
}

/** What its shelves would hold now. */
function Holding({ draft }: { draft: Draft }) {
  const t = useT();
  const say = useSay();
  return (
    <Card title={t('venues.holding')}>
      <ul>
        {draft.shelves.map((shelf, place) => (
          <li key={place} className="flex justify-between gap-3">
            {say(shelf.title)} <span className="numeric">{t('channel.products', { count: shelf.total })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function NewVenuePage() {
  const t = useT();
  return (
    <Page title={t('venues.new')} lead={t('venues.newLead')} back={{ to: '/channels/venues', word: t('menu.venues') }}>
      <VenueForm draft={null} />
    </Page>
  );
}

export function VenuePage() {
  const t = useT();
  const say = useSay();
  const { id = '' } = useParams();
  const query = useApi('GET /catalogue/venues/{id}', { params: { id } });
  return (
    <Page
      title={query.data ? say(query.data.name) : t('menu.venues')}
      lead={query.data && <StateBadge state={query.data.state} />}
      back={{ to: '/channels/venues', word: t('menu.venues') }}
    >
      <Whole query={query}>
        {(draft) => (
          <Sheet
            main={<VenueForm key={draft.version} draft={draft} />}
            side={
              <>
                <Acts draft={draft} />
                <Holding draft={draft} />
              </>
            }
          />
        )}
      </Whole>
    </Page>
  );
}
