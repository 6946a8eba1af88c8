import { Dialog } from '@xihuo/ui';
import { useId, useState, type KeyboardEvent } from 'react';
import { useNavigate } from 'react-router';
import { hasRole, useMe } from '../../identity/me';
import { useT } from '../../words';
import { menuFor } from '../menu';
import { useFound } from './found-things';
import { found, joined, type Way } from './ways';
import { recentWays } from './recent';

/** Every page one may open, what was opened last, what is found by its number or name, and the lists that can be searched. */
function useWays(typed: string): { ways: Way[]; isLooking: boolean } {
  const t = useT();
  const me = useMe();
  const pages = menuFor(me.grants).flatMap((group) =>
    group.items.map(({ to, word }) => ({ to, word: t(word), group: t(group.word) })),
  );
  const all: Way[] = [
    ...recentWays().map((way) => ({ ...way, group: t('palette.recent') })),
    { to: '/', word: t('menu.home'), group: '' },
    ...pages,
    { to: '/platform/notices', word: t('menu.notices'), group: '' },
    { to: '/identity/sessions', word: t('menu.sessions'), group: '' },
  ];
  const q = encodeURIComponent(typed.trim());
  const searches: Way[] =
    q === ''
      ? []
      : [
          ...(hasRole(me, ['supplier'])
            ? [{ to: `/ordering/orders?state=all&q=${q}`, word: typed, group: t('palette.inOrders') }]
            : []),
          ...(hasRole(me, ['countyAgriculture', 'countyRevitalisation', 'auditor', 'reviewer', 'operator'])
            ? [{ to: `/admission/applications?q=${q}`, word: typed, group: t('palette.inApplications') }]
            : []),
          ...(hasRole(me, ['finance', 'operator'])
            ? [{ to: `/settlement/statements?q=${q}`, word: typed, group: t('palette.inStatements') }]
            : []),
        ];
  const { exact, others, isLooking } = useFound(typed);
  return { ways: joined(exact, found(all, typed), others, searches), isLooking };
}

function Option({ id, way, here, onGo }: { id: string; way: Way; here: boolean; onGo: () => void }) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={here}
      ref={here ? (node) => node?.scrollIntoView({ block: 'nearest' }) : undefined}
      onClick={onGo}
      className="flex min-h-target cursor-pointer items-center justify-between gap-4 rounded-md px-3 hover:bg-raised aria-selected:bg-green-wash"
    >
      <span>{way.word}</span>
      <span className="text-sm text-ink-faint">{way.group}</span>
    </li>
  );
}

/** Types a few signs of where to go, and goes there. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useT();
  const id = useId();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const { ways, isLooking } = useWays(typed);
  const here = Math.min(at, ways.length - 1);
  const go = (way: Way | undefined) => {
    if (!way) return;
    onClose();
    void navigate(way.to);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setAt(Math.max(0, Math.min(ways.length - 1, here + step)));
    } else if (event.key === 'Enter') {
      event.preventDefault();
      go(ways[here]);
    }
  };
  return (
    <Dialog title={t('palette.title')} open onClose={onClose}>
      <input
        // The box was opened to type into.
        autoFocus
        role="combobox"
        aria-label={t('palette.label')}
        aria-expanded="true"
        aria-controls={`${id}ways`}
        aria-activedescendant={ways.length > 0 ? `${id}${here}` : undefined}
        aria-autocomplete="list"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('palette.label')}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={press}
        className="min-h-target w-full rounded-md border border-line-strong bg-surface px-3 py-2 text-base"
      />
      <ul
        id={`${id}ways`}
        role="listbox"
        aria-label={t('palette.title')}
        className="mt-2 max-h-[50dvh] overflow-y-auto"
      >
        {ways.map((way, index) => (
          <Option
            key={`${way.group}${way.to}`}
            id={`${id}${index}`}
            way={way}
            here={index === here}
            onGo={() => go(way)}
          />
        ))}
      </ul>
      {ways.length === 0 && !isLooking && <p className="px-3 py-4 text-ink-soft">{t('palette.none')}</p>}
      <p role="status" className={isLooking ? 'px-3 py-2 text-sm text-ink-soft' : 'sr-only'}>
        {isLooking ? t('palette.looking') : typed.trim() !== '' && t('palette.found', { count: ways.length })}
      </p>
    </Dialog>
  );
}
