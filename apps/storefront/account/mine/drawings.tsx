const paths = {
  heart:
    'M12 20s-7.500-4.600-7.500-10.200A4.300 4.300 0 0 1 12 7a4.300 4.300 0 0 1 7.500 2.800C19.500 15.400 12 20 12 20z',
  coupon: 'M3.500 6.500h17v3.700a1.800 1.800 0 0 0 0 3.600v3.700h-17v-3.700a1.800 1.800 0 0 0 0-3.600zM14.500 7v10',
  place:
    'M12 21s6.500-6 6.500-11a6.500 6.500 0 1 0-13 0c0 5 6.500 11 6.500 11zM12 7.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5',
  message: 'M4 5.500h16v11H9.500L5.500 20v-3.500H4zM8 9.500h8M8 12.800h5',
  lead: 'M5 4h10l4 4v12H5zM15 4v4h4M8.500 12h7M8.500 15.500h7',
  business: 'M4 20V8l8-4 8 4v12M9 20v-5h6v5M8.500 10.500h1M14.500 10.500h1',
  shield: 'M12 3.500 19 6v5.500c0 4.500-3 7.500-7 9-4-1.500-7-4.500-7-9V6zM9 12l2.200 2.200L15.200 10',
  settings: 'M4 7h9M17 7h3M15 5v4M4 12h3M11 12h9M9 10v4M4 17h10M18 17h2M16 15v4',
  history: 'M12 5a7.500 7.500 0 1 1-7.200 5.400M4.500 5.500v5h5M12 8.500v4.300l3 1.700',
  invoice: 'M6 3.500h12V21l-3-2-3 2-3-2-3 2zM9 8.500h6M9 12.500h6',
} as const;

export type DrawingName = keyof typeof paths;

/** A line drawing beside its word. */
export function Drawing({ name }: { name: DrawingName }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      className="size-7"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
