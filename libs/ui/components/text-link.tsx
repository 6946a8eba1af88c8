import { classes } from './classes';
import { Link, type LinkProps } from './linking';

/** A link in green, as tall as a finger is wide: for lists, facts and cards, not for the middle of a sentence. */
export function TextLink({ className, ...rest }: LinkProps & { className?: string }) {
  return <Link {...rest} className={classes('touch text-green underline-offset-4 hover:underline', className)} />;
}
