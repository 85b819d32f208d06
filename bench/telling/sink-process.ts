/**
 * A mail server that takes everything at once and keeps nothing, in a process of its own: smtp-server waits 100 ms before
 * it greets. Says its port; asked anything, says how many mails it has taken since it was last asked.
 */
import { createServer, type Socket } from 'node:net';

const endOfMail = Buffer.from('\r\n.\r\n');
const newline = 10;
let taken = 0;

function serve(socket: Socket): void {
  socket.setNoDelay();
  let isBody = false;
  let rest: Buffer = Buffer.alloc(0);
  const takeBody = (): boolean => {
    const end = rest.indexOf(endOfMail);
    // What may be the beginning of the end is kept
    if (end === -1) rest = rest.subarray(Math.max(0, rest.length - endOfMail.length + 1));
    if (end === -1) return false;
    rest = rest.subarray(end + endOfMail.length);
    isBody = false;
    taken += 1;
    socket.write('250 2.0.0 Ok: taken\r\n');
    return true;
  };
  const takeCommand = (): boolean => {
    const end = rest.indexOf(newline);
    if (end === -1) return false;
    const verb = rest.subarray(0, 4).toString('latin1').toUpperCase();
    rest = rest.subarray(end + 1);
    socket.write(replyTo(verb));
    if (verb === 'DATA') isBody = true;
    if (verb === 'QUIT') socket.end();
    return true;
  };
  socket.on('data', (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    while (isBody ? takeBody() : takeCommand());
  });
  socket.on('error', () => socket.destroy());
  socket.write('220 sink.example ESMTP\r\n');
}

function replyTo(verb: string): string {
  if (verb === 'EHLO') return '250-sink.example\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SMTPUTF8\r\n';
  if (verb === 'DATA') return '354 Go on\r\n';
  if (verb === 'QUIT') return '221 Bye\r\n';
  return '250 2.1.0 Ok\r\n';
}

const server = createServer(serve).listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' ? address?.port : null);
});
process.on('message', () => {
  process.send?.(taken);
  taken = 0;
});
process.on('disconnect', () => process.exit());
