/**
 * Passes an address on by whatever the system has for that, or copies it.
 *
 * @returns true where it was copied, which nobody sees: the page then says so
 */
export async function share(title: string, url: string): Promise<boolean> {
  try {
    if (navigator.share) {
      await navigator.share({ title, url });
      return false;
    }
    await navigator.clipboard.writeText(url);
    return true;
  } catch {
    // The reader thought better of it, or this browser may not: the address is in its bar all the same.
    return false;
  }
}
