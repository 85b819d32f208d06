import { common } from './common.ts';
import { contacts } from './contacts.ts';
import { eCommerce } from './e-commerce.ts';
import { errors } from './errors.ts';
import { frame } from './frame.ts';
import { importTexts } from './import.ts';
import { mailServer } from './mail-server.ts';
import { orderList } from './order-list.ts';
import { orderWindow } from './order-window.ts';
import { orders } from './orders.ts';
import { products } from './products.ts';
import { purchasing } from './purchasing.ts';
import { setUp } from './set-up.ts';
import { settings } from './settings.ts';
import { warehouse } from './warehouse.ts';

export const english = {
  common,
  'e-commerce': eCommerce,
  errors,
  contacts,
  products,
  orders,
  'order-window': orderWindow,
  'order-list': orderList,
  warehouse,
  purchasing,
  frame,
  import: importTexts,
  settings,
  'mail-server': mailServer,
  'set-up': setUp,
} as const;
