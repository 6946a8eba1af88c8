import { Card, Checkbox, type Input, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useTypedOver } from '../../frame/typed-over';
import { useT } from '../../words';
import { ChannelForm } from '../channels/frame';
import { Typed, useSave, useSaveOver } from '../channels/parts';

type Entry = Input<'POST /catalogue/indications'>['body'];
type Draft = Output<'GET /catalogue/indications/{id}'>;

const KINDS = ['地理标志保护产品', '地理标志商标', '农产品地理标志'] as const;
const BLANK: Entry = {
  ...{ nameZh: '', nameEn: '', kinds: [], holder: '', markNumber: '', validFrom: null, validUntil: null, source: '' },
};

const entryOf = ({ name, kinds, holder, markNumber, validFrom, validUntil, source }: Draft): Entry => ({
  ...{ nameZh: name.zh, nameEn: name.en, kinds, holder, markNumber, validFrom, validUntil, source },
});

function Kinds({ value, onChange }: { value: Entry['kinds']; onChange: (kinds: Entry['kinds']) => void }) {
  const t = useT();
  return (
    <fieldset>
      <legend className="font-medium">{t('indications.kinds')}</legend>
      {KINDS.map((kind) => (
        <Checkbox
          key={kind}
          checked={value.includes(kind)}
          onChange={({ target }) =>
            onChange(KINDS.filter((one) => (one === kind ? target.checked : value.includes(one))))
          }
        >
          {t(`indicationKind.${kind}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}

/** An entry as it is written down; the Chinese name of one that stands is fixed, since certificates name it. */
export function IndicationForm({ draft }: { draft: Draft | null }) {
  const t = useT();
  const navigate = useNavigate();
  const form = useTypedOver(draft ? entryOf(draft) : BLANK, draft?.version ?? 0);
  const typed = form.value;
  const [tried, setTried] = useState(false);
  const enter = useSave('POST /catalogue/indications', t('indications.saved'));
  const change = useSaveOver('PUT /catalogue/indications/{id}', t('indications.saved'), form, (next) => ({
    standing: entryOf(next),
    version: next.version,
  }));
  const pending = enter.isPending || change.isPending;
  const set = (some: Partial<Entry>) => form.change((before) => ({ ...before, ...some }));
  const { nameZh, validFrom, validUntil, ...others } = typed;
  const ordered = validFrom === null || validUntil === null || validFrom <= validUntil;
  const filled = [nameZh, typed.nameEn].every((text) => text.trim().length >= 2) && typed.source.trim().length >= 4;
  const whole = filled && typed.kinds.length > 0;
  const submit = () => {
    setTried(true);
    if (!whole || !ordered || pending) return;
    const body = { ...others, validFrom, validUntil };
    if (draft) change.mutate({ params: { id: draft.id }, version: form.beside, body });
    else
      enter.mutate(
        { body: { nameZh, ...body } },
        { onSuccess: ({ id }) => void navigate(`/catalogue/indications/${id}`, { replace: true }) },
      );
  };
  const incomplete = whole ? t('indications.disordered') : t('indications.incomplete');
  const field = (name: 'nameZh' | 'nameEn' | 'holder' | 'markNumber' | 'source', label: string, most: number) => ({
    ...{ label, most, tried, value: typed[name], onChange: (value: string) => set({ [name]: value }) },
  });
  const day = (name: 'validFrom' | 'validUntil', label: string) => ({
    ...{ label, tried, optional: true, type: 'date', value: typed[name] ?? '' },
    onChange: (value: string) => set({ [name]: value === '' ? null : value }),
  });
  return (
    <ChannelForm
      act={draft ? 'PUT /catalogue/indications/{id}' : 'POST /catalogue/indications'}
      word={t('channelForm.save')}
      incomplete={tried && !(whole && ordered) ? incomplete : null}
      pending={pending}
      problem={enter.error ?? change.error}
      touched={form.touched}
      onSubmit={submit}
    >
      <Card title={t('indications.entry')}>
        <div className="flex flex-col gap-4">
          <div className="grid gap-4 sm:grid-cols-2">
            {!draft && <Typed {...field('nameZh', t('indications.nameZh'), 40)} hint={t('indications.nameHint')} />}
            <Typed {...field('nameEn', t('indications.nameEn'), 80)} />
          </div>
          <Kinds value={typed.kinds} onChange={(kinds) => set({ kinds })} />
          <div className="grid gap-4 sm:grid-cols-2">
            <Typed optional {...field('holder', t('indications.holder'), 120)} />
            <Typed optional {...field('markNumber', t('indications.number'), 60)} />
            <Typed {...day('validFrom', t('indications.validFrom'))} />
            <Typed {...day('validUntil', t('indications.validUntil'))} hint={t('indications.untilHint')} />
          </div>
          <Typed {...field('source', t('indications.source'), 300)} hint={t('indications.sourceHint')} />
        </div>
      </Card>
    </ChannelForm>
  );
}
