import type { InputOf, Role } from '@xihuo/contract';
import { Badge, Button, ErrorState, Loading, Skeleton, Timeline, usePages, type Output } from '@xihuo/ui';
import { useState } from 'react';
import { hasRole, readsWholeCountry, useMe, type Me } from '../identity/me';
import { useT } from '../words';
import { wordsOf } from './trail-words';
import { Moment } from './when';

type Line = Output<'GET /history/{kind}/{id}'>['data'][number];

/** A thing by the name that the trail calls its kind. */
export interface Told {
  kind: HistoryKind;
  id: string;
}

type HistoryKind = InputOf<'GET /history/{kind}/{id}'>['params']['kind'];

const ADMISSION: readonly HistoryKind[] = [
  ...(['supplier', 'dossier', 'product', 'case', 'measure', 'appeal', 'certificate', 'recheck', 'sample'] as const),
  'exit',
];
const GOODS: Partial<Record<HistoryKind, readonly Role[]>> = {
  supplierOrder: ['supplier'],
  lot: ['supplier', 'auditor', 'operator', 'mediator'],
  recall: ['supplier', 'auditor', 'operator', 'mediator'],
  agreement: ['supplier', 'auditor', 'operator', 'finance', 'countyAgriculture', 'countyRevitalisation'],
};
const MONEY: readonly HistoryKind[] = [
  ...(['payoutRun', 'payoutBatch', 'settlementRun', 'adjustment', 'bankTransfer', 'transferReturn'] as const),
];
/** Whom the server tells (libs/insight/rules/history.ts): nobody is shown what would be refused. */
export function mayRead(kind: HistoryKind, me: Me): boolean {
  if (ADMISSION.includes(kind)) return hasRole(me, ['supplier', 'auditor']);
  const ofGoods = GOODS[kind];
  if (ofGoods) return hasRole(me, ofGoods);
  if (MONEY.includes(kind)) return readsWholeCountry(me, ['auditor', 'finance']);
  return hasRole(me, ['auditor', 'operator', 'finance']);
}

/** What was done to the thing of a page: asked for when somebody wants to know. */
export function History({ of }: { of: Told }) {
  const t = useT();
  const me = useMe();
  const [isOpen, setOpen] = useState(false);
  if (!mayRead(of.kind, me)) return null;
  return (
    <details
      className="mt-8 border-t border-line pt-2 print:hidden"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="inline-flex min-h-target cursor-pointer items-center font-medium text-green">
        {t('history.done')}
      </summary>
      {isOpen && <Lines of={of} />}
    </details>
  );
}

function Lines({ of: { kind, id } }: { of: Told }) {
  const t = useT();
  const list = usePages('GET /history/{kind}/{id}', { params: { kind, id }, query: { limit: 20 } });
  if (list.isPending) {
    return (
      <Loading>
        <Skeleton className="h-24 max-w-[44em]" />
      </Loading>
    );
  }
  if (list.isError && !list.rows) return <ErrorState problem={list.error} onRetry={() => void list.refetch()} />;
  if (!list.rows?.length) return <p className="py-2 text-ink-soft">{t('history.none')}</p>;
  return (
    <div className="pt-2">
      <Timeline
        entries={list.rows.map((line) => ({
          id: line.id,
          at: <Moment value={line.at} />,
          title: <What line={line} />,
        }))}
      />
      {list.hasNextPage && (
        <Button look="quiet" pending={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t('list.more')}
        </Button>
      )}
    </div>
  );
}

function What({ line: { action, by, refused } }: { line: Line }) {
  const t = useT();
  const { of, verb } = wordsOf(action);
  const who = by.kind === 'system' ? t('trail.machine') : (by.name ?? t('history.other'));
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <span>
        {of && t(of)} {verb ? t(verb) : <code className="text-xs">{action}</code>}
      </span>
      <span className="font-normal text-ink-soft">{who}</span>
      {refused !== null && <Badge tone="bad">{t('trail.wasRefused')}</Badge>}
    </span>
  );
}
