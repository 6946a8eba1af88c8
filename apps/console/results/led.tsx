import { RowLink } from '../frame/views';

export interface LedProps {
  to: string;
  /** Whether there is any of it. */
  some: boolean;
  children: string;
}

/** A figure of a table that leads to its rows; nothing leads nowhere. */
export function Led({ to, some, children }: LedProps) {
  return some ? <RowLink to={to}>{children}</RowLink> : children;
}
