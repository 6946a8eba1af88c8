import { classes } from '@xihuo/ui';
import { pictureOf } from './picture-of';
import sprite from './pictures.svg?url';

const grounds = {
  fruit: 'bg-tile-fruit',
  leaf: 'bg-tile-leaf',
  grain: 'bg-tile-grain',
  meat: 'bg-tile-meat',
  milk: 'bg-tile-milk',
  tea: 'bg-tile-tea',
  earth: 'bg-tile-earth',
  water: 'bg-tile-water',
} as const;

/** By the count of characters, so that one, two and three fill the tile alike. */
const fontSizes = [0, 42, 32, 25] as const;

interface TileProps {
  category: string;
  /** The Chinese name: it decides the picture in either language. */
  name: string;
  className?: string | undefined;
}

/** A soft ground with the drawn thing on it. Decoration only: the name always stands beside it. */
export function Tile({ category, name, className }: TileProps) {
  const { ground, picture } = pictureOf(category, name);
  return (
    <span
      aria-hidden
      className={classes(
        'relative flex aspect-square items-center justify-center overflow-hidden',
        grounds[ground],
        className,
      )}
    >
      <svg
        viewBox="0 0 100 100"
        preserveAspectRatio="xMidYMax slice"
        className="absolute inset-0 size-full text-ink opacity-[0.06]"
      >
        <path d="M0 92 20 70l9 7 19-25 16 21 10-9 26 24v12H0z" fill="currentColor" />
      </svg>
      {'icon' in picture ? (
        <svg viewBox="0 0 32 32" className="relative w-[56%]">
          <use href={`${sprite}#${picture.icon}`} />
        </svg>
      ) : (
        <svg viewBox="0 0 100 100" className="relative size-full font-serif text-ink-soft">
          <text
            x="50"
            y="51"
            fontSize={fontSizes[picture.letters.length] ?? 24}
            letterSpacing="0.06em"
            textAnchor="middle"
            dominantBaseline="central"
            fill="currentColor"
          >
            {picture.letters}
          </text>
        </svg>
      )}
    </span>
  );
}
