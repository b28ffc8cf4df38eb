/** Speaks to Redis: commands go out as they come, answers come back in their order (RESP2). */
import { connect } from "node:net";
import { addressOf } from "./common.mjs";

const again = 250;

export class Redis {
  isUp = false;
  #socket;
  #waiting = [];
  #rest = Buffer.alloc(0);
  #isEnded = false;

  constructor(name) {
    this.address = addressOf(name);
    this.ready = this.#connect();
  }

  #connect() {
    return new Promise((resolve) => {
      const socket = connect(this.address.port, this.address.host);
      socket.setNoDelay(true);
      this.#socket = socket;
      socket.on("connect", () => {
        this.isUp = true;
        this.#rest = Buffer.alloc(0);
        resolve();
      });
      socket.on("data", (chunk) => this.#read(chunk));
      socket.on("error", () => {});
      socket.on("close", () => {
        this.isUp = false;
        for (const { reject } of this.#waiting.splice(0)) reject(new Error("connection lost"));
        if (!this.#isEnded) setTimeout(() => this.#connect().then(resolve), again);
      });
    });
  }

  /** Sends a command; its answer. */
  ask(...words) {
    if (!this.isUp) return Promise.reject(new Error("not connected"));
    const parts = words.map((word) => `$${Buffer.byteLength(String(word))}\r\n${word}\r\n`);
    this.#socket.write(`*${words.length}\r\n${parts.join("")}`);
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  end() {
    this.#isEnded = true;
    this.#socket.destroy();
  }

  #read(chunk) {
    this.#rest = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    for (let at = 0; ; ) {
      const found = parse(this.#rest, at);
      if (!found) {
        this.#rest = this.#rest.subarray(at);
        return;
      }
      at = found.next;
      const { resolve, reject } = this.#waiting.shift();
      if (found.value instanceof Error) reject(found.value);
      else resolve(found.value);
    }
  }
}

/** A whole answer from a place on, and where the next one begins; nothing while a part of it is missing. */
function parse(buffer, at) {
  const end = buffer.indexOf("\r\n", at);
  if (end < 0) return undefined;
  const line = buffer.toString("utf8", at + 1, end);
  const next = end + 2;
  switch (String.fromCharCode(buffer[at])) {
    case "+":
      return { value: line, next };
    case "-":
      return { value: new Error(line), next };
    case ":":
      return { value: Number(line), next };
    case "$": {
      const size = Number(line);
      if (size < 0) return { value: null, next };
      if (buffer.length < next + size + 2) return undefined;
      return { value: buffer.toString("utf8", next, next + size), next: next + size + 2 };
    }
    default: {
      const value = [];
      let from = next;
      for (let left = Number(line); left > 0; left--) {
        const found = parse(buffer, from);
        if (!found) return undefined;
        value.push(found.value);
        from = found.next;
      }
      return { value: Number(line) < 0 ? null : value, next: from };
    }
  }
}
