import type { CarrierRow } from '../../../shared/settings.ts';
import { all, get, type ReadDb, run, type WriteTx } from '../db/database.ts';

export function listCarriers(db: ReadDb): readonly CarrierRow[] {
  return all<CarrierRow>(db, 'SELECT name, tracking_url AS trackingUrl FROM carrier ORDER BY name');
}

/** Stores a carrier. Another tracking address shows on My page, so its orders are published anew. */
export function saveCarrier(tx: WriteTx, carrier: CarrierRow): void {
  const present = get<CarrierRow>(tx, 'SELECT name, tracking_url AS trackingUrl FROM carrier WHERE name = @name', {
    name: carrier.name,
  });
  if (present?.trackingUrl === carrier.trackingUrl) return;
  run(
    tx,
    `INSERT INTO carrier(name, tracking_url) VALUES (@name, @trackingUrl)
     ON CONFLICT DO UPDATE SET tracking_url = @trackingUrl`,
    { ...carrier },
  );
  publishShipmentsOf(tx, carrier.name);
}

/** Takes a carrier off the list. Shipments keep its name; without a tracking address their links go. */
export function removeCarrier(tx: WriteTx, name: string): boolean {
  if (run(tx, 'DELETE FROM carrier WHERE name = @name', { name }).changes === 0) return false;
  publishShipmentsOf(tx, name);
  return true;
}

function publishShipmentsOf(tx: WriteTx, name: string): void {
  const spelled = all<{ carrier: string }>(tx, 'SELECT DISTINCT carrier FROM shipment')
    .map((shipment) => shipment.carrier)
    .filter((spelling) => spelling.toLowerCase() === name.toLowerCase());
  run(
    tx,
    `INSERT INTO changed_order SELECT DISTINCT order_id FROM shipment WHERE carrier IN (SELECT value FROM json_each(@spelled))`,
    { spelled: JSON.stringify(spelled) },
  );
}
