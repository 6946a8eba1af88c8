import { useCallback } from 'react';

/**
 * Shows a file from memory in an element, under an address that lives as long as the element shows it.
 *
 * @param view what the browser is asked to show of it, behind the address
 */
export function useSource<Element extends { src: string }>(file: Blob, view = '') {
  return useCallback(
    (element: Element | null) => {
      if (!element) return undefined;
      const address = URL.createObjectURL(file);
      element.src = address + view;
      return () => URL.revokeObjectURL(address);
    },
    [file, view],
  );
}
