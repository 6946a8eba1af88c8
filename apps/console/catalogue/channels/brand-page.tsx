import { Card, useApi, type Input, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useTypedOver } from '../../frame/typed-over';
import { useT } from '../../words';
import { ChannelForm, ChannelPage, NewChannel } from './frame';
import { GrantLicence, Licences } from './licences';
import { Bilingual, SlugField, Typed, useSave, useSaveOver } from './parts';
import { RegionField } from './region-field';

type Draft = Output<'GET /catalogue/brands/{id}'>;
type Body = Input<'POST /catalogue/brands'>['body'];

const BLANK: Body = {
  ...{ slug: '', name: { zh: '', en: '' }, story: { zh: '', en: '' }, regionCode: '', ownerName: '', markNumber: '' },
};

function typedOf({ slug, name, story, region, ownerName, markNumber }: Draft): Body {
  return { slug, name, story, regionCode: region.code, ownerName, markNumber };
}

interface FieldsProps {
  typed: Body;
  tried: boolean;
  isNew: boolean;
  set: (some: Partial<Body>) => void;
}

/** A regional brand is a province's or a county's; an entered one keeps the kind of place it has. */
function BrandFields({ typed, tried, isNew, set }: FieldsProps) {
  const t = useT();
  const county = typed.regionCode !== '' && typed.regionCode.slice(2) !== '0000';
  return (
    <Card>
      <div className="flex flex-col gap-4">
        <Bilingual
          label={t('channel.name')}
          most={40}
          tried={tried}
          value={typed.name}
          onChange={(name) => set({ name })}
        />
        <SlugField tried={tried} fixed={!isNew} value={typed.slug} onChange={(slug) => set({ slug })} />
        <RegionField
          province={!county}
          label={t('channel.region')}
          value={typed.regionCode}
          error={tried && !typed.regionCode ? t('act.missing') : null}
          onChange={(regionCode) => set({ regionCode })}
        />
        <Typed
          label={t('brands.owner')}
          most={80}
          tried={tried}
          value={typed.ownerName}
          onChange={(ownerName) => set({ ownerName })}
        />
        <Typed
          optional
          label={t('brands.markNumber')}
          most={40}
          tried={tried}
          value={typed.markNumber}
          onChange={(markNumber) => set({ markNumber })}
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

function BrandForm({ draft }: { draft: Draft | null }) {
  const t = useT();
  const navigate = useNavigate();
  const form = useTypedOver(draft ? typedOf(draft) : BLANK, draft?.version ?? 0);
  const typed = form.value;
  const [tried, setTried] = useState(false);
  const create = useSave('POST /catalogue/brands', t('channel.saved'));
  const change = useSaveOver('PUT /catalogue/brands/{id}', t('channel.saved'), form, (next) => ({
    standing: typedOf(next),
    version: next.version,
  }));
  const needed = [typed.slug, typed.name.zh, typed.name.en, typed.regionCode, typed.ownerName];
  const whole = needed.every((value) => value.trim() !== '');
  const submit = () => {
    setTried(true);
    if (!whole || create.isPending || change.isPending) return;
    if (draft) change.mutate({ params: { id: draft.id }, version: form.beside, body: typed });
    else
      create.mutate(
        { body: typed },
        { onSuccess: ({ id }) => void navigate(`/channels/brands/${id}`, { replace: true }) },
      );
  };
  return (
    <ChannelForm
      act={draft ? 'PUT /catalogue/brands/{id}' : 'POST /catalogue/brands'}
      word={t('channelForm.save')}
      incomplete={tried && !whole ? t('channelForm.incomplete') : null}
      pending={create.isPending || change.isPending}
      problem={create.error ?? change.error}
      touched={form.touched}
      onSubmit={submit}
    >
      <BrandFields
        isNew={draft === null}
        typed={typed}
        tried={tried}
        set={(some) => form.change((before) => ({ ...before, ...some }))}
      />
    </ChannelForm>
  );
}

export function NewBrandPage() {
  return (
    <NewChannel of="brands">
      <BrandForm draft={null} />
    </NewChannel>
  );
}

export function BrandPage() {
  const { id = '' } = useParams();
  return (
    <ChannelPage
      of="brands"
      query={useApi('GET /catalogue/brands/{id}', { params: { id } })}
      main={(draft) => (
        <>
          <Licences brandId={draft.id} />
          <BrandForm key={draft.id} draft={draft} />
        </>
      )}
      side={(draft) => <GrantLicence brandId={draft.id} />}
    />
  );
}
