import { classes } from '@xihuo/ui';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Scene } from './scene';

interface PictureTileProps {
  to: string;
  scene: Parameters<typeof Scene>[0]['of'];
  /** How high the picture is, as a class. */
  height: string;
  lang?: string;
  className?: string;
  children: ReactNode;
}

/** A door with its picture above and its words below; one link as a whole. */
export function PictureTile({ to, scene, height, lang, className, children }: PictureTileProps) {
  return (
    <Link
      to={to}
      lang={lang}
      className="group flex h-full flex-col overflow-hidden rounded-lg border border-line bg-surface transition-shadow hover:shadow-raised"
    >
      <Scene of={scene} className={height} />
      <span className={classes('flex flex-1 flex-col gap-1', className ?? 'p-4')}>{children}</span>
    </Link>
  );
}
