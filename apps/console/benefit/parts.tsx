import { Badge, formatNumber, Money, useLocale, type Output, type Tone } from '@xihuo/ui';
import { ids } from '@xihuo/kernel';
import { useMe } from '../identity/me';
import { useT } from '../words';

export type Agreement = Output<'GET /benefit/agreements/{id}'>;
export type AgreementRow = Output<'GET /benefit/agreements'>['data'][number];
export type Household = Output<'GET /benefit/households/{id}'>;
export type Dues = Household['amounts'];
export type OutsidePayment = Output<'GET /benefit/outside-payments'>['data'][number];
export type Contest = Output<'GET /benefit/contests'>['data'][number];
export type Pool = Output<'GET /benefit/pools/{id}'>;
export type Distribution = Output<'GET /benefit/distributions/{id}'>;

type StateKey =
  | `agreement.${AgreementRow['state']}`
  | `outside.${OutsidePayment['state']}`
  | `contest.${Contest['state']}`
  | `pool.${Pool['state']}`;

const tones: Record<StateKey, Tone> = {
  'agreement.draft': 'neutral',
  'agreement.offered': 'attention',
  'agreement.signed': 'info',
  'agreement.inForce': 'good',
  'agreement.ended': 'neutral',
  'agreement.superseded': 'neutral',
  'agreement.declined': 'bad',
  'agreement.withdrawn': 'neutral',
  'outside.recorded': 'attention',
  'outside.witnessed': 'attention',
  'outside.confirmed': 'good',
  'outside.contested': 'bad',
  'outside.withdrawn': 'neutral',
  'outside.lapsed': 'neutral',
  'contest.open': 'attention',
  'contest.upheld': 'good',
  'contest.explained': 'info',
  'contest.escalated': 'bad',
  'contest.closed': 'neutral',
  'contest.overtaken': 'neutral',
  'pool.draft': 'attention',
  'pool.declared': 'good',
  'pool.discarded': 'neutral',
};

/** A state in a word. */
export function StateBadge({ state }: { state: StateKey }) {
  const t = useT();
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}

/** The organisations whose clerk is at work; empty for everybody who only reads. */
export function useOwnSuppliers(): readonly { id: string; name: string }[] {
  return useMe().grants.flatMap(({ role, organisation }) =>
    role === 'supplier' && organisation ? [organisation] : [],
  );
}

/** An id made here, so that the same form sent twice is one row. */
export function newId(): string {
  return ids.uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(16)));
}

export function useKilograms(): (grams: number) => string {
  const t = useT();
  const locale = useLocale();
  return (grams) => t('linkage.kg', { count: formatNumber(grams / 1000, locale, 3) });
}

/** What was agreed against what came, in words and as a bar beside them. */
export function TargetBar({ target }: { target: AgreementRow['target'] }) {
  const t = useT();
  const locale = useLocale();
  const kilograms = useKilograms();
  if (!target) return <>{t('list.notYet')}</>;
  const say = (count: number) =>
    target.unit === 'gram' ? kilograms(count) : t('linkage.days', { count: formatNumber(count, locale) });
  const share = target.agreed === 0 ? 0 : target.done / target.agreed;
  return (
    <span className="block sm:min-w-36">
      <span className="numeric block whitespace-nowrap">
        {say(target.done)} <span className="text-ink-faint">/ {say(target.agreed)}</span>
      </span>
      <span aria-hidden className="mt-1 block h-1.5 overflow-hidden rounded-full bg-sunken">
        <span
          className={`block h-full rounded-full ${share > 1 ? 'bg-amber' : 'bg-green'}`}
          style={{ inlineSize: `${Math.min(100, share * 100)}%` }}
        />
      </span>
    </span>
  );
}

const PARTS = ['due', 'funded', 'paidOutside', 'waiting', 'open'] as const;

/** due = settled + paid outside + waiting + open: the sum stands first, its parts beside it. */
export function DuesLine({ amounts }: { amounts: Dues }) {
  const t = useT();
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-5">
      {PARTS.map((part) => (
        <div key={part} className={part === 'due' ? 'col-span-2 sm:col-span-1' : ''}>
          <dt className="text-sm text-ink-faint">{t(`dues.${part}`)}</dt>
          <dd className={part === 'open' && amounts.open.amount !== '0' ? 'text-amber' : ''}>
            <Money value={amounts[part]} size="price" />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Name above, village below: two of one name live in different villages. */
export function HouseholdName({ household }: { household: { displayName: string; village: string } }) {
  return (
    <>
      {household.displayName}
      <span className="block text-sm font-normal text-ink-faint">{household.village}</span>
    </>
  );
}
