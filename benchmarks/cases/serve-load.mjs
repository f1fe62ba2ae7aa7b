// Asks one address as fast as it answers, over connections that stay open, and counts. Arguments: address, seconds, connections, encoding.
// Plain sockets: a client library would cost more than the server that is measured.
import { connect } from "node:net";

const [address = "", seconds = "2", connections = "32", encoding = "identity"] = process.argv.slice(2);
const { hostname, port, pathname } = new URL(address);
const request = `GET ${pathname} HTTP/1.1\r\nHost: ${hostname}\r\nAccept-Encoding: ${encoding}\r\n\r\n`;
let counted = 0;
let bytes = 0;
let length = 0;
let isCounting = false;
/** @type {() => void} */
let known = () => undefined;
const measured = new Promise((resolve) => {
  known = () => resolve(undefined);
});

function open() {
  const socket = connect(Number(port), hostname, () => socket.write(request));
  let waiting = 0;
  let head = "";
  socket.on("data", (part) => {
    bytes += part.length;
    if (length === 0) {
      head += part.toString("latin1");
      const end = head.indexOf("\r\n\r\n");
      if (end < 0) return;
      if (!head.startsWith("HTTP/1.1 200")) throw new Error(head.slice(0, 100));
      length = end + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1]);
      waiting = head.length;
      known();
    } else waiting += part.length;
    if (waiting < length) return;
    waiting -= length;
    if (isCounting) counted++;
    socket.write(request);
  });
  return socket;
}

// The first answer says how long every answer is; only then come the others.
const sockets = [open()];
await measured;
while (sockets.length < Number(connections)) sockets.push(open());
await new Promise((next) => setTimeout(next, 500));
isCounting = true;
bytes = 0;
const start = performance.now();
await new Promise((next) => setTimeout(next, Number(seconds) * 1_000));
isCounting = false;
const passed = (performance.now() - start) / 1_000;
for (const socket of sockets) socket.destroy();
console.log(JSON.stringify({ perSecond: counted / passed, megabytes: bytes / passed / 1e6, length }));
