import { Dialog, TextField } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import type { Pack } from './device';

export type Household = Pack['households'][number];

/** So many at once: more would have to be scrolled through, and typing one more character is quicker. */
const SHOWN = 60;

function Choices({ label, households, pick }: ChoicesProps) {
  if (households.length === 0) return null;
  return (
    <section aria-label={label}>
      <h3 className="pt-3 pb-1 text-sm font-medium text-ink-faint">{label}</h3>
      <ul className="grid gap-2 sm:grid-cols-2">
        {households.map((household) => (
          <li key={household.id}>
            <button
              type="button"
              onClick={() => pick(household)}
              className="flex min-h-13 w-full items-center justify-between gap-3 rounded-md border border-line bg-surface px-4 py-2 text-start hover:border-green hover:bg-green-wash"
            >
              <span className="text-lg font-medium">{household.displayName}</span>
              <span className="text-sm text-ink-faint">{household.village}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface ChoicesProps {
  label: string;
  households: readonly Household[];
  pick: (household: Household) => void;
}

function byVillage(households: readonly Household[]): [string, Household[]][] {
  const villages = new Map<string, Household[]>();
  for (const household of households) {
    villages.set(household.village, [...(villages.get(household.village) ?? []), household]);
  }
  return [...villages];
}

interface HouseholdSheetProps {
  households: readonly Household[];
  recent: readonly string[];
  pick: (household: Household) => void;
  onClose: () => void;
}

/** Who brings it: the last ones on top, then village by village; a word of the name or the village narrows it. */
export function HouseholdSheet({ households, recent, pick, onClose }: HouseholdSheetProps) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const word = typed.normalize('NFKC').trim().toLowerCase();
  const found = households.filter(({ displayName, village }) =>
    `${displayName} ${village}`.toLowerCase().includes(word),
  );
  const last = recent.flatMap((id) => households.filter((household) => household.id === id));
  const shown = found.slice(0, SHOWN);
  return (
    <Dialog title={t('scale.whoBrings')} open onClose={onClose}>
      <TextField
        type="search"
        label={t('scale.find')}
        placeholder={t('scale.find')}
        labelHidden
        optional
        autoComplete="off"
        maxLength={40}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {word === '' && <Choices label={t('scale.recent')} households={last} pick={pick} />}
      {byVillage(shown).map(([village, members]) => (
        <Choices key={village} label={village} households={members} pick={pick} />
      ))}
      {households.length === 0 && <p className="py-6 text-ink-soft">{t('scale.noHouseholds')}</p>}
      {households.length > 0 && found.length === 0 && <p className="py-6 text-ink-soft">{t('scale.notFound')}</p>}
      {found.length > SHOWN && (
        <p className="pt-3 text-sm text-ink-faint">{t('scale.more', { count: found.length - SHOWN })}</p>
      )}
    </Dialog>
  );
}
