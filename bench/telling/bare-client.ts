import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

const newline = 10;

/**
 * Sends mails as bare as SMTP allows, envelope and DATA in one write and the body in another, over sessions side by side:
 * what a distance lets through on this machine just now.
 */
export async function sendBare(
  port: number,
  { sessions, messages }: { readonly sessions: number; readonly messages: readonly Buffer[] },
): Promise<void> {
  const rest = [...messages];
  await Promise.all(Array.from({ length: sessions }, () => session(port, rest)));
}

async function session(port: number, rest: Buffer[]): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  socket.setNoDelay();
  const say = sayOver(socket);
  await say('', 1);
  await say('EHLO bench.example\r\n', 4);
  for (let message = rest.pop(); message !== undefined; message = rest.pop()) {
    await say('MAIL FROM:<post@shop.example>\r\nRCPT TO:<customer@mail.example>\r\nDATA\r\n', 3);
    await say(Buffer.concat([message, Buffer.from('\r\n.\r\n')]), 1);
  }
  await say('QUIT\r\n', 1);
  socket.destroy();
}

/** Answers how to say something and wait for so many lines. */
function sayOver(socket: Socket): (words: string | Buffer, lines: number) => Promise<void> {
  return async (words, lines) => {
    if (words.length > 0) socket.write(words);
    for (let missing = lines; missing > 0; ) {
      const [chunk] = (await once(socket, 'data')) as [Buffer];
      for (const byte of chunk) if (byte === newline) missing -= 1;
    }
  };
}
