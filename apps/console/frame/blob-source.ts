import { useCallback } from 'react';

/** Shows bytes in memory at an address of their own, for as long as the element is there, and gives the address back then. */
export function useBlobSource<Element extends HTMLImageElement | HTMLIFrameElement>(file: Blob) {
  return useCallback(
    (element: Element | null) => {
      if (!element) return undefined;
      const address = URL.createObjectURL(file);
      element.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [file],
  );
}
