import { Button } from '@xihuo/ui';
import { useState } from 'react';
import { useT } from '../words';
import { useSource } from './use-source';

const ZOOMS = [1, 1.5, 2, 3, 4];

/** A picture as wide as its place, to come close to and to turn: phones lie photos on their sides. */
export function Picture({ title, file }: { title: string; file: Blob }) {
  const t = useT();
  const source = useSource<HTMLImageElement>(file);
  const [zoom, setZoom] = useState(0);
  const [turns, setTurns] = useState(0);
  const [ratio, setRatio] = useState(1);
  const aside = turns % 2 === 1;
  const width = (ZOOMS[zoom] ?? 1) * 100;
  return (
    <div className="flex flex-col gap-2">
      {/* Scrolled by arrow keys as well, which needs the focus. */}
      <div
        tabIndex={0}
        role="group"
        aria-label={title}
        className="max-h-[72dvh] overflow-auto rounded-md border border-line-strong bg-sunken"
      >
        <div className="relative" style={{ width: `${width}%`, aspectRatio: aside ? 1 / ratio : ratio }}>
          <img
            ref={source}
            alt={title}
            onLoad={({ currentTarget: { naturalWidth, naturalHeight } }) => setRatio(naturalWidth / naturalHeight)}
            className="absolute top-1/2 left-1/2 max-w-none"
            style={{
              width: aside ? `${ratio * 100}%` : '100%',
              transform: `translate(-50%, -50%) rotate(${turns * 90}deg)`,
            }}
          />
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look="secondary" size="small" unavailable={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          {t('picture.smaller')}
        </Button>
        <Button look="secondary" size="small" unavailable={zoom === ZOOMS.length - 1} onClick={() => setZoom(zoom + 1)}>
          {t('picture.larger')}
        </Button>
        <Button look="secondary" size="small" onClick={() => setTurns((turns + 1) % 4)}>
          {t('picture.turn')}
        </Button>
      </div>
    </div>
  );
}
