import {
  createContext,
  createElement,
  useContext,
  type AnchorHTMLAttributes,
  type ComponentType,
  type Ref,
} from 'react';

export interface LinkProps extends Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> {
  to: string;
  replace?: boolean;
  state?: unknown;
  preventScrollReset?: boolean;
  ref?: Ref<HTMLAnchorElement>;
}

/** A step to another document, for entries that have no router: the page behind a code on a pack need not carry one. */
function PlainLink({ to, replace: _replace, state: _state, preventScrollReset: _keep, ...rest }: LinkProps) {
  return <a href={to} {...rest} />;
}

export const LinkContext = createContext<ComponentType<LinkProps>>(PlainLink);

/** A link as the app around it follows links. */
export function Link(props: LinkProps) {
  return createElement(useContext(LinkContext), props);
}
