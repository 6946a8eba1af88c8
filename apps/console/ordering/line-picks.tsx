import { Button, formatDate, formatWeight, NumberStepper, Select, useLocale, type Output } from '@xihuo/ui';
import { useT } from '../words';
import { faultOf, lotsFor, openPacks, picksOf, splitPick, type Pick } from './picks';
import type { Task } from './state';

export type Lot = Output<'GET /supplier/lots'>['data'][number];

interface LinePicksProps {
  line: Task['lines'][number];
  lots: readonly Lot[];
  picks: readonly Pick[];
  onChange: (picks: Pick[]) => void;
  /** Faults are named once somebody tried to send; while choosing, half a choice is no fault. */
  told: boolean;
  /** Packs may stay behind for another parcel. */
  partial: boolean;
}

/** From which lots one line goes out: the oldest is proposed, a second can be added. */
export function LinePicks({ line, lots, picks, onChange, told, partial }: LinePicksProps) {
  const t = useT();
  const locale = useLocale();
  const offered = lotsFor(line, lots);
  const own = picksOf(line.id, picks);
  const fault = faultOf(line, picks, partial);
  const open = openPacks(line);
  const change = (pick: Pick, part: Partial<Pick>) =>
    onChange(picks.map((one) => (one === pick ? { ...one, ...part } : one)));
  const hintOf = ({ lotId }: Pick) => {
    const lot = offered.find(({ id }) => id === lotId);
    if (!lot) return undefined;
    return t('shipment.lotHint', {
      date: formatDate(lot.producedOn, locale),
      left: formatWeight(lot.availableGrams, locale),
    });
  };
  return (
    <fieldset className="rounded-md border border-line p-4">
      <legend className="px-1 font-medium">
        {line.productName} <span className="font-normal text-ink-faint">{line.pack}</span>{' '}
        <span className="numeric">× {open}</span>
      </legend>
      {offered.length === 0 && <p className="text-cinnabar">{t('shipment.noLots')}</p>}
      <ul className="flex flex-col gap-3">
        {offered.length > 0 &&
          own.map((pick, index) => (
            <li key={index} className="flex flex-wrap items-start gap-3">
              <div className="min-w-52 grow basis-52">
                <Select
                  label={t('shipment.lot')}
                  value={pick.lotId}
                  choices={offered.map((lot) => ({ value: lot.id, label: lot.code }))}
                  hint={hintOf(pick)}
                  onChange={(event) => change(pick, { lotId: event.target.value })}
                />
              </div>
              <div className="sm:pt-8.5">
                <NumberStepper
                  label={t('shipment.packs', { product: line.productName })}
                  min={partial ? 0 : 1}
                  max={open}
                  value={pick.packs}
                  onChange={(packs) => change(pick, { packs })}
                />
              </div>
              {own.length > 1 && (
                <Button look="quiet" size="small" onClick={() => onChange(picks.filter((one) => one !== pick))}>
                  {t('shipment.remove')}
                </Button>
              )}
            </li>
          ))}
      </ul>
      {told && fault && offered.length > 0 && (
        <p role="alert" className="mt-2 text-sm font-medium text-cinnabar">
          {t(`shipment.fault.${fault}`, { count: open })}
        </p>
      )}
      {offered.length > own.length && open > 1 && (
        <Button look="quiet" size="small" className="mt-2" onClick={() => onChange(splitPick(line, lots, picks))}>
          {t('shipment.split')}
        </Button>
      )}
    </fieldset>
  );
}
