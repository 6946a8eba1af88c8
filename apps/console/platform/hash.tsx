/** A hash to compare by eye at its ends; selecting takes all of it. */
export function Hash({ value }: { value: string }) {
  return (
    <code className="flex max-w-64 min-w-0 font-mono text-sm select-all">
      <span className="truncate">{value.slice(0, -8)}</span>
      <span>{value.slice(-8)}</span>
    </code>
  );
}
