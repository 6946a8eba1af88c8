import { Button, Card, Select, useApi } from '@xihuo/ui';
import { useCategoryName } from '../../admission/products/category';
import { useSay } from '../../admission/watching/today';
import { useT } from '../../words';
import { BLANK_DISCOUNT, percentOf, sharesOf, type DiscountTyped, type FunderTyped } from './campaign';
import { Bilingual, Typed } from './parts';
import { OrganisationPicker } from './pickers';

const FUNDERS = ['platform', 'supplier', 'organisation'] as const;
const WHOLE = 10_000;

interface FundersProps {
  funders: readonly FunderTyped[];
  tried: boolean;
  onChange: (funders: FunderTyped[]) => void;
}

/** Who bears the discount; the sum stands beside the shares, since only 100 % can be saved. */
function Funders({ funders, tried, onChange }: FundersProps) {
  const t = useT();
  const sum = sharesOf(funders);
  const set = (place: number, some: Partial<FunderTyped>) =>
    onChange(funders.map((one, at) => (at === place ? { ...one, ...some } : one)));
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1.5 font-medium">{t('discountForm.funders')}</legend>
      {funders.map((funder, place) => (
        <div key={place} className="flex flex-col gap-3 border-b border-line pb-3">
          <div className="grid grid-cols-2 items-end gap-3 sm:grid-cols-3">
            <Select
              label={t('discountForm.funder', { number: place + 1 })}
              value={funder.kind}
              choices={FUNDERS.map((value) => ({ value, label: t(`funder.${value}`) }))}
              onChange={(event) => set(place, { kind: (event.target.value || 'platform') as FunderTyped['kind'] })}
            />
            <Typed
              label={t('discountForm.share')}
              tried={tried}
              most={8}
              value={funder.percent}
              onChange={(percent) => set(place, { percent })}
            />
            {funders.length > 1 && (
              <Button look="quiet" onClick={() => onChange(funders.filter((_, at) => at !== place))}>
                {t('channelForm.remove')}
              </Button>
            )}
          </div>
          {funder.kind === 'organisation' && (
            <OrganisationPicker
              label={t('discountForm.organisation')}
              value={funder.organisation}
              error={tried && !funder.organisation ? t('act.missing') : null}
              onChange={(organisation) => set(place, { organisation })}
            />
          )}
        </div>
      ))}
      <p role="status" className={sum === WHOLE ? 'text-green' : 'font-medium text-cinnabar'}>
        {sum === null
          ? t('discountForm.sumUnknown')
          : t(sum === WHOLE ? 'discountForm.sumWhole' : 'discountForm.sumOff', { sum: percentOf(sum) })}
      </p>
      <Button
        look="secondary"
        className="self-start"
        onClick={() => onChange([...funders, { kind: 'supplier', organisation: null, percent: '' }])}
      >
        {t('discountForm.addFunder')}
      </Button>
    </fieldset>
  );
}

function DiscountTerms({
  typed,
  tried,
  set,
}: {
  typed: DiscountTyped;
  tried: boolean;
  set: (some: Partial<DiscountTyped>) => void;
}) {
  const t = useT();
  const categoryName = useCategoryName();
  const { data } = useApi('GET /categories', {});
  return (
    <>
      <Bilingual
        label={t('channel.name')}
        most={40}
        tried={tried}
        value={typed.name}
        onChange={(name) => set({ name })}
      />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <Select
          label={t('channel.kind')}
          value={typed.kind}
          choices={[
            { value: 'percentOff', label: t('discountForm.percentOff') },
            { value: 'fullReduction', label: t('discountForm.fullReduction') },
          ]}
          onChange={(event) => set({ kind: event.target.value === 'fullReduction' ? 'fullReduction' : 'percentOff' })}
        />
        {typed.kind === 'percentOff' ? (
          <Typed
            label={t('discountForm.percent')}
            hint={t('discountForm.percentHint')}
            tried={tried}
            value={typed.percent}
            onChange={(percent) => set({ percent })}
          />
        ) : (
          <>
            <Typed
              label={t('discountForm.threshold')}
              tried={tried}
              value={typed.threshold}
              onChange={(threshold) => set({ threshold })}
            />
            <Typed
              label={t('discountForm.reduction')}
              tried={tried}
              value={typed.reduction}
              onChange={(reduction) => set({ reduction })}
            />
          </>
        )}
      </div>
      <Select
        optional
        label={t('channelForm.category')}
        placeholder={t('channel.all')}
        value={typed.category}
        choices={(data?.data ?? []).map(({ category }) => ({ value: category, label: categoryName(category) }))}
        onChange={(event) => set({ category: event.target.value })}
      />
    </>
  );
}

interface DiscountsProps {
  discounts: readonly DiscountTyped[];
  tried: boolean;
  onChange: (discounts: DiscountTyped[]) => void;
}

export function DiscountFields({ discounts, tried, onChange }: DiscountsProps) {
  const t = useT();
  const say = useSay();
  const set = (place: number, some: Partial<DiscountTyped>) =>
    onChange(discounts.map((one, at) => (at === place ? { ...one, ...some } : one)));
  return (
    <>
      {discounts.map((typed, place) => {
        const title = t('discountForm.discount', { number: place + 1 });
        return (
          <Card
            key={place}
            title={title}
            aside={
              <Button
                size="small"
                look="quiet"
                aria-label={t('channelForm.takeOut', { name: say(typed.name) || title })}
                onClick={() => onChange(discounts.filter((_, at) => at !== place))}
              >
                {t('channelForm.remove')}
              </Button>
            }
          >
            <div className="flex flex-col gap-4">
              <DiscountTerms typed={typed} tried={tried} set={(some) => set(place, some)} />
              <Funders funders={typed.funders} tried={tried} onChange={(funders) => set(place, { funders })} />
            </div>
          </Card>
        );
      })}
      <Button look="secondary" className="self-start" onClick={() => onChange([...discounts, BLANK_DISCOUNT])}>
        {t('discountForm.add')}
      </Button>
    </>
  );
}
