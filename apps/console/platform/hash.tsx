/** A hash: whole on a phone, its beginning in a table; selecting takes all of it either way. */
export function Hash({ value }: { value: string }) {
  return (
    <code title={value} className="block min-w-0 font-mono text-sm break-all select-all sm:max-w-56 sm:truncate">
      {value}
    </code>
  );
}
