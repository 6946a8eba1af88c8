/** Nothing that was read at one desk is for the other: the console begins anew, at the first page. */
export const atOtherDesk = (): void => window.location.assign('/console/');

/** As that, for a step that is over once the page is gone. */
export function leaveForOtherDesk(): Promise<never> {
  atOtherDesk();
  return new Promise(() => undefined);
}
