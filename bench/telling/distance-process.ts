/**
 * Puts a server at a distance: passes all bytes on, both ways, each half a round trip later and in their order. Told the
 * port of the server first; says its own.
 */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

const roundTripMs = Number(process.env.ROUND_TRIP_MS);

function passOn(from: Socket, to: Socket): void {
  from.on('data', (chunk) => setTimeout(() => to.write(chunk), roundTripMs / 2));
  from.on('end', () => setTimeout(() => to.end(), roundTripMs / 2));
  from.on('error', () => to.destroy());
}

const [port] = (await once(process, 'message')) as [number];
const server = createServer((near) => {
  const far = connect(port, '127.0.0.1');
  near.setNoDelay();
  far.setNoDelay();
  passOn(near, far);
  passOn(far, near);
}).listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : null);
});
process.on('disconnect', () => process.exit());
