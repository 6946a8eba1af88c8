import { buttonClass, type ButtonLook } from './button-look';
import { Link, type LinkProps } from './linking';

/** Goes somewhere, so it is a link, however it looks. */
export function LinkButton({ look, size, wide, className, ...rest }: ButtonLook & LinkProps & { className?: string }) {
  return <Link {...rest} className={buttonClass({ look, size, wide }, className)} />;
}
