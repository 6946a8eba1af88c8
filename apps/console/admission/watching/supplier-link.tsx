import { Link } from 'react-router';

/** To everything that is watched about a supplier. */
export function SupplierLink({ supplier }: { supplier: { id: string; name: string } }) {
  return (
    <Link
      to={`/admission/watching/suppliers/${supplier.id}`}
      className="touch text-green underline-offset-4 hover:underline"
    >
      {supplier.name}
    </Link>
  );
}
