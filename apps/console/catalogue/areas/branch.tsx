import { Checkbox, useApi } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../../words';
import { tickOf, type Path, type Served } from './tree';

export interface BranchProps {
  name: string;
  path: Path;
  /** Counties hold nothing further. */
  isLeaf: boolean;
  served: Served;
  onToggle: (path: Path) => void;
}

/** A place with its tick; opened, what lies in it. A tick that is neither on nor off says that some of it is served. */
export function Branch({ name, path, isLeaf, served, onToggle }: BranchProps) {
  const t = useT();
  const [open, setOpen] = useState(false);
  const ticked = tickOf(served, path);
  return (
    <li className="min-w-0">
      <span className="flex items-center justify-between gap-2">
        <Checkbox
          checked={ticked === 'all'}
          onChange={() => onToggle(path)}
          ref={(box) => {
            if (box) box.indeterminate = ticked === 'some';
          }}
        >
          <span lang="zh-CN">{name}</span>
        </Checkbox>
        {!isLeaf && (
          <button
            type="button"
            aria-expanded={open}
            aria-label={t(open ? 'areas.close' : 'areas.open', { name })}
            onClick={() => setOpen(!open)}
            className="min-h-target min-w-target rounded-md text-sm text-green hover:bg-raised"
          >
            <span aria-hidden>{open ? '▴' : '▾'}</span>
          </button>
        )}
      </span>
      {open && <Within path={path} served={served} onToggle={onToggle} />}
    </li>
  );
}

function Within({ path, served, onToggle }: Pick<BranchProps, 'path' | 'served' | 'onToggle'>) {
  const t = useT();
  const parent = path.at(-1)!;
  const { data } = useApi('GET /regions', { query: { parent } }, { staleTime: Infinity });
  if (!data) return <p className="ps-8 text-sm text-ink-faint">{t('areas.opening')}</p>;
  return (
    <ul className="mb-3 ms-2 border-s border-line ps-4">
      {data.data.map(({ code, name, level }) => (
        <Branch key={code} {...{ name, served, onToggle }} path={[...path, code]} isLeaf={level === 'county'} />
      ))}
    </ul>
  );
}
