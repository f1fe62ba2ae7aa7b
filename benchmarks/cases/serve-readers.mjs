// Many readers of the event stream. Arguments: address, readers. Prints "ready" when all are there; then for each event on one line of
// JSON how many were told of it and when the first and the last were.
import { connect } from "node:net";

const [address = "", readers = "5000"] = process.argv.slice(2);
const { hostname, port } = new URL(address);
const request = `GET /api/v1/events HTTP/1.1\r\nHost: ${hostname}\r\n\r\n`;
const told = new Map();
let there = 0;

function listen() {
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    let isThere = false;
    socket.setEncoding("latin1");
    socket.on("data", (text) => {
      for (const [, name = "", data = ""] of text.matchAll(/event: (\w+)\ndata: (.*)\n/g)) {
        const key = `${name} ${/"size":(\d+)/.exec(data)?.[1]}`;
        const seen = told.get(key) ?? { readers: 0, first: Date.now(), last: 0 };
        told.set(key, { ...seen, readers: seen.readers + 1, last: Date.now() });
        if (seen.readers + 1 === Number(readers))
          console.log(JSON.stringify({ event: key, readers: seen.readers + 1, first: seen.first, last: Date.now() }));
      }
      if (isThere) return;
      isThere = true;
      there++;
      resolve(socket);
    });
    socket.on("error", reject);
  });
}

for (let at = 0; at < Number(readers); at += 100)
  await Promise.all(Array.from({ length: Math.min(100, Number(readers) - at) }, listen));
console.log(JSON.stringify({ ready: there }));
