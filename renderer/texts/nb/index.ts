import { common } from './common.ts';
import { orders } from './orders.ts';
import { purchasing } from './purchasing.ts';
import { warehouse } from './warehouse.ts';

export const norwegian = { common, orders, warehouse, purchasing };
