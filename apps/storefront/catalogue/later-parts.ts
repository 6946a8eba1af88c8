import { later, lazyPart } from '../frame/later';

/** What the first page and a product's page show below their first view, and what opens on them. */
export const Reviews = later(() => import('../dispute/product-reviews'), 'ProductReviews', 'dispute');
export const Questions = later(() => import('../dispute/product-questions'), 'ProductQuestions', 'dispute');
export const FarmersShare = later(() => import('./farmers-share'), 'FarmersShare', 'product', 'proof');
export const Similar = later(() => import('./similar'), 'Similar', 'product');
export const Viewed = later(() => import('./viewed'), 'Viewed', 'product');
export const PlaceDialog = lazyPart(() => import('./place-dialog'), 'PlaceDialog', 'ordering', 'product');
export const CertificatePicture = lazyPart(() => import('./certificate-picture'), 'CertificatePicture', 'product');
export const FilmPlayer = lazyPart(() => import('./film-player'), 'FilmPlayer');
export const Zoom = lazyPart(() => import('./zoom'), 'Zoom', 'product');
