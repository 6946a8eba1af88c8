import { Card } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { Day } from '../../frame/when';
import { useT } from '../../words';
import { useWeight } from '../weights';
import type { Lot } from './lot-parts';

interface Move {
  id: string;
  on: string;
  what: string;
  detail?: ReactNode;
  grams: number;
  /** Into the lot, out of it, or neither: packs stay in it until they ship. */
  sign: '+' | '−' | '';
}

function useMoves(lot: Lot): Move[] {
  const t = useT();
  const lots = (codes: readonly string[]) => <span className="font-mono text-sm">{codes.join('、')}</span>;
  const moves: Move[] = [
    ...lot.ownOutputs.map(({ id, on, grams, note }) => ({
      ...{ id, on, grams, sign: '+' as const, what: t('balance.own'), detail: note },
    })),
    ...lot.madeBy.map(({ processingId, on, grams, kind, lots: codes }) => ({
      ...{
        id: processingId,
        on,
        grams,
        sign: '+' as const,
        what: t(`process.${kind as 'other'}`),
        detail: lots(codes),
      },
    })),
    ...lot.wentInto.map(({ processingId, on, grams, kind, lots: codes }) => ({
      ...{
        id: processingId,
        on,
        grams,
        sign: '−' as const,
        what: t(`process.${kind as 'other'}`),
        detail: lots(codes),
      },
    })),
    ...lot.losses.map(({ id, on, grams, reason, note }) => ({
      ...{
        id,
        on,
        grams,
        sign: '−' as const,
        what: t('balance.lost'),
        detail: [t(`loss.${reason}`), note].filter(Boolean).join(' · '),
      },
    })),
    ...lot.packings.map(({ id, packedOn, grams, packs, pack }) => ({
      ...{ id, on: packedOn, grams, sign: '' as const, what: t('moves.packed', { count: packs, pack }) },
    })),
  ];
  return moves.sort((one, other) => other.on.localeCompare(one.on));
}

/** What happened to the goods, the newest first: own output, processing both ways, losses, packs. */
export function Moves({ lot }: { lot: Lot }) {
  const t = useT();
  const weight = useWeight();
  const moves = useMoves(lot);
  return (
    <Card title={t('moves.title')}>
      {moves.length === 0 ? (
        <p className="text-ink-soft">{t('moves.none')}</p>
      ) : (
        <ul>
          {moves.map((move) => (
            <li key={`${move.id}${move.sign}`} className="border-b border-line py-2 last:border-0">
              <p className="flex flex-wrap justify-between gap-x-3">
                <span className="font-medium">{move.what}</span>
                <span className="numeric">
                  {move.sign}
                  {weight(move.grams)}
                </span>
              </p>
              <p className="text-sm text-ink-soft">
                <Day value={move.on} /> {move.detail && <>· {move.detail}</>}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
