const COOKIE = 'elder';

/** Whether this browser asked for 长辈版; the server reads the same cookie, so that a page comes in its size. */
export const choseElder = (cookie: string): boolean => new RegExp(`(?:^|; )${COOKIE}=1(?:;|$)`).test(cookie);

/** Whether it was ever chosen here, one way or the other. */
export const hasChosen = (cookie: string): boolean => new RegExp(`(?:^|; )${COOKIE}=`).test(cookie);

export const isElder = (): boolean => document.documentElement.hasAttribute('data-elder');

/** The size that was chosen, also on a page that no server drew. */
export function showElder(): void {
  document.documentElement.toggleAttribute('data-elder', choseElder(document.cookie));
}

export function setElder(on: boolean): void {
  document.cookie = `${COOKIE}=${on ? 1 : 0}; path=/; max-age=31536000; samesite=lax`;
  showElder();
}
