const paths = {
  home: 'M3 11.5 12 4l9 7.500M5.500 9.800V20h13V9.800M10 20v-5.500h4V20',
  paper: 'M6 3.500h8.500L19 8v12.500H6zM14 3.500V8.500h5M9 13l2 2 4-4',
  parcel: 'M4 7.500 12 3.500l8 4v9l-8 4-8-4zM4 7.500l8 4 8-4M12 11.500v9M8 5.500l8 4',
  product: 'M4 8.500 12 4l8 4.500v7L12 20l-8-4.500zM8.500 11.500l2.500 2.500 4.500-4.500',
  rule: 'M12 4v16M8 20h8M5 7.500h14M5 7.500 2.500 14h5zM19 7.500 16.500 14h5z',
  stamp: 'M9 4h6l-1 6.500h3.500l2 4v2.500h-15v-2.500l2-4H10zM5 20h14',
  book: 'M12 6.500C10 5 7.500 4.500 4 4.500V18c3.500 0 6 .500 8 2 2-1.500 4.500-2 8-2V4.500c-3.500 0-6 .500-8 2zM12 6.500V20',
  lot: 'M7 8c-2 3-2.500 5.500-2.500 7.500 0 3.500 3 5 7.500 5s7.500-1.500 7.500-5C19.500 13.500 19 11 17 8zM8.500 3.500h7L17 8H7zM9.500 13.500h5M9.500 16.500h5',
  run: 'M20 12a8 8 0 1 1-2.500-5.800M20 3.500V8h-4.500M12 8v8M9.500 10.500h5M9.500 13h5',
  statement: 'M6 3.500h12V21l-3-2-3 2-3-2-3 2zM9 8h6M9 11.500h6M9 15h3',
  chain:
    'M10 14a4 4 0 0 1 0-5.600l3-3a4 4 0 0 1 5.600 5.600l-1.600 1.600M14 10a4 4 0 0 1 0 5.600l-3 3A4 4 0 0 1 5.400 13L7 11.400',
  entries: 'M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01',
  bell: 'M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 2h-15zM10 21h4',
  people:
    'M12 11.500a3.750 3.750 0 1 0 0-7.500 3.750 3.750 0 0 0 0 7.500M4.500 20.500c.500-4 3.500-6 7.500-6s7 2 7.500 6',
  watch:
    'M2.500 12c2.500-4.500 5.700-6.500 9.500-6.500s7 2 9.500 6.500c-2.500 4.500-5.700 6.500-9.500 6.500S5 16.500 2.500 12M12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6',
  menu: 'M4 7h16M4 12h16M4 17h16',
} as const;

export type IconName = keyof typeof paths;

/** Line icons of the menu; each stands beside its word. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      className="size-5 shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  );
}
