import { formatNumber, Money, Select, TextField, useLocale, type FormFault } from '@xihuo/ui';
import { useId, useState } from 'react';
import { useT } from '../../words';
import type { Pack } from './device';
import { gradesOf, type Draft, type Field } from './draft';
import { HouseholdSheet } from './household-pick';
import { fenOf, fenPerKilogram, gramsOf, UNITS } from './weight';

export interface PartProps {
  draft: Draft;
  pack: Pack;
  change: (some: Partial<Draft>) => void;
  /** The words of a field that was tried and is wrong. */
  fault: (field: Field) => string | null;
}

function Chips<Value extends string>({ id: own, label, name, values, chosen, word, choose, error }: ChipsProps<Value>) {
  const id = useId();
  return (
    <fieldset id={own} tabIndex={-1} aria-describedby={error ? id : undefined}>
      <legend className="mb-1.5 font-medium">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {values.map((value) => (
          <label
            key={value}
            className="flex min-h-target min-w-target cursor-pointer items-center justify-center rounded-md border border-line-strong bg-surface px-4 has-checked:border-green has-checked:bg-green has-checked:text-white has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-slate"
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={value === chosen}
              onChange={() => choose(value)}
            />
            {word(value)}
          </label>
        ))}
      </div>
      {error && (
        <p id={id} className="mt-1.5 text-sm font-medium text-cinnabar">
          {error}
        </p>
      )}
    </fieldset>
  );
}
interface ChipsProps<Value> {
  id?: string;
  label: string;
  name: string;
  values: readonly Value[];
  chosen: Value | '';
  word: (value: Value) => string;
  choose: (value: Value) => void;
  error?: string | null;
}

/** Who brings it: one tap to the list, one tap on the name. */
export function WhoPart({ draft, pack, change, fault, recent }: PartProps & { recent: readonly string[] }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const error = fault('household');
  const chosen = pack.households.find(({ id }) => id === draft.householdId);
  return (
    <div className="flex flex-col gap-1.5">
      <span className="font-medium" id="scale-household-label">
        {t('scale.household')}
      </span>
      <button
        type="button"
        id="scale-household"
        aria-labelledby="scale-household-label scale-household"
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
        className={`flex min-h-15 w-full items-center justify-between gap-3 rounded-md border bg-surface px-4 py-2 text-start ${error ? 'border-2 border-cinnabar' : 'border-line-strong'}`}
      >
        {chosen ? (
          <>
            <span className="text-xl font-semibold">{chosen.displayName}</span>
            <span className="text-ink-faint">{chosen.village}</span>
          </>
        ) : (
          <span className="text-lg text-green">{t('scale.pick')}</span>
        )}
      </button>
      {error && <p className="text-sm font-medium text-cinnabar">{error}</p>}
      {open && (
        <HouseholdSheet
          households={pack.households}
          recent={recent}
          onClose={() => setOpen(false)}
          pick={({ id }) => {
            change({ householdId: id });
            setOpen(false);
          }}
        />
      )}
    </div>
  );
}

/** The figure on the scale, large, in the unit the scale shows; beside it the same in the other. */
export function WeightPart({ draft, change, fault }: PartProps) {
  const t = useT();
  const locale = useLocale();
  const grams = gramsOf(draft.weight, draft.unit);
  const other = draft.unit === 'jin' ? 'kg' : 'jin';
  const hint =
    grams !== null && t(`scale.is.${other}`, { count: formatNumber(grams / (other === 'kg' ? 1000 : 500), locale, 3) });
  return (
    <div className="grid grid-cols-[1fr_auto] items-start gap-3">
      <TextField
        id="scale-weight"
        label={t('scale.weight')}
        hint={hint || undefined}
        inputMode="decimal"
        autoComplete="off"
        enterKeyHint="done"
        maxLength={14}
        className="numeric min-h-18! text-center text-3xl! font-semibold"
        value={draft.weight}
        error={fault('weight')}
        onChange={(event) => change({ weight: event.target.value })}
      />
      <Chips
        label={t('scale.unit')}
        name="unit"
        values={UNITS}
        chosen={draft.unit}
        word={(unit) => t(`scale.unit.${unit}`)}
        choose={(unit) => change({ unit })}
      />
    </div>
  );
}

/** What it is worth: grade and price, and what comes of it. Nothing where the agreement alone says the price. */
export function WorthPart({ draft, pack, change, fault }: PartProps) {
  const t = useT();
  const grades = gradesOf(draft.goods, pack);
  const grams = gramsOf(draft.weight, draft.unit);
  const fen = fenPerKilogram(draft.price, draft.unit);
  return (
    <>
      {grades.length > 1 && (
        <Chips
          id="scale-grade"
          label={t('scale.grade')}
          name="grade"
          values={grades}
          chosen={draft.grade}
          word={(grade) => t(`grade.${grade}`)}
          choose={(grade) => change({ grade })}
          error={fault('grade')}
        />
      )}
      <TextField
        id="scale-price"
        label={t(`scale.price.${draft.unit}`)}
        hint={
          grams !== null && fen !== null ? (
            <>
              {t('scale.comesTo')} <Money value={{ amount: fenOf(grams, fen), currency: 'CNY' }} />
            </>
          ) : (
            t('scale.priceHint')
          )
        }
        optional
        inputMode="decimal"
        autoComplete="off"
        maxLength={10}
        className="numeric"
        value={draft.price}
        error={fault('price')}
        onChange={(event) => change({ price: event.target.value })}
      />
    </>
  );
}

/** Into which lot: those that are open, the newest first, or the one of a product and the day. */
export function GoodsPart({ draft, pack, change, fault }: PartProps) {
  const t = useT();
  const lots = pack.lots.map(({ id, productName, code, producedOn }) => ({
    value: id,
    label: `${productName} · ${producedOn.slice(5)} · ${code}`,
  }));
  const products = pack.products.map(({ id, name }) => ({
    value: `product:${id}`,
    label: t('scale.lotOfDay', { product: name }),
  }));
  return (
    <Select
      id="scale-goods"
      label={t('scale.goods')}
      hint={draft.goods.startsWith('product:') ? t('scale.lotOfDayHint') : undefined}
      value={draft.goods}
      choices={[...lots, ...products]}
      error={fault('goods')}
      onChange={(event) => change({ goods: event.target.value })}
    />
  );
}

/** The words of what is wrong, and where it stands, for the summary on top. */
export function useFaults(faults: readonly Field[]): { fault: PartProps['fault']; listed: FormFault[] } {
  const t = useT();
  const word = (field: Field) => t(`scale.fault.${field}`);
  return {
    fault: (field) => (faults.includes(field) ? word(field) : null),
    listed: faults.map((field) => ({ field: `scale-${field}`, message: word(field) })),
  };
}
