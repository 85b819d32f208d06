/** Words for the codes of E-Commerce: steps, states, reasons, kinds, fields, rules. Part of the texts `e-commerce`. */
export const eCommerceWords = {
  /** The steps of Get Website Data: what is done, and what is counted. */
  step: {
    fetch: {
      name: 'Fetch from the website',
      done_one: '{{count}} enquiry',
      done_other: '{{count}} enquiries',
      soFar_one: '{{done}} of {{count}} enquiry',
      soFar_other: '{{done}} of {{count}} enquiries',
    },
    import: {
      name: 'Import orders and customers',
      done_one: '{{count}} enquiry',
      done_other: '{{count}} enquiries',
      soFar_one: '{{done}} of {{count}} enquiry',
      soFar_other: '{{done}} of {{count}} enquiries',
    },
    'find-changes': {
      name: 'Find what changed on orders',
      done_one: '{{count}} order',
      done_other: '{{count}} orders',
      soFar_one: '{{done}} of {{count}} order',
      soFar_other: '{{done}} of {{count}} orders',
    },
    publish: {
      name: 'Publish to My page',
      done_one: '{{count}} order',
      done_other: '{{count}} orders',
      soFar_one: '{{done}} of {{count}} order',
      soFar_other: '{{done}} of {{count}} orders',
    },
    send: {
      name: 'Mail customers',
      done_one: '{{count}} mail',
      done_other: '{{count}} mails',
      soFar_one: '{{done}} of {{count}} mail',
      soFar_other: '{{done}} of {{count}} mails',
    },
    'update-website': {
      name: 'Update Website',
      done_one: '{{count}} item',
      done_other: '{{count}} items',
      soFar_one: '{{done}} of {{count}} item',
      soFar_other: '{{done}} of {{count}} items',
    },
  },
  /** Where a mail stands. Accepted is handed over to the mail server, which is not yet delivered. */
  mailState: {
    queued: 'Queued',
    sending: 'Being handed over',
    accepted: 'Accepted',
    waiting: 'Waiting for the next run',
    refused: 'Refused',
    uncertain: 'Uncertain',
    superseded: 'Replaced by a newer mail',
    dropped: 'Not needed any more',
    settled: 'Settled by staff',
  },
  /** Why a mail stands where it stands; what stopped the sending of all is worded with the errors. */
  mailReason: {
    'server-deferred': 'The mail server said to try later',
    'line-lost': 'The line to the mail server was lost',
    cancelled: 'Cancelled before it was handed over',
    'program-stopped': 'The program was ended meanwhile',
    'not-written': 'The outcome could not be stored',
    'recipient-refused': 'The mail server refused the recipient',
    'address-refused': 'The mail server refused the address',
    'malformed-address': 'The e-mail address is not a valid one',
    'message-refused': 'The mail server refused the mail',
    'it-arrived': 'Staff decided: it arrived',
    'tell-anew': 'Staff decided: tell anew',
    'made-anew': 'Made anew by a later run',
    'customer-erased': 'The customer was erased',
    'nothing-left': 'Nothing was left to tell',
    'opted-out': 'Wants no order status e-mails any more',
  },
  /** Why a customer is not told of a change. */
  notTold: {
    'opted-out': 'Wants no order status e-mails',
    'no-address': 'Has no e-mail address',
    'malformed-address': 'The e-mail address is not a valid one',
    'address-refused': 'The mail server refused the address earlier',
    'text-missing': 'No text in the customer’s language',
    'text-faulty': 'The text in the customer’s language cannot be used',
    'not-worded': 'The program could not word it; its log names the place',
    'uncertain-mail': 'An earlier mail is uncertain and needs a decision',
    'parent-uncertain': 'A mail about the order it stems from is uncertain',
    'refused-three-times': 'The mail server refused the mail three times',
    'no-sender': 'No sender address is set',
  },
  /** What is missing before a website is ready; they are joined to a list. */
  missing: {
    sender: 'sender address',
    'mail-server': 'mail server',
    'mail-password': 'mail password',
    'website-address': 'address of My page',
    'website-key': 'key of the website',
    'language-substitute': 'language for customers whose own has no texts',
  },
  enquiryKind: {
    order: 'Order',
    registration: 'New registration',
    'changed-details': 'Changed registration',
    activity: 'Activity',
    'customer-settings': 'Customer’s settings',
    unreadable: 'Unreadable',
  },
  match: {
    new: 'New customer',
    probable: 'Probable customer',
    existing: 'Existing customer',
  },
  /** Why an enquiry waits for a person. */
  waitingReason: {
    'probable-customer': 'Check whether it is this customer',
    'several-customers': 'Several customers match',
    'confirm-customer': 'The name matches, the address does not',
    'registration-waits': 'The customer’s registration waits',
    'web-order-no-taken': 'An order of this number is in the register already',
    'contact-has-account': 'The contact has an account already',
    'details-differ': 'Choose the details to take over',
    'needs-reading': 'A message to read',
    unreadable: 'Sent by a newer website; cannot be read',
  },
  customerField: {
    name: 'Name',
    companyNo: 'Company no.',
    contactPerson: 'Contact person',
    email: 'E-mail',
    phone: 'Telephone',
    addressLine1: 'Address',
    addressLine2: 'Address, second line',
    postcode: 'Postcode',
    city: 'Place',
    country: 'Country',
  },
  /** The seven check boxes of Customer communication, with what exactly makes each of them speak (domain.md 2.1, 9.7). */
  rule: {
    no1: {
      label: 'Changes in order status, e.g. after invoicing',
      hint: 'The order has been processed into another status: invoiced, credited, cancelled, or a back order was made.',
    },
    no2: {
      label: 'Printing of delivery note',
      hint: 'An original delivery note of the order was printed or saved as PDF. Copies are not told.',
    },
    no3: {
      label: 'Order marked as picked',
      hint: 'Picked was selected on the order’s tab Miscellaneous, by hand or by printing. Unselecting it is not told.',
    },
    no4: {
      label: 'Shipment no. entered',
      hint: 'A number was entered or changed in Shipping no. on the tab Freight. Removing one is not told.',
    },
    no5: {
      label: 'Changes in amount delivered',
      hint: 'To be delivered on the tab Product lines changed, or products were delivered in the warehouse window.',
    },
    no6: {
      label: 'Changes in expected delivery date (items from supplier)',
      hint: 'The date of a line that waits changed: the line’s own date, else the product’s, the order’s, or the purchase’s.',
    },
    no7: {
      label: 'Items received (stock count changed from 0 to positive)',
      hint: 'A product that the order waits for is back in stock, by whatever cause.',
    },
  },
} as const;
