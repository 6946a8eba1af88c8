import { Button, Card, Checkbox, Select, TextField, useApi } from '@xihuo/ui';
import { useSay } from '../../admission/watching/today';
import { useT } from '../../words';
import { useCategoryName } from '../../admission/products/category';
import { Bilingual } from './parts';
import { ProductPicker } from './pickers';
import { RegionField } from './region-field';
import { BLANK_SHELF, priceFault, type ShelfRule, type ShelfTyped } from './venue';

function RuleFields({ rule, onChange }: { rule: ShelfRule; onChange: (rule: ShelfRule) => void }) {
  const t = useT();
  const categoryName = useCategoryName();
  const { data } = useApi('GET /categories', {});
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select
        optional
        label={t('channelForm.category')}
        placeholder={t('channel.all')}
        value={rule.category}
        choices={(data?.data ?? []).map(({ category }) => ({ value: category, label: categoryName(category) }))}
        onChange={(event) => onChange({ ...rule, category: event.target.value })}
      />
      <RegionField
        optional
        province
        label={t('channelForm.origin')}
        error={null}
        value={rule.region.slice(2) === '0000' ? rule.region : ''}
        onChange={(region) => onChange({ ...rule, region })}
      />
      {(['priceFrom', 'priceTo'] as const).map((end) => {
        const fault = priceFault(rule, end);
        return (
          <TextField
            key={end}
            optional
            inputMode="decimal"
            label={t(`channelForm.${end}`)}
            hint={end === 'priceFrom' ? t('channelForm.priceHint') : undefined}
            error={fault && t(`channelForm.${fault}`)}
            value={rule[end]}
            onChange={(event) => onChange({ ...rule, [end]: event.target.value })}
          />
        );
      })}
      <Checkbox checked={rule.inSeason} onChange={(event) => onChange({ ...rule, inSeason: event.target.checked })}>
        {t('channelForm.inSeason')}
      </Checkbox>
      <Checkbox checked={rule.recognised} onChange={(event) => onChange({ ...rule, recognised: event.target.checked })}>
        {t('channelForm.recognised')}
      </Checkbox>
      {rule.region !== '' && rule.region.slice(2) !== '0000' && (
        <p className="text-sm text-ink-faint">{t('channelForm.keptRegion', { code: rule.region })}</p>
      )}
    </div>
  );
}

interface ShelvesProps {
  shelves: readonly ShelfTyped[];
  tried: boolean;
  onChange: (shelves: ShelfTyped[]) => void;
}

/** What stands on the venue's page, shelf by shelf: filled by a rule as goods come and go, or by hand. */
export function Shelves({ shelves, tried, onChange }: ShelvesProps) {
  const t = useT();
  const say = useSay();
  const set = (place: number, some: Partial<ShelfTyped>) =>
    onChange(shelves.map((shelf, at) => (at === place ? { ...shelf, ...some } : shelf)));
  return (
    <>
      {shelves.map((shelf, place) => (
        <Card
          key={place}
          title={t('channelForm.shelf', { number: place + 1 })}
          aside={
            <Button
              size="small"
              look="quiet"
              aria-label={t('channelForm.takeOut', {
                name: say(shelf.title) || t('channelForm.shelf', { number: place + 1 }),
              })}
              onClick={() => onChange(shelves.filter((_, at) => at !== place))}
            >
              {t('channelForm.remove')}
            </Button>
          }
        >
          <div className="flex flex-col gap-4">
            <Bilingual
              label={t('channelForm.shelfTitle')}
              tried={tried}
              most={40}
              value={shelf.title}
              onChange={(title) => set(place, { title })}
            />
            <Select
              label={t('channelForm.filledBy')}
              value={shelf.rule === null ? 'hand' : 'rule'}
              choices={[
                { value: 'rule', label: t('channelForm.byRule') },
                { value: 'hand', label: t('channelForm.byHand') },
              ]}
              onChange={(event) => set(place, { rule: event.target.value === 'hand' ? null : BLANK_SHELF.rule })}
            />
            {shelf.rule === null ? (
              <>
                <ProductPicker chosen={shelf.products} onChange={(products) => set(place, { products })} />
                {tried && shelf.products.length === 0 && (
                  <p className="text-sm font-medium text-cinnabar">{t('channelForm.noProducts')}</p>
                )}
              </>
            ) : (
              <RuleFields rule={shelf.rule} onChange={(rule) => set(place, { rule })} />
            )}
          </div>
        </Card>
      ))}
      <Button look="secondary" className="self-start" onClick={() => onChange([...shelves, BLANK_SHELF])}>
        {t('channelForm.addShelf')}
      </Button>
    </>
  );
}
