import { Button, Card, Notice, useApi, type Input, type Output } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useNavigate, useParams } from 'react-router';
import { Sheet } from '../../admission/watching/frame';
import { useSay } from '../../admission/watching/today';
import { Page } from '../../frame/page';
import { Whole } from '../../frame/whole';
import { useT } from '../../words';
import { GrantLicence, Licences } from './licences';
import { Bilingual, Refusal, SlugField, Typed, useSave } from './parts';
import { RegionField } from './region-field';

type Draft = Output<'GET /catalogue/brands/{id}'>;
type Body = Input<'POST /catalogue/brands'>['body'];

const BLANK: Body = {
  ...{ slug: '', name: { zh: '', en: '' }, story: { zh: '', en: '' }, regionCode: '', ownerName: '', markNumber: '' },
};

function typedOf({ slug, name, story, region, ownerName, markNumber }: Draft): Body {
  return { slug, name, story, regionCode: region.code, ownerName, markNumber };
}

/** A regional brand is a province's or a county's; an entered one keeps the kind of place it has. */
function BrandFields({ typed, tried, set }: { typed: Body; tried: boolean; set: (some: Partial<Body>) => void }) {
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
        <SlugField tried={tried} value={typed.slug} onChange={(slug) => set({ slug })} />
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
  const [typed, setTyped] = useState(() => (draft ? typedOf(draft) : BLANK));
  const [tried, setTried] = useState(false);
  const create = useSave('POST /catalogue/brands', t('channel.saved'));
  const change = useSave('PUT /catalogue/brands/{id}', t('channel.saved'));
  const needed = [typed.slug, typed.name.zh, typed.name.en, typed.regionCode, typed.ownerName];
  const whole = needed.every((value) => value.trim() !== '');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!whole || create.isPending || change.isPending) return;
    if (draft) change.mutate({ params: { id: draft.id }, version: draft.version, body: typed });
    else
      create.mutate(
        { body: typed },
        { onSuccess: ({ id }) => void navigate(`/channels/brands/${id}`, { replace: true }) },
      );
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-5">
      <BrandFields typed={typed} tried={tried} set={(some) => setTyped((before) => ({ ...before, ...some }))} />
      {tried && !whole && <Notice urgent tone="bad" title={t('channelForm.incomplete')} />}
      <Refusal problem={create.error ?? change.error} />
      <Button type="submit" className="self-start" pending={create.isPending || change.isPending}>
        {t('channelForm.save')}
      </Button>
    </form>
  );
}

export function NewBrandPage() {
  const t = useT();
  return (
    <Page title={t('brands.new')} back={{ to: '/channels/brands', word: t('menu.brands') }}>
      <BrandForm draft={null} />
    </Page>
  );
}

export function BrandPage() {
  const t = useT();
  const say = useSay();
  const { id = '' } = useParams();
  const query = useApi('GET /catalogue/brands/{id}', { params: { id } });
  return (
    <Page
      title={query.data ? say(query.data.name) : t('menu.brands')}
      back={{ to: '/channels/brands', word: t('menu.brands') }}
    >
      <Whole query={query}>
        {(draft) => (
          <Sheet
            main={
              <>
                <Licences brandId={draft.id} />
                <BrandForm key={draft.version} draft={draft} />
              </>
            }
            side={<GrantLicence brandId={draft.id} />}
          />
        )}
      </Whole>
    </Page>
  );
}
