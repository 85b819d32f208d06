import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';

/** A place on this computer that notes whatever reaches it, over TCP or UDP, and answers nothing. */
export interface Arrivals {
  readonly port: number;
  readonly count: () => number;
  close(): Promise<void>;
}

/** Listens on loopback with one port number for both. */
export async function listenForArrivals(): Promise<Arrivals> {
  let count = 0;
  const server = createServer((socket) => {
    count += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const socket = createSocket('udp4', () => {
    count += 1;
  });
  await new Promise<void>((resolve) => socket.bind(port, '127.0.0.1', resolve));
  return {
    port,
    count: () => count,
    close: async () => {
      socket.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
