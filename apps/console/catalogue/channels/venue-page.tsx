import { Card, Select, useApi, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ActButton, type Act } from '../../admission/watching/act';
import { useSay } from '../../admission/watching/today';
import { useTypedOver } from '../../frame/typed-over';
import { useT } from '../../words';
import { ActOnSaved, ChannelForm, ChannelPage, NewChannel } from './frame';
import { PlaceFields } from './opening-fields';
import { Bilingual, SlugField, Typed, useSave, useSaveOver } from './parts';
import { RegionField } from './region-field';
import { Shelves } from './shelves';
import { BLANK_VENUE, isPlaced, VENUE_KINDS, venueBody, venueTyped, type VenueTyped } from './venue';

type Draft = Output<'GET /catalogue/venues/{id}'>;

interface FieldsProps {
  typed: VenueTyped;
  tried: boolean;
  wasOpen?: boolean;
  set: (some: Partial<VenueTyped>) => void;
}

function VenueFields({ typed, tried, wasOpen, set }: FieldsProps) {
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
        <SlugField tried={tried} fixed={wasOpen === true} value={typed.slug} onChange={(slug) => set({ slug })} />
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
  const form = useTypedOver(draft ? venueTyped(draft) : BLANK_VENUE, draft?.version ?? 0);
  const typed = form.value;
  const [tried, setTried] = useState(false);
  const create = useSave('POST /catalogue/venues', t('channel.saved'));
  const change = useSaveOver('PUT /catalogue/venues/{id}', t('channel.saved'), form, (next) => ({
    standing: venueTyped(next),
    version: next.version,
  }));
  const set = (some: Partial<VenueTyped>) => form.change((before) => ({ ...before, ...some }));
  const body = venueBody(typed);
  const submit = () => {
    setTried(true);
    if (!body || create.isPending || change.isPending) return;
    if (draft) change.mutate({ params: { id: draft.id }, version: form.beside, body });
    else create.mutate({ body }, { onSuccess: ({ id }) => void navigate(`/channels/venues/${id}`, { replace: true }) });
  };
  return (
    <ChannelForm
      act={draft ? 'PUT /catalogue/venues/{id}' : 'POST /catalogue/venues'}
      word={t('channelForm.save')}
      incomplete={tried && !body ? t('channelForm.incomplete') : null}
      pending={create.isPending || change.isPending}
      problem={create.error ?? change.error}
      touched={form.touched}
      onSubmit={submit}
    >
      <VenueFields wasOpen={draft !== null && draft.state !== 'draft'} typed={typed} tried={tried} set={set} />
      <Shelves shelves={typed.shelves} tried={tried} onChange={(shelves) => set({ shelves })} />
    </ChannelForm>
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
  return state === 'open' ? <ActButton act={close} /> : <ActOnSaved act={open} />;
}

/** The server counts no further. */
const MOST_COUNTED = 100;

/** What its shelves would hold now. */
function Holding({ draft }: { draft: Draft }) {
  const t = useT();
  const say = useSay();
  return (
    <Card title={t('venues.holding')}>
      <ul>
        {draft.shelves.map((shelf, place) => (
          <li key={place} className="flex justify-between gap-3">
            {say(shelf.title)}{' '}
            <span className="numeric">
              {t('channel.products', { count: shelf.total < MOST_COUNTED ? shelf.total : `${MOST_COUNTED}+` })}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function NewVenuePage() {
  const t = useT();
  return (
    <NewChannel of="venues" lead={t('venues.newLead')}>
      <VenueForm draft={null} />
    </NewChannel>
  );
}

export function VenuePage() {
  const { id = '' } = useParams();
  return (
    <ChannelPage
      of="venues"
      query={useApi('GET /catalogue/venues/{id}', { params: { id } })}
      main={(draft) => <VenueForm key={draft.id} draft={draft} />}
      side={(draft) => (
        <>
          <Acts draft={draft} />
          <Holding draft={draft} />
        </>
      )}
    />
  );
}
