import type {
  CompanyDetails,
  EditCompanyInput,
  EditSalesSettingsInput,
  SalesSettings,
} from '../../../shared/settings.ts';
import { get, type ReadDb, type WriteTx } from '../db/database.ts';
import { type ChangedColumn, flag, setColumns } from '../db/set-columns.ts';

/** Company Settings for Sales and Invoicing (domain.md 6). */
export function readSalesSettings(db: ReadDb): SalesSettings {
  const row = get<SalesSettings>(
    db,
    `SELECT new_orders_are_process_complete AS newOrdersAreProcessComplete,
       print_only_process_complete AS printOnlyProcessComplete, invoice_only_when_ready AS invoiceOnlyWhenReady,
       invoice_only_when_all_delivered AS invoiceOnlyWhenAllDelivered, ready_for_invoicing_by AS readyForInvoicingBy,
       picked_by AS pickedBy, stock_by_delivery_note AS stockByDeliveryNote, store_invoice_pdf AS storeInvoicePdf FROM company`,
  );
  if (row === undefined) throw new Error('The company row is missing');
  return {
    ...row,
    newOrdersAreProcessComplete: Boolean(row.newOrdersAreProcessComplete),
    printOnlyProcessComplete: Boolean(row.printOnlyProcessComplete),
    invoiceOnlyWhenReady: Boolean(row.invoiceOnlyWhenReady),
    invoiceOnlyWhenAllDelivered: Boolean(row.invoiceOnlyWhenAllDelivered),
    stockByDeliveryNote: Boolean(row.stockByDeliveryNote),
    storeInvoicePdf: Boolean(row.storeInvoicePdf),
  };
}

export function writeSalesSettings(tx: WriteTx, edit: EditSalesSettingsInput): readonly ChangedColumn[] {
  return setColumns(tx, 'company', 1, {
    new_orders_are_process_complete: flag(edit.newOrdersAreProcessComplete),
    print_only_process_complete: flag(edit.printOnlyProcessComplete),
    invoice_only_when_ready: flag(edit.invoiceOnlyWhenReady),
    invoice_only_when_all_delivered: flag(edit.invoiceOnlyWhenAllDelivered),
    ready_for_invoicing_by: edit.readyForInvoicingBy,
    picked_by: edit.pickedBy,
    stock_by_delivery_note: flag(edit.stockByDeliveryNote),
    store_invoice_pdf: flag(edit.storeInvoicePdf),
  });
}

/** The company's own name, address and ways of working. */
export function readCompany(db: ReadDb): CompanyDetails {
  const row = get<CompanyDetails>(
    db,
    `SELECT name, company_no AS companyNo, email, phone, address_line1 AS addressLine1, address_line2 AS addressLine2,
       postcode, city, country, currency, language, time_zone AS timeZone, import_by_itself AS importByItself, mail_log_months AS mailLogMonths FROM company`,
  );
  if (row === undefined) throw new Error('The company row is missing');
  return { ...row, importByItself: Boolean(row.importByItself) };
}

export function writeCompany(tx: WriteTx, edit: EditCompanyInput): readonly ChangedColumn[] {
  return setColumns(tx, 'company', 1, {
    name: edit.name,
    company_no: edit.companyNo,
    email: edit.email,
    phone: edit.phone,
    address_line1: edit.addressLine1,
    address_line2: edit.addressLine2,
    postcode: edit.postcode,
    city: edit.city,
    country: edit.country,
    currency: edit.currency,
    language: edit.language,
    time_zone: edit.timeZone,
    import_by_itself: flag(edit.importByItself),
    mail_log_months: edit.mailLogMonths,
  });
}
