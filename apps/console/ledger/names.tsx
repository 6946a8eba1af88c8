import { useApi, type Output } from '@xihuo/ui';
import { Link } from 'react-router';
import { useSay } from '../admission/watching/today';
import { rowLink } from '../frame/views';
import { useT } from '../words';

export type Account = Output<'GET /ledger/accounts'>['data'][number];
export type Entry = Output<'GET /ledger/accounts/{id}/entries'>['data'][number];

const ACCOUNTS = [
  'institution',
  'orderClearing',
  'disputeHold',
  'funderDebt',
  'platformSubsidy',
  'supplierSubsidy',
  'platformFee',
  'obligationControl',
  'supplierDebt',
  'supplierPayable',
  'supplierReceivable',
  'platformAdjustment',
  'householdPayable',
  'buyerReceivable',
  'buyerCredit',
] as const;

const MOVEMENTS = [
  'payment.capture',
  'payment.refund',
  'payment.refundFailed',
  'payment.chargeback',
  'dispute.hold',
  'dispute.refund',
  'dispute.release',
  'obligation.owed',
  'obligation.funded',
  'purchase.receivable',
  'purchase.settled',
  'purchase.creditNote',
  'purchase.creditNotePaid',
  'purchase.owedAgain',
  'transfer.received',
  'transfer.returned',
  'transfer.reversed',
  'settle.fee',
  'settle.payable',
  'settle.adjustment',
  'settle.writeOff',
  'settle.netted',
  'refund.late',
  'subsidy.owe',
  'subsidy.receive',
  'subsidy.paid',
  'subsidy.back',
  'subsidy.withdrawn',
  'share.wage',
  'share.floorPrice',
  'share.premium',
  'share.rebate',
  'share.landRent',
  'share.dividend',
  'share.collectiveShare',
  'share.surplusRefund',
] as const;

const SOURCES = [
  'supplierOrder',
  'dispute',
  'creditNote',
  'bankTransfer',
  'transferReturn',
  'settlementRun',
  'adjustment',
  'chargeback',
  'obligation',
  'delivery',
  'work',
  'outsidePayment',
] as const;

const among = <Name extends string>(names: readonly Name[], name: string) => names.find((one) => one === name);

/** What the chart of accounts, the transfers and their sources are called; one that came later keeps its code. */
export function useBookNames() {
  const t = useT();
  return {
    account: (code: string) => {
      const known = among(ACCOUNTS, code);
      return known ? t(`books.account.${known}`) : code;
    },
    movement: (code: string) => {
      const known = among(MOVEMENTS, code);
      return known ? t(`books.movement.${known}`) : code;
    },
    source: (kind: string) => {
      const known = among(SOURCES, kind);
      return known ? t(`books.source.${known}`) : kind;
    },
  };
}

/** The beginning of an id, enough to tell two apart; the whole one is under the pointer. */
export function ShortId({ id }: { id: string }) {
  return (
    <code className="text-xs text-ink-faint" title={id}>
      {id.slice(-8)}
    </code>
  );
}

const forEver = { staleTime: Infinity } as const;

function SupplierName({ id }: { id: string }) {
  const say = useSay();
  const { data } = useApi('GET /suppliers/{id}', { params: { id } }, forEver);
  return data ? say(data.name) : <ShortId id={id} />;
}

function HouseholdLabel({ id }: { id: string }) {
  const { data } = useApi('GET /benefit/households/{id}', { params: { id } }, forEver);
  return data ? `${data.household.displayName} · ${data.household.village}` : <ShortId id={id} />;
}

/** Whose account it is. The ledger itself knows ids only. */
export function OwnerName({ account }: { account: Pick<Account, 'code' | 'ownerId'> }) {
  const t = useT();
  const { code, ownerId } = account;
  if (ownerId === null) return <>{t('books.platform')}</>;
  if (code.startsWith('supplier')) return <SupplierName id={ownerId} />;
  return code.startsWith('household') ? <HouseholdLabel id={ownerId} /> : <ShortId id={ownerId} />;
}

/** An account by name, as a way to its statement; read once, however often it stands on the page. */
export function AccountLink({ id }: { id: string }) {
  const names = useBookNames();
  const { data } = useApi('GET /ledger/accounts/{id}', { params: { id } }, forEver);
  return (
    <Link to={`/ledger/accounts/${id}`} className={rowLink}>
      {data ? (
        <span className="sm:whitespace-nowrap">
          {names.account(data.code)}
          {data.ownerId && (
            <span className="block text-xs font-normal text-ink-faint">
              <OwnerName account={data} />
            </span>
          )}
        </span>
      ) : (
        id.slice(-8)
      )}
    </Link>
  );
}

/** What a transfer came from, and the way there where finance and auditors have one. */
export function Source({ kind, id }: { kind: string; id: string }) {
  const names = useBookNames();
  const word = names.source(kind);
  return (
    <span className="whitespace-nowrap">
      {kind === 'settlementRun' ? (
        <Link to="/settlement/runs" className={rowLink}>
          {word}
        </Link>
      ) : (
        word
      )}
      <span className="block">
        <ShortId id={id} />
      </span>
    </span>
  );
}
