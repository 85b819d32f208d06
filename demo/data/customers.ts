import type { AccountStatus } from '../../shared/contacts.ts';

/** A customer of the demo shop: invented, with an address of a reserved domain or with none. */
export type DemoCustomer = {
  readonly key: string;
  readonly name: string;
  readonly companyNo?: string;
  readonly contactPerson?: string;
  readonly contactPersonEmail?: string;
  readonly email: string;
  readonly phone: string;
  readonly addressLine1: string;
  readonly postcode: string;
  readonly city: string;
  readonly country?: string;
  readonly language: 'en' | 'no' | null;
  readonly account?: AccountStatus;
  readonly isOptedOut?: true;
};

/** Twenty-five customers: persons and companies, in English, Norwegian or with no language of their own. */
// biome-ignore format: one customer a line reads as a table
export const demoCustomers: readonly DemoCustomer[] = [
  { key: 'kari', name: 'Kari Nordmann', email: 'kari.nordmann@post.example', phone: '90 00 01 01', addressLine1: 'Bjørkelia 3', postcode: '2609', city: 'Lillehammer', language: 'no', account: 'approved' },
  { key: 'emily', name: 'Emily Hartley', email: 'emily.hartley@mail.example', phone: '+44 20 0000 0102', addressLine1: '14 Beck Lane', postcode: 'CA12 5QQ', city: 'Keswick', country: 'United Kingdom', language: 'en', account: 'approved' },
  { key: 'berg', name: 'Berg Sport AS', companyNo: '900 000 103', contactPerson: 'Pål Berg', contactPersonEmail: 'pal@bergsport.example', email: 'post@bergsport.example', phone: '22 00 01 03', addressLine1: 'Markveien 40', postcode: '0554', city: 'Oslo', language: 'no', account: 'approved' },
  { key: 'ostby', name: 'Åse Østby', email: 'aase.oestby@post.example', phone: '90 00 01 04', addressLine1: 'Fjordgata 7', postcode: '6783', city: 'Stryn', language: 'no', account: 'approved' },
  { key: 'lake', name: 'Lakeland Guides Ltd', companyNo: '00000105', contactPerson: 'Oliver Finch', contactPersonEmail: 'oliver@lakelandguides.example', email: 'office@lakelandguides.example', phone: '+44 15 3900 0105', addressLine1: '2 Lake Road', postcode: 'LA22 0AA', city: 'Ambleside', country: 'United Kingdom', language: 'en', account: 'approved' },
  { key: 'solheim', name: 'Sindre Solheim', email: 'sindre.solheim@post.example', phone: '90 00 01 06', addressLine1: 'Øvre Sollia 21', postcode: '5700', city: 'Voss', language: null, account: 'approved' },
  { key: 'turlag', name: 'Hemsedal Turlag', companyNo: '900 000 107', contactPerson: 'Randi Mørk', contactPersonEmail: 'randi@hemsedalturlag.example', email: 'styret@hemsedalturlag.example', phone: '32 00 01 07', addressLine1: 'Hemsedalsvegen 2900', postcode: '3560', city: 'Hemsedal', language: 'no', account: 'pending' },
  { key: 'noor', name: 'Noor van Dijk', email: 'noor.vandijk@mail.example', phone: '+31 20 000 0108', addressLine1: 'Prinsengracht 8', postcode: '1015 DV', city: 'Amsterdam', country: 'Netherlands', language: 'en', account: 'pending' },
  { key: 'lyngstad', name: 'Bjørn Lyngstad', email: 'bjorn.lyngstad@post.example', phone: '90 00 01 09', addressLine1: 'Granveien 12', postcode: '8450', city: 'Stokmarknes', language: 'no', account: 'declined' },
  { key: 'haug', name: 'Ingrid Haug', email: 'ingrid.haug@post.example', phone: '90 00 01 10', addressLine1: 'Elvegata 5', postcode: '9910', city: 'Bjørnevatn', language: 'no', isOptedOut: true },
  { key: 'moen', name: 'Torstein Moen', email: '', phone: '90 00 01 11', addressLine1: 'Setervegen 88', postcode: '2943', city: 'Rogne', language: 'no' },
  { key: 'fjellheim', name: 'Fjellheim Høyfjellshotell AS', companyNo: '900 000 112', contactPerson: 'Ragnhild Lœvland', contactPersonEmail: 'innkjop@fjellheimhotell.example', email: 'post@fjellheimhotell.example', phone: '61 00 01 12', addressLine1: 'Valdresflye 1', postcode: '2959', city: 'Røn', language: 'no' },
  { key: 'weber', name: 'Jürgen Weber', email: 'j.weber@mail.example', phone: '+49 89 000 0113', addressLine1: 'Isarstraße 9', postcode: '80469', city: 'München', country: 'Germany', language: 'en' },
  { key: 'dahl', name: 'Mette Dahl', email: 'mette.dahl@post.example', phone: '90 00 01 14', addressLine1: 'Havneveien 31', postcode: '4836', city: 'Arendal', language: 'no' },
  { key: 'brekke', name: 'Håkon Brekke', email: 'haakon.brekke@post.example', phone: '90 00 01 15', addressLine1: 'Bakkegata 2', postcode: '3660', city: 'Rjukan', language: null },
  { key: 'osullivan', name: "Siobhán O'Sullivan", email: 'siobhan@mail.example', phone: '+353 66 000 0116', addressLine1: 'Bridge Street', postcode: 'V93 A000', city: 'Killarney', country: 'Ireland', language: 'en' },
  { key: 'skole', name: 'Tynset videregående skole', companyNo: '900 000 117', contactPerson: 'Arne Nygård', email: 'friluftsliv@tynsetvgs.example', phone: '62 00 01 17', addressLine1: 'Skoleveien 10', postcode: '2500', city: 'Tynset', language: 'no' },
  { key: 'vik', name: 'Sunniva Vik', email: 'sunniva.vik@post.example', phone: '90 00 01 18', addressLine1: 'Strandvegen 64', postcode: '9007', city: 'Tromsø', language: 'no' },
  { key: 'novak', name: 'Petra Nováková', email: 'petra.novakova@mail.example', phone: '+420 200 000 119', addressLine1: 'Horská 77', postcode: '543 51', city: 'Špindlerův Mlýn', country: 'Czechia', language: 'en' },
  { key: 'lie', name: 'Jonas Lie Pedersen', email: 'jonas.lp@post.example', phone: '90 00 01 20', addressLine1: 'Kirkegata 15', postcode: '7374', city: 'Røros', language: null },
  { key: 'speider', name: 'Ålesund Speidergruppe', companyNo: '900 000 121', contactPerson: 'Guro Årdal', email: 'leder@alesundspeider.example', phone: '70 00 01 21', addressLine1: 'Skansegata 3', postcode: '6002', city: 'Ålesund', language: 'no' },
  { key: 'marchetti', name: 'Giulia Marchetti', email: 'giulia.m@mail.example', phone: '+39 0471 000 122', addressLine1: 'Via dei Portici 5', postcode: '39100', city: 'Bolzano', country: 'Italy', language: 'en' },
  { key: 'tveit', name: 'Ørjan Tveit', email: 'orjan.tveit@post.example', phone: '90 00 01 23', addressLine1: 'Hardangervegen 402', postcode: '5730', city: 'Ulvik', language: 'no' },
  { key: 'polar', name: 'Polar Expeditions Svalbard AS', companyNo: '900 000 124', contactPerson: 'Maja Krogh', contactPersonEmail: 'maja@polarexp.example', email: 'gear@polarexp.example', phone: '79 00 01 24', addressLine1: 'Vei 500 nr. 12', postcode: '9170', city: 'Longyearbyen', language: 'en' },
  { key: 'nilsen', name: 'Gunn-Britt Nilsen', email: 'gunnbritt.nilsen@post.example', phone: '90 00 01 25', addressLine1: 'Nordre gate 1', postcode: '8622', city: 'Mo i Rana', language: 'no' },
];
