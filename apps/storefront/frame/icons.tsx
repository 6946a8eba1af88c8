const paths = {
  home: 'M3 11.5 12 4l9 7.500M5.500 9.800V20h13V9.800M10 20v-5.500h4V20',
  goods: 'M4 5h6v6H4zM14 5h6v6h-6zM4 15h6v5H4zM14 15h6v5h-6z',
  cart: 'M3 4.500h2.500l2.300 10.500h9.700L20 7.500H6.500M9 19.500a1 1 0 1 0 .01 0M16 19.500a1 1 0 1 0 .01 0',
  orders: 'M6 3.500h12V21l-3-2-3 2-3-2-3 2zM9 8.500h6M9 12.500h6',
  account: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4.500 20.500c.6-4 3.700-6 7.500-6s6.900 2 7.500 6',
  shop: 'M4 10v9.500h16V10M3 10l2-5.500h14l2 5.500a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0M10 19.500v-5h4v5',
  keep: 'M12 20C6 15.500 3.500 12 3.500 8.800A4.300 4.300 0 0 1 12 7a4.300 4.300 0 0 1 8.500 1.800C20.500 12 18 15.500 12 20',
  kept: 'M12 20C6 15.500 3.500 12 3.500 8.800A4.300 4.300 0 0 1 12 7a4.300 4.300 0 0 1 8.500 1.800C20.500 12 18 15.500 12 20M8 9.500l8 5M8 12l5 3M10 8.500l7 4.300',
  ask: 'M4 5h16v11.500h-8L7.500 20v-3.500H4zM8 9h8M8 12.500h5',
  share: 'M12 15V4M8 7.500 12 3.500l4 4M6 11H4.500v9.500h15V11H18',
  put: 'M3 4.500h2.500l2.300 10.500h9.700L20 7.500H6.500M9 19.500a1 1 0 1 0 .01 0M16 19.500a1 1 0 1 0 .01 0M10 11.200h5M12.500 8.700v5',
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
