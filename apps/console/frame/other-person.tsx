import { useT } from '../words';

/** In place of a step that somebody else has to take: the reader had a part in it already. */
export function OtherPerson() {
  const t = useT();
  return <p className="max-w-[36em] text-sm text-ink-soft">{t('act.otherPerson')}</p>;
}
