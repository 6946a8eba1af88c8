import { classes } from '@xihuo/ui';
import { landOf, type Door } from './scene-of';
import scenes from './scenes.svg?url';

interface SceneProps {
  /** A place of the programme, by its code of GB/T 2260, or a door of the shop. */
  of: { region: string } | { door: Door };
  className?: string;
}

/** A drawn landscape or door. Decoration only: the name always stands beside it. */
export function Scene({ of, className }: SceneProps) {
  const id = 'region' in of ? landOf(of.region) : `door-${of.door}`;
  return (
    <svg
      aria-hidden
      viewBox="0 0 160 90"
      preserveAspectRatio="xMidYMid slice"
      className={classes('block w-full overflow-hidden', className)}
    >
      <use href={`${scenes}#${id}`} />
    </svg>
  );
}
