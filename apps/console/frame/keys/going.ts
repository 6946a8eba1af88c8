import { useNavigate } from 'react-router';
import { useMe } from '../../identity/me';
import { useT } from '../../words';
import { menuFor, type MenuGroup } from '../menu';
import type { Key } from './keys';

/** By a letter of their own: the pages that somebody goes to many times a day. */
const LETTERS: Readonly<Record<string, string>> = {
  o: '/ordering/orders',
  a: '/ordering/after-sales',
  p: '/catalogue/products',
  q: '/admission/queue',
  w: '/admission/watching',
  d: '/disputes',
  m: '/mediation',
  s: '/settlement/statements',
  r: '/settlement/runs',
  t: '/results',
};

/** Of the pages in somebody's menu those that have a letter. */
export const lettered = (groups: readonly MenuGroup[]) =>
  Object.entries(LETTERS).flatMap(([letter, to]) => {
    const item = groups.flatMap(({ items }) => items).find((one) => one.to === to);
    return item ? [{ letter, ...item }] : [];
  });

/** `g` and a letter: to the first page, to the notices, and to those of one's own menu. */
export function useGoing(): Key[] {
  const t = useT();
  const me = useMe();
  const navigate = useNavigate();
  const go = (letter: string, to: string, place: string): Key => ({
    key: `g ${letter}`,
    word: t('keys.go', { place }),
    press: () => void navigate(to),
  });
  return [
    go('h', '/', t('menu.home')),
    go('n', '/platform/notices', t('menu.notices')),
    ...lettered(menuFor(me.grants)).map(({ letter, to, word }) => go(letter, to, t(word))),
  ];
}

/** The search of the page, to be typed into; whether it has one. */
export function toSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>('main input[type=search]');
  box?.focus();
  box?.select();
  return box !== null;
}
