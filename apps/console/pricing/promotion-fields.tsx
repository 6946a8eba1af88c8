import { Button, Notice, Select, useApi } from '@xihuo/ui';
import { Bilingual, Typed } from '../catalogue/channels/parts';
import { useT } from '../words';
import { BLANK_PRICE, type Fault, type Kind, type PriceTyped, type PromotionTyped } from './promotion';

interface FieldsProps {
  typed: PromotionTyped;
  kinds: readonly Kind[];
  tried: boolean;
  faults: readonly Fault[];
  /** Whose packs may be named; null for the platform, which names none. */
  supplierId: string | null;
  set: (some: Partial<PromotionTyped>) => void;
}

type Simple = 'threshold' | 'reduction' | 'percent' | 'claimsMost' | 'claimsEach' | 'startsAt' | 'endsAt';

const FIELDS: Readonly<Record<Kind, readonly Simple[]>> = {
  fullReduction: ['threshold', 'reduction'],
  coupon: ['threshold', 'reduction', 'claimsMost', 'claimsEach'],
  campaignPrice: ['percent'],
  flashPrice: [],
};

export function PromotionFields({ typed, kinds, tried, faults, supplierId, set }: FieldsProps) {
  const t = useT();
  const field = (name: Simple, type = 'text') => (
    <Typed
      key={name}
      type={type}
      label={t(`promotion.field.${name}`)}
      tried={tried}
      most={16}
      value={typed[name]}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <div className="flex flex-col gap-4">
      <Select
        label={t('promotion.kind')}
        value={typed.kind}
        choices={kinds.map((value) => ({ value, label: t(`promotion.kind.${value}`) }))}
        hint={t(`promotion.kindHint.${typed.kind}`)}
        onChange={(event) => set({ kind: (event.target.value || kinds[0]) as Kind })}
      />
      <Bilingual
        label={t('channel.name')}
        most={40}
        tried={tried}
        value={typed.name}
        onChange={(name) => set({ name })}
      />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        {field('startsAt', 'datetime-local')}
        {field('endsAt', 'datetime-local')}
      </div>
      {FIELDS[typed.kind].length > 0 && (
        <div className="grid grid-cols-2 items-start gap-4 sm:grid-cols-4">
          {FIELDS[typed.kind].map((name) => field(name))}
        </div>
      )}
      {typed.kind === 'flashPrice' && supplierId && (
        <Prices supplierId={supplierId} tried={tried} prices={typed.prices} onChange={(prices) => set({ prices })} />
      )}
      {tried && faults.length > 0 && (
        <Notice urgent tone="bad" title={t('promotion.faulty')}>
          <ul className="list-disc ps-5">
            {faults.map((fault) => (
              <li key={fault}>{t(`promotion.fault.${fault}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

interface PricesProps {
  supplierId: string;
  tried: boolean;
  prices: readonly PriceTyped[];
  onChange: (prices: PriceTyped[]) => void;
}

function Prices({ supplierId, tried, prices, onChange }: PricesProps) {
  const t = useT();
  const { data } = useApi('GET /suppliers/{supplierId}/stock', { params: { supplierId } });
  const packs = (data?.data ?? []).map(({ skuId, productName, pack }) => ({
    value: skuId,
    label: `${productName} ${pack}`,
  }));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 font-medium">{t('promotion.prices')}</legend>
      {prices.map((price, place) => {
        const set = (some: Partial<PriceTyped>) =>
          onChange(prices.map((one, at) => (at === place ? { ...one, ...some } : one)));
        const field = (name: 'price' | 'packsMost' | 'packsEach') => (
          <Typed
            label={t(`promotion.field.${name}`)}
            optional={name === 'packsEach'}
            tried={tried}
            most={10}
            value={price[name]}
            onChange={(value) => set({ [name]: value })}
          />
        );
        return (
          <div key={place} className="grid grid-cols-2 items-end gap-3 border-b border-line pb-3 sm:grid-cols-5">
            <Select
              label={t('promotion.pack')}
              value={price.skuId}
              choices={packs}
              error={tried && price.skuId === '' ? t('act.missing') : null}
              onChange={(event) => set({ skuId: event.target.value })}
            />
            {field('price')}
            {field('packsMost')}
            {field('packsEach')}
            {prices.length > 1 && (
              <Button look="quiet" onClick={() => onChange(prices.filter((_, at) => at !== place))}>
                {t('channelForm.remove')}
              </Button>
            )}
          </div>
        );
      })}
      <Button look="secondary" className="self-start" onClick={() => onChange([...prices, BLANK_PRICE])}>
        {t('promotion.addPack')}
      </Button>
    </fieldset>
  );
}
