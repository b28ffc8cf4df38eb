/** Speaks to PostgreSQL: one statement after the other on a connection, as text (protocol 3, no password). */
import { connect } from "node:net";

const again = 500;

export class Postgres {
  #socket;
  #rest = Buffer.alloc(0);
  #rows = [];
  #problem;
  #waiting;
  #isReady = false;

  constructor(host, port) {
    this.address = { host, port };
    this.#connect();
  }

  #connect() {
    const socket = connect(this.address.port, this.address.host);
    this.#socket = socket;
    this.#rest = Buffer.alloc(0);
    socket.setNoDelay(true);
    socket.on("connect", () => {
      const body = Buffer.from("\0\x03\0\0user\0postgres\0database\0postgres\0\0", "latin1");
      socket.write(Buffer.concat([sized(body.length + 4), body]));
    });
    socket.on("data", (chunk) => this.#read(chunk));
    socket.on("error", () => {});
    socket.on("close", () => {
      this.#isReady = false;
      this.#end(new Error("connection lost"));
      setTimeout(() => this.#connect(), again).unref();
    });
  }

  /** Runs a statement; its rows, each a list of texts. */
  ask(sql) {
    if (!this.#isReady || this.#waiting) return Promise.reject(new Error("not ready"));
    const body = Buffer.from(`${sql}\0`);
    this.#socket.write(Buffer.concat([Buffer.from("Q"), sized(body.length + 4), body]));
    return new Promise((resolve, reject) => {
      this.#waiting = { resolve, reject };
    });
  }

  #end(problem) {
    const { resolve, reject } = this.#waiting ?? {};
    const rows = this.#rows;
    this.#waiting = undefined;
    this.#rows = [];
    this.#problem = undefined;
    if (problem) reject?.(problem);
    else resolve?.(rows);
  }

  #read(chunk) {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    while (this.#rest.length >= 5 && this.#rest.length > this.#rest.readUInt32BE(1)) {
      const end = 1 + this.#rest.readUInt32BE(1);
      const kind = String.fromCharCode(this.#rest[0]);
      const body = this.#rest.subarray(5, end);
      if (kind === "D") this.#rows.push(fieldsOf(body));
      else if (kind === "E") this.#problem = new Error(body.toString("utf8").replaceAll("\0", " "));
      else if (kind === "Z") {
        this.#isReady = true;
        this.#end(this.#problem);
      }
      this.#rest = this.#rest.subarray(end);
    }
  }
}

function sized(length) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(length);
  return bytes;
}

function fieldsOf(body) {
  const fields = [];
  let at = 2;
  for (let left = body.readUInt16BE(0); left > 0; left--) {
    const size = body.readInt32BE(at);
    fields.push(size < 0 ? null : body.toString("utf8", at + 4, at + 4 + size));
    at += 4 + Math.max(0, size);
  }
  return fields;
}
