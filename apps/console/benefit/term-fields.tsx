import { Select, TextField } from '@xihuo/ui';
import { useSay } from '../admission/watching/today';
import { useOwnProducts } from '../catalogue/own-products';
import { useT } from '../words';
import type { LinkageKind, TermField, Typed } from './terms';

export interface TermFieldsProps {
  supplierId: string;
  typed: Typed;
  change: (some: Partial<Typed>) => void;
  errorOf: (field: TermField) => string | null;
}

type Plain = Exclude<TermField, 'basis' | 'productId' | 'from' | 'to'>;

/** A figure with its unit beside it. */
function Figure({
  name,
  unit,
  hint,
  optional,
  ...form
}: TermFieldsProps & { name: Plain; unit?: string; hint?: string; optional?: boolean }) {
  const t = useT();
  return (
    <TextField
      label={
        <>
          {t(`term.${name}`)}
          {unit && <span className="ms-1 font-normal text-ink-faint">{unit}</span>}
        </>
      }
      hint={hint}
      optional={optional ?? false}
      inputMode={name === 'pieceName' ? 'text' : 'decimal'}
      autoComplete="off"
      className="numeric"
      maxLength={20}
      value={form.typed[name]}
      error={form.errorOf(name)}
      onChange={(event) => form.change({ [name]: event.target.value })}
    />
  );
}

function PurchaseFields(form: TermFieldsProps) {
  const t = useT();
  const say = useSay();
  const { products, find } = useOwnProducts(form.supplierId, [form.typed.productId]);
  return (
    <>
      {find}
      <Select
        label={t('order.product')}
        value={form.typed.productId}
        choices={products.map(({ productId, name }) => ({ value: productId, label: say(name) }))}
        error={form.errorOf('productId')}
        onChange={(event) => form.change({ productId: event.target.value })}
      />
      <Figure {...form} name="contracted" unit={t('unit.kg')} hint={t('term.contractedHint')} />
      <Figure {...form} name="floorPrice" unit={t('unit.yuanPerKg')} hint={t('term.floorPriceHint')} />
      <Figure {...form} name="premium" unit={t('unit.yuanPerKg')} hint={t('term.premiumHint')} optional />
      <Figure {...form} name="rebate" unit="%" hint={t('term.rebateHint')} optional />
      <Figure {...form} name="capYear" unit={t('unit.kg')} hint={t('term.capYearHint')} optional />
      <Figure {...form} name="capLot" unit={t('unit.kg')} hint={t('term.capLotHint')} optional />
      <Figure {...form} name="priority" hint={t('term.priorityHint')} />
    </>
  );
}

function EmploymentFields(form: TermFieldsProps) {
  const t = useT();
  const byDay = form.typed.basis === 'day';
  return (
    <>
      <Select
        label={t('term.basis')}
        value={form.typed.basis}
        choices={(['day', 'piece'] as const).map((value) => ({ value, label: t(`term.basis.${value}`) }))}
        onChange={(event) => form.change({ basis: event.target.value === 'piece' ? 'piece' : 'day' })}
      />
      {byDay ? (
        <Figure {...form} name="dailyWage" unit={t('unit.yuanPerDay')} hint={t('term.dailyWageHint')} />
      ) : (
        <>
          <Figure {...form} name="pieceName" hint={t('term.pieceNameHint')} />
          <Figure {...form} name="pieceRate" unit={t('unit.yuanPerPiece')} hint={t('term.dailyWageHint')} />
        </>
      )}
      <Figure {...form} name="workDays" unit={t('unit.days')} hint={t('term.workDaysHint')} optional />
    </>
  );
}

function DividendFields(form: TermFieldsProps) {
  const t = useT();
  return (
    <>
      <Figure {...form} name="shares" hint={t('term.sharesHint')} optional />
      <Figure {...form} name="mu" unit={t('unit.mu')} hint={t('term.muHint')} optional />
      <Figure {...form} name="rent" unit={t('unit.yuanPerMu')} hint={t('term.rentHint')} optional />
    </>
  );
}

/** What is asked for, by kind. */
export function TermFields({ kind, ...form }: TermFieldsProps & { kind: LinkageKind }) {
  if (kind === 'contractPurchase') return <PurchaseFields {...form} />;
  return kind === 'employment' ? <EmploymentFields {...form} /> : <DividendFields {...form} />;
}

export function DayFields({ typed, change, errorOf, min }: TermFieldsProps & { min: string | undefined }) {
  const t = useT();
  return (
    <>
      <TextField
        type="date"
        label={t('term.from')}
        hint={t('term.fromHint')}
        min={min}
        value={typed.from}
        error={errorOf('from')}
        onChange={(event) => change({ from: event.target.value })}
      />
      <TextField
        type="date"
        label={t('term.to')}
        hint={t('term.toHint')}
        optional
        min={typed.from || min}
        value={typed.to}
        error={errorOf('to')}
        onChange={(event) => change({ to: event.target.value })}
      />
    </>
  );
}
