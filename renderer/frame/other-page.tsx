import { assertNever } from '../../shared/errors.ts';
import { ContactPage } from '../contacts/contact-page.tsx';
import { ContactsPage } from '../contacts/contacts-page.tsx';
import { NewContactPage } from '../contacts/new-contact-page.tsx';
import { ComparisonPage } from '../e-commerce/comparison-page.tsx';
import { DemoInboxPage } from '../e-commerce/demo-inbox-page.tsx';
import { MailLogPage } from '../e-commerce/mail-log-page.tsx';
import { OrderListPage } from '../e-commerce/order-list-page.tsx';
import { WebsiteDataPage } from '../e-commerce/website-data-page.tsx';
import { ImportPage } from '../import/import-page.tsx';
import { NewOrderPage } from '../orders/new-order-page.tsx';
import { OrderPage } from '../orders/order-page.tsx';
import { NewProductPage } from '../products/new-product-page.tsx';
import { ProductPage } from '../products/product-page.tsx';
import { ProductsPage } from '../products/products-page.tsx';
import { NewPurchasePage } from '../purchasing/new-purchase-page.tsx';
import { PurchaseMissingPage } from '../purchasing/purchase-missing-page.tsx';
import { PurchasePage } from '../purchasing/purchase-page.tsx';
import { PurchasesPage } from '../purchasing/purchases-page.tsx';
import { SetUpPage } from '../set-up/set-up-page.tsx';
import { CompanySettingsPage } from '../settings/company-settings-page.tsx';
import { WebsiteSettingsPage } from '../settings/website-settings-page.tsx';
import { DeliverPage } from '../warehouse/deliver-page.tsx';
import { OrdersNotDeliveredPage } from '../warehouse/orders-not-delivered-page.tsx';
import { PurchasesNotReceivedPage } from '../warehouse/purchases-not-received-page.tsx';
import { StockTakingPage } from '../warehouse/stock-taking-page.tsx';
import type { Place } from './places.ts';

type OtherPlace = Exclude<Place, { readonly page: 'orders' }>;

/** The page that stands at a place, but for the list of orders. By default, since React loads pages late in no other way. */
export default function OtherPage({ place }: { readonly place: OtherPlace }) {
  switch (place.page) {
    case 'order':
      return <OrderPage orderId={place.orderId} />;
    case 'new-order':
      return <NewOrderPage />;
    case 'orders-not-delivered':
      return <OrdersNotDeliveredPage />;
    case 'deliver':
      return <DeliverPage orderId={place.orderId} />;
    case 'purchases-not-received':
      return <PurchasesNotReceivedPage />;
    case 'stock-taking':
      return <StockTakingPage />;
    case 'products':
      return <ProductsPage />;
    case 'product':
      return <ProductPage productId={place.productId} />;
    case 'new-product':
      return <NewProductPage />;
    case 'purchases':
      return <PurchasesPage />;
    case 'purchase':
      return <PurchasePage purchaseOrderId={place.purchaseOrderId} />;
    case 'new-purchase':
      return <NewPurchasePage />;
    case 'purchase-missing':
      return <PurchaseMissingPage />;
    case 'contacts':
      return <ContactsPage />;
    case 'contact':
      return <ContactPage contactId={place.contactId} />;
    case 'new-contact':
      return <NewContactPage />;
    case 'website-data':
      return <WebsiteDataPage />;
    case 'comparison':
      return <ComparisonPage />;
    case 'order-list':
      return <OrderListPage {...(place.runId === undefined ? {} : { runId: place.runId })} />;
    case 'mail-log':
      return <MailLogPage />;
    case 'website-settings':
      return <WebsiteSettingsPage {...(place.websiteId === undefined ? {} : { websiteId: place.websiteId })} />;
    case 'import':
      return <ImportPage />;
    case 'company-settings':
      return <CompanySettingsPage {...(place.tab === undefined ? {} : { firstTab: place.tab })} />;
    case 'set-up':
      return <SetUpPage />;
    case 'demo-inbox':
      return <DemoInboxPage />;
    default:
      return assertNever(place, 'place');
  }
}
