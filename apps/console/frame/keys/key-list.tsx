import { Checkbox, Dialog } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import { keysNow, switchKeys, useKeysOn, type Key } from './keys';

/** The keys of the page one is on, and the switch that turns them off. */
export function KeyList({ onClose }: { onClose: () => void }) {
  const t = useT();
  const on = useKeysOn();
  // As they were when it was asked for: the dialog itself has none.
  const [keys] = useState<readonly Key[]>(keysNow);
  const fixed = [
    ['Ctrl K', t('keys.palette')],
    ['Enter', t('keys.open')],
  ] as const;
  return (
    <Dialog title={t('keys.title')} open onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-6 gap-y-2">
        {[...keys.map(({ key, word }) => [key, word] as const), ...fixed].map(([key, word]) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="numeric rounded-md border border-line-strong bg-raised px-2 py-0.5">{key}</kbd>
            </dt>
            <dd>{word}</dd>
          </div>
        ))}
      </dl>
      <div className="mt-4 border-t border-line pt-3">
        <Checkbox checked={on} onChange={(event) => switchKeys(event.target.checked)}>
          {t('keys.on')}
        </Checkbox>
        <p className="text-sm text-ink-soft">{t('keys.onText')}</p>
      </div>
    </Dialog>
  );
}
