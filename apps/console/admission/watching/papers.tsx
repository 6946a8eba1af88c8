import { useT } from '../../words';

/** Papers that were handed in; they open in their own tab, as the server lets whoever reads this read them. */
export function Papers({ ids }: { ids: readonly string[] }) {
  const t = useT();
  if (ids.length === 0) return null;
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4">
      {ids.map((id, index) => (
        <li key={id}>
          <a
            href={`/api/v1/admission/papers/${id}`}
            target="_blank"
            rel="noreferrer"
            className="touch text-green underline-offset-4 hover:underline"
          >
            {t('papers.one', { number: index + 1 })}
          </a>
        </li>
      ))}
    </ul>
  );
}
