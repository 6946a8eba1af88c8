const paths = {
  home: 'M3 11.5 12 4l9 7.500M5.500 9.800V20h13V9.800M10 20v-5.500h4V20',
  goods: 'M4 5h6v6H4zM14 5h6v6h-6zM4 15h6v5H4zM14 15h6v5h-6z',
  cart: 'M3 4.500h2.500l2.300 10.500h9.700L20 7.500H6.500M9 19.500a1 1 0 1 0 .01 0M16 19.500a1 1 0 1 0 .01 0',
  orders: 'M6 3.500h12V21l-3-2-3 2-3-2-3 2zM9 8.500h6M9 12.500h6',
  account: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.500 20.500c.6-4 3.700-6 7.500-6s6.900 2 7.500 6',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13M15.500 15.500 20 20',
} as const;

export type IconName = keyof typeof paths;

/** Line icons of the frame; each stands beside its word. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      className="size-6"
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
