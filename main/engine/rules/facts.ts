import type { FactKey, ShipmentValue } from '../../../shared/change.ts';

export type LineFactName = 'toBeDelivered' | 'delivered' | 'date' | 'inStock';

export type FactKeyParts =
  | { readonly kind: 'plain'; readonly name: 'status' | 'picked' | 'originalNotes' }
  | { readonly kind: 'shipment'; readonly id: number }
  | { readonly kind: 'order'; readonly relation: 'backOrder' | 'creditNote'; readonly id: number }
  | { readonly kind: 'line'; readonly id: number; readonly name: LineFactName };

export function lineFact(lineId: number, name: LineFactName): FactKey {
  return `line/${lineId}/${name}`;
}
export function shipmentFact(shipmentId: number): FactKey {
  return `shipment/${shipmentId}`;
}
export function backOrderFact(orderId: number): FactKey {
  return `backOrder/${orderId}`;
}
export function creditNoteFact(orderId: number): FactKey {
  return `creditNote/${orderId}`;
}

/** Takes a fact's key apart. @throws Error for a key this program does not make. */
export function parseFactKey(fact: FactKey): FactKeyParts {
  const [head, id, name] = fact.split('/');
  switch (head) {
    case 'status':
    case 'picked':
    case 'originalNotes':
      return { kind: 'plain', name: head };
    case 'shipment':
      return { kind: 'shipment', id: Number(id) };
    case 'backOrder':
    case 'creditNote':
      return { kind: 'order', relation: head, id: Number(id) };
    case 'line':
      return { kind: 'line', id: Number(id), name: name as LineFactName };
    default:
      throw new Error(`Unknown fact ${fact}`);
  }
}

/** A shipment as one comparable value; white space around and inside is no difference (domain.md 9.7, rule 4). */
export function shipmentValueOf(shipment: ShipmentValue): string {
  const tidy = (text: string) => text.trim().replaceAll(/\s+/g, ' ');
  return `${tidy(shipment.carrier)}\t${tidy(shipment.shippingNo)}`;
}

export function parseShipmentValue(value: string): ShipmentValue {
  const [carrier = '', shippingNo = ''] = value.split('\t');
  return { carrier, shippingNo };
}
