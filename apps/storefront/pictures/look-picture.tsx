import { classes } from '@xihuo/ui';
import { Tile } from './tile';

interface LookPictureProps {
  /** Absent where nothing is known of it: then the name alone decides the drawing. */
  look: { category: string; photo: string | null } | undefined;
  /** The Chinese name. */
  name: string;
  className?: string;
}

/** A thing in a row: the seller's small photograph or, where there is none, its drawing. The name always stands beside it. */
export function LookPicture({ look, name, className }: LookPictureProps) {
  if (!look?.photo) return <Tile category={look?.category ?? ''} name={name} className={className} />;
  return (
    <img
      src={look.photo}
      alt=""
      width="64"
      height="64"
      loading="lazy"
      className={classes('aspect-square object-cover', className)}
    />
  );
}
