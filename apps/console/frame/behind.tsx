import { useEffect, type ReactNode } from 'react';
import { useBlocker } from 'react-router';

/** Back and links lead nowhere; what puts the address right in its place may. */
export const leads = ({ historyAction }: { historyAction: string }): boolean => historyAction !== 'REPLACE';

/** As long as it stands, the page stays: pages already read would else show by Back to whoever sits there. Of several that hold a page the last counts. */
export function StayHere() {
  const held = useBlocker(leads);
  useEffect(() => {
    if (held.state === 'blocked') held.reset();
  }, [held]);
  return null;
}

/** A desk whose session is over: all that was typed is kept, and nothing of it is to be seen, found, printed or read aloud. */
export function Behind({ hidden, children }: { hidden: boolean; children: ReactNode }) {
  return <div className={hidden ? 'invisible contents' : 'contents'}>{children}</div>;
}
