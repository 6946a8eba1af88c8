import { useParams } from 'react-router';
import { LotPage } from './lot-page';

/** A lot's page as one of the shop's, for who comes from another of them. */
export function LotRoute() {
  return <LotPage code={useParams()['code'] ?? ''} />;
}
