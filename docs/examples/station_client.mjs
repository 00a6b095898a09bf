// Triggers a Shutterline station once for each part and prints what came back.
//
//     node station_client.mjs 127.0.0.1 7501 1 SN-000123 SN-000124
//
// The exit code is 0 if every part was OK, 1 if one was not.
import net from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const ANSWER_TIMEOUT_MS = 5000; // longer than the station's deadline, which is 2 s unless it was changed
const TRIES = 5;
const BUSY = "11";

/** One connection, opened when it is needed and again after it was lost. One request at a time. */
class StationClient {
  constructor(host, port) {
    this.address = { host, port };
  }

  /** Sends one line; the promise gives the fields of its reply, or fails when the connection is lost. */
  ask(request) {
    return new Promise((answered, failed) => {
      const socket = this.socket ?? this.open();
      let text = "";
      const end = (error) => {
        clearTimeout(timer);
        socket.removeAllListeners();
        socket.on("error", () => {});
        if (error) {
          // After a timeout the late reply must not be taken for the next one: begin anew.
          this.close();
          failed(error);
        } else {
          answered(fields(text.slice(0, -2)));
        }
      };
      const timer = setTimeout(() => end(new Error("no reply in time")), ANSWER_TIMEOUT_MS);
      socket.on("data", (piece) => {
        text += piece;
        if (text.endsWith("\r\n")) end();
      });
      socket.on("error", end);
      socket.on("close", () => end(new Error("the connection ended before the reply")));
      socket.write(request + "\r\n");
    });
  }

  open() {
    this.socket = net.connect(this.address);
    this.socket.setNoDelay(true);
    this.socket.setEncoding("utf8");
    return this.socket;
  }

  /** The same once key is sent again after a lost reply, so the station answers with the stored result. */
  async trigger(station, part) {
    const key = part.replace(/[^A-Za-z0-9._:-]/g, "-").slice(0, 64);
    const request = `T${station},part=${part},once=${key}`;
    for (let attempt = 0; attempt < TRIES; attempt++) {
      try {
        const reply = await this.ask(request);
        if (!(reply[0] === "ER" && reply[2] === BUSY)) return reply;
      } catch (lost) {
        console.error(`${part}: ${lost.message}, asking again`);
      }
      await pause(50 * 2 ** attempt);
    }
    throw new Error(`${part}: no answer after ${TRIES} tries`);
  }

  close() {
    this.socket?.destroy();
    this.socket = undefined;
  }
}

/** Splits a reply: commas, quoted fields with doubled quotes, then the escapes. */
function fields(line) {
  const found = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return found.map(([, quoted, plain]) => unescaped(quoted?.replaceAll('""', '"') ?? plain));
}

function unescaped(field) {
  const plain = { r: "\r", n: "\n", 0: "\0", "\\": "\\" };
  return field.replace(/\\(r|n|0|\\|x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4})/g, (all, body) =>
    body in plain ? plain[body] : String.fromCharCode(parseInt(body.slice(1), 16)),
  );
}

const [host, port, station, ...parts] = process.argv.slice(2);
const client = new StationClient(host, Number(port));
let allOk = true;
for (const part of parts) {
  const reply = await client.trigger(station, part);
  if (reply[0] === "ER") {
    console.log(`${part} REFUSED code=${reply[2]} ${reply[3]}`);
  } else if (reply[1] === "UNKNOWN") {
    console.log(`${part} UNKNOWN id=${reply[2]} code=${reply[4]} ${reply[5]}`);
  } else {
    console.log(`${part} ${reply[1]} id=${reply[2]} ms=${reply[3]} values=${JSON.stringify(reply.slice(4))}`);
  }
  allOk = allOk && reply[1] === "OK";
}
client.close();
process.exitCode = allOk ? 0 : 1;
