#!/usr/bin/env node
/**
 * Firefox for playwright-core, which speaks WebDriver BiDi with it. Started in Firefox's place, this starts Firefox
 * (FIREFOX), hands messages on both ways, and mends what the two do not agree on yet (Firefox 153, playwright-core 1.65):
 *
 * - Emulated media features are reset for each page by a command that Firefox does not know. One that resets all of
 *   them is answered here; one that sets any is handed on, and fails.
 * - A download of a blob belongs to no navigation and has no name of its own: its address is its name.
 * - Fingers do nothing. With `FIREFOX_TOUCH=1` a mouse is one.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { WebSocket, WebSocketServer } from "ws";

const firefox = spawn(process.env.FIREFOX, process.argv.slice(2), { stdio: ["ignore", "inherit", "pipe"] });
firefox.on("exit", (code) => process.exit(code ?? 1));
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => firefox.kill(signal));

const listening = /^WebDriver BiDi listening on (ws:\/\/\S+)/;

for await (const line of createInterface({ input: firefox.stderr })) {
  const [, address] = listening.exec(line) ?? [];
  if (address === undefined) console.error(line);
  else console.error(`WebDriver BiDi listening on ${await relayTo(address)}`);
}

/** Listens in the place of an address; resolves to where. */
async function relayTo(address) {
  const server = new WebSocketServer({ host: "127.0.0.1", port: 0 });
  server.on("connection", (near, { url }) => {
    const far = new WebSocket(address + url);
    const opened = once(far, "open");
    near.on("message", async (data) => {
      const command = JSON.parse(String(data));
      if (isReset(command)) return near.send(JSON.stringify({ type: "success", id: command.id, result: {} }));
      await opened;
      far.send(JSON.stringify(process.env.FIREFOX_TOUCH === "1" ? byFinger(command) : command));
    });
    far.on("message", (data) => near.send(JSON.stringify(withName(JSON.parse(String(data))))));
    near.on("close", () => far.close());
    far.on("close", () => near.close());
  });
  await once(server, "listening");
  return `ws://127.0.0.1:${server.address().port}`;
}

function isReset({ method, params }) {
  return (
    method === "emulation.setMediaFeaturesOverride" &&
    Object.values(params.features).every((feature) => feature === null)
  );
}

function withName(message) {
  const { method, params } = message;
  return /^browsingContext\.download/.test(method) && params.navigation === null
    ? { ...message, params: { ...params, download: params.url } }
    : message;
}

function byFinger(command) {
  const { method, params } = command;
  if (method !== "input.performActions") return command;
  const actions = params.actions.map((source) =>
    source.type === "pointer"
      ? { ...source, id: `finger-${source.id}`, parameters: { pointerType: "touch" } }
      : source,
  );
  return { ...command, params: { ...params, actions } };
}
