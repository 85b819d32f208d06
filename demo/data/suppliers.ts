export const supplierKeys = ['breheim', 'alpin', 'sherpa', 'nordvind'] as const;
export type SupplierKey = (typeof supplierKeys)[number];

export type DemoSupplier = {
  readonly name: string;
  readonly companyNo: string;
  readonly contactPerson: string;
  readonly email: string;
  readonly phone: string;
  readonly addressLine1: string;
  readonly postcode: string;
  readonly city: string;
  readonly country: string;
};

/** Invented suppliers; addresses of the reserved domain `.example` reach nobody. */
export const demoSuppliers: Readonly<Record<SupplierKey, DemoSupplier>> = {
  breheim: {
    name: 'Breheim Utstyr AS',
    companyNo: '900 000 011',
    contactPerson: 'Torunn Sæter',
    email: 'ordre@breheim-utstyr.example',
    phone: '57 00 00 11',
    addressLine1: 'Industrivegen 4',
    postcode: '6869',
    city: 'Hafslo',
    country: 'Norway',
  },
  alpin: {
    name: 'Alpin Import AB',
    companyNo: '556000-0012',
    contactPerson: 'Göran Lindqvist',
    email: 'order@alpin-import.example',
    phone: '+46 647 000 12',
    addressLine1: 'Fjällgatan 21',
    postcode: '837 52',
    city: 'Åre',
    country: 'Sweden',
  },
  sherpa: {
    name: 'Sherpa Trading Ltd',
    companyNo: '00000013',
    contactPerson: 'Hannah Whitfield',
    email: 'sales@sherpa-trading.example',
    phone: '+44 1539 000 013',
    addressLine1: '3 Mill Yard',
    postcode: 'LA9 4QQ',
    city: 'Kendal',
    country: 'United Kingdom',
  },
  nordvind: {
    name: 'Nordvind Tekstil AS',
    companyNo: '900 000 014',
    contactPerson: 'Øyvind Bø',
    email: 'salg@nordvind-tekstil.example',
    phone: '73 00 00 14',
    addressLine1: 'Kaia 9',
    postcode: '7010',
    city: 'Trondheim',
    country: 'Norway',
  },
};
