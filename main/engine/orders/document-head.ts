import { type Language, languageFor } from '../../../shared/language.ts';
import type { CompanyDetails } from '../../../shared/settings.ts';
import type { DocumentCompany, DocumentHead } from '../documents/document-models.ts';
import type { OrderRecord } from './order-record.ts';

/** The language of an order's papers: the order's, else the contact's, else the company's, else English. */
export function documentLanguage(codes: readonly (string | null)[]): Language {
  for (const code of codes) {
    const known = code === null ? null : languageFor(code);
    if (known !== null) return known;
  }
  return 'en';
}

/** The company as its papers name it. */
export function documentCompany(company: CompanyDetails): DocumentCompany {
  const { name, addressLine1, addressLine2, postcode, city, country, companyNo, email, phone } = company;
  return { name, addressLine1, addressLine2, postcode, city, country, companyNo, email, phone };
}

/** What every paper of an order carries at its head. */
export function documentHead(
  order: OrderRecord,
  company: CompanyDetails,
  paper: { readonly contactLanguage: string | null; readonly createdAt: string },
): DocumentHead {
  return {
    language: documentLanguage([order.language, paper.contactLanguage, company.language]),
    createdAt: paper.createdAt,
    company: documentCompany(company),
    recipient: {
      name: order.customerName,
      contactPerson: order.contactPerson,
      addressLine1: order.addressLine1,
      addressLine2: order.addressLine2,
      postcode: order.postcode,
      city: order.city,
      country: order.country,
    },
    orderNo: order.orderNo,
    webOrderNo: order.webOrderNo,
    orderDate: order.orderDate,
    text: order.text,
  };
}
