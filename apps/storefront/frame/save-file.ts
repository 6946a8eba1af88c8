/** Hands a download to the browser under its name. */
export function saveFile(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  // The browser has begun by the next turn; until then the address must live.
  setTimeout(() => URL.revokeObjectURL(url), 0);
}
