import { useCallback } from 'react';

/** Shows a file from memory in an element, under an address that lives as long as the element shows it. */
export function useSource<Element extends { src: string }>(file: Blob) {
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
