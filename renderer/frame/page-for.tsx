import { lazy, Suspense, useEffect } from 'react';
import { OrdersPage } from '../orders/orders-page.tsx';
import type { Place } from './places.ts';

/** The program starts with the list of orders; what the other pages are made of is read and compiled once that stands there. */
const loadOtherPages = () => import('./other-page.tsx');
const OtherPage = lazy(loadOtherPages);

/** The page that stands at a place. */
export function PageFor({ place }: { readonly place: Place }) {
  useEffect(() => {
    const loading = requestIdleCallback(() => void loadOtherPages(), { timeout: 2000 });
    return () => cancelIdleCallback(loading);
  }, []);
  if (place.page === 'orders') return <OrdersPage {...(place.filter ? { filter: place.filter } : {})} />;
  return (
    <Suspense fallback={null}>
      <OtherPage place={place} />
    </Suspense>
  );
}
