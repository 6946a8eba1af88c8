import { useQueryClient } from '@tanstack/react-query';
import { Button, Card, Checkbox, EmptyState, Money, Notice, Select, routeKey, useApi, type Output } from '@xihuo/ui';
import { useState, type FormEvent } from 'react';
import { useOwnSuppliers } from '../benefit/parts';
import { Refusal, Typed, useSaveOver } from '../catalogue/channels/parts';
import { Page } from '../frame/page';
import { useTypedOver } from '../frame/typed-over';
import { Moment } from '../frame/when';
import { Whole } from '../frame/whole';
import { useUnsaved } from '../frame/unsaved/use-unsaved';
import { useT } from '../words';
import {
  BLANK_RATE,
  doubledPlaces,
  EVERYWHERE,
  formOf,
  gramsOf,
  kilogramsOf,
  rateFaults,
  typedOf,
  type FreightTemplate,
  type RateTyped,
} from './freight';
import { RegionsField } from './regions-field';

const STORAGES = ['ambient', 'chilled', 'frozen'] as const;
const ASSUMED_KG = '0.5';

/** What holds now, in words a buyer could read. */
function Standing({ template }: { template: FreightTemplate }) {
  const t = useT();
  const placeName = (code: string) => (code === EVERYWHERE ? t('freight.everywhere') : (template.places[code] ?? code));
  return (
    <Card title={t('freight.standing')}>
      <p className="mb-2 text-sm text-ink-soft">
        {t('freight.since')}
        <Moment value={template.effectiveFrom} /> ·{' '}
        {t('freight.assumed', { weight: kilogramsOf(template.assumedGrams) })}
      </p>
      <ul className="divide-y divide-line">
        {template.rates.map((rate) => (
          <li key={`${rate.storage} ${rate.regions.join()}`} className="py-2">
            <span className="font-medium">{t(`freight.storage.${rate.storage}`)}</span> ·{' '}
            <span lang="zh-CN">{rate.regions.map(placeName).join('、')}</span>
            <span className="block text-ink-soft">
              {rate.served ? (
                <>
                  {t('freight.first', { weight: kilogramsOf(rate.firstGrams) })} <Money value={rate.first} /> ·{' '}
                  {t('freight.step', { weight: kilogramsOf(rate.stepGrams) })} <Money value={rate.step} />
                  {rate.freeFrom && (
                    <>
                      {' · '}
                      {t('freight.freeFrom')} <Money value={rate.freeFrom} />
                    </>
                  )}
                </>
              ) : (
                t('freight.notServed')
              )}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

interface RateProps {
  rate: RateTyped;
  number: number;
  tried: boolean;
  onChange: (rate: RateTyped) => void;
  onRemove: () => void;
}

function RateFields({ rate, number, tried, onChange, onRemove }: RateProps) {
  const t = useT();
  const faults = tried ? rateFaults(rate) : {};
  const set = (some: Partial<RateTyped>) => onChange({ ...rate, ...some });
  const typed = (field: 'firstKg' | 'first' | 'stepKg' | 'step' | 'freeFrom', optional = false) => (
    <Typed
      label={t(`freight.field.${field}`)}
      optional={optional}
      tried={tried}
      most={12}
      hint={faults[field] && rate[field].trim() !== '' ? t('freight.malformed') : ''}
      value={rate[field]}
      onChange={(value) => set({ [field]: value })}
    />
  );
  return (
    <Card
      title={t('freight.rate', { number })}
      aside={
        <Button size="small" look="quiet" aria-label={t('freight.removeRate', { number })} onClick={onRemove}>
          {t('channelForm.remove')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Select
          label={t('freight.storage')}
          value={rate.storage}
          choices={STORAGES.map((value) => ({ value, label: t(`freight.storage.${value}`) }))}
          onChange={(event) => set({ storage: (event.target.value || 'ambient') as RateTyped['storage'] })}
        />
        <RegionsField
          value={rate.regions}
          error={faults.regions ? t('freight.noRegions') : null}
          onChange={(regions) => set({ regions })}
        />
        <Checkbox checked={!rate.served} onChange={(event) => set({ served: !event.target.checked })}>
          {t('freight.isNotServed')}
        </Checkbox>
        {rate.served && (
          <div className="grid grid-cols-2 items-start gap-4 sm:grid-cols-5">
            {typed('firstKg')}
            {typed('first')}
            {typed('stepKg')}
            {typed('step')}
            {typed('freeFrom', true)}
          </div>
        )}
      </div>
    </Card>
  );
}

const FREIGHT = 'GET /suppliers/{supplierId}/freight';

const standingForm = (standing: FreightTemplate | undefined) => ({
  rates: standing ? typedOf(standing) : [BLANK_RATE],
  assumed: standing ? kilogramsOf(standing.assumedGrams) : ASSUMED_KG,
});

interface FreightFormProps {
  supplierId: string;
  standing: FreightTemplate | undefined;
  version: number;
}

function FreightForm({ supplierId, standing, version }: FreightFormProps) {
  const t = useT();
  const form = useTypedOver<{ rates: readonly RateTyped[]; assumed: string }>(standingForm(standing), version);
  useUnsaved(form.touched);
  const { rates, assumed } = form.value;
  const setRates = (next: readonly RateTyped[]) => form.set({ rates: next, assumed });
  const [tried, setTried] = useState(false);
  const queries = useQueryClient();
  const save = useSaveOver('POST /suppliers/{supplierId}/freight', t('freight.saved'), form, (next) => {
    const read = queries.getQueryData<Output<typeof FREIGHT>>(routeKey(FREIGHT, { params: { supplierId } }));
    return { standing: standingForm(next), version: read?.version ?? version };
  });
  const doubled = tried && doubledPlaces(rates).length > 0;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const body = formOf(assumed, rates);
    if (body && !save.isPending) save.mutate({ params: { supplierId }, version: form.version, body });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      {rates.map((rate, place) => (
        <RateFields
          key={place}
          rate={rate}
          number={place + 1}
          tried={tried}
          onChange={(next) => setRates(rates.map((one, at) => (at === place ? next : one)))}
          onRemove={() => setRates(rates.filter((_, at) => at !== place))}
        />
      ))}
      <Button
        look="secondary"
        className="self-start"
        onClick={() => setRates([...rates, { ...BLANK_RATE, regions: [] }])}
      >
        {t('freight.addRate')}
      </Button>
      <div className="max-w-sm">
        <Typed
          label={t('freight.assumedField')}
          hint={tried && gramsOf(assumed) === null ? t('freight.malformed') : t('freight.assumedHint')}
          tried={tried}
          most={8}
          value={assumed}
          onChange={(next) => form.set({ rates, assumed: next })}
        />
      </div>
      {doubled && <Notice tone="bad" urgent title={t('freight.doubled')} />}
      {tried && rates.length === 0 && <Notice tone="bad" urgent title={t('freight.noRates')} />}
      <Refusal problem={save.error} />
      <Button
        data-act="POST /suppliers/{supplierId}/freight"
        type="submit"
        className="self-start"
        pending={save.isPending}
      >
        {t('freight.save')}
      </Button>
    </form>
  );
}

function Freight({ supplierId, heading }: { supplierId: string; heading: string | null }) {
  const t = useT();
  const query = useApi(FREIGHT, { params: { supplierId } });
  return (
    <section className="mb-8 flex flex-col gap-5">
      {heading && <h2 className="text-lg">{heading}</h2>}
      <Whole query={query}>
        {({ data, version }) => (
          <>
            {data[0] ? (
              <Standing template={data[0]} />
            ) : (
              <EmptyState title={t('freight.none')}>{t('freight.noneText')}</EmptyState>
            )}
            <h2 className="text-lg">{t(data[0] ? 'freight.change' : 'freight.begin')}</h2>
            <FreightForm supplierId={supplierId} standing={data[0]} version={version} />
          </>
        )}
      </Whole>
    </section>
  );
}

/** What a supplier asks for sending, by place and weight. */
export function FreightPage() {
  const t = useT();
  const own = useOwnSuppliers();
  return (
    <Page title={t('menu.freight')} lead={t('freight.lead')}>
      {own.map(({ id, name }) => (
        <Freight key={id} supplierId={id} heading={own.length > 1 ? name : null} />
      ))}
    </Page>
  );
}
