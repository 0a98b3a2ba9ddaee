// The emulator as a process, a client that knows nothing but HTTP, and a webhook.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { createInterface } from "node:readline";

const VERSION = "api-version=2025-03-15";

export class Emulator {
  static async start(...options) {
    const child = spawn(process.env.EMULATOR, options, { stdio: ["ignore", "pipe", "ignore"] });
    const [connectionString] = await once(createInterface({ input: child.stdout }), "line");
    const [, endpoint] = /^endpoint=(.*?)\/;/.exec(connectionString);
    return Object.assign(new Emulator(), { child, connectionString, endpoint });
  }

  get page() {
    return `${this.endpoint}/__emulator/`;
  }

  async stop() {
    if (this.child.exitCode != null || this.child.signalCode != null) return;
    const ended = once(this.child, "exit");
    this.child.kill();
    await ended;
  }

  async call(method, path, { token, body, headers } = {}) {
    const response = await fetch(this.endpoint + path, {
      method,
      headers: {
        ...(token && { authorization: `Bearer ${token}` }),
        ...(body && { "content-type": "application/json" }),
        ...headers,
      },
      body: body && JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text && JSON.parse(text) };
  }

  async user() {
    const { body } = await this.call("POST", "/__emulator/tokens", { body: {} });
    return { id: body.user, token: body.token };
  }

  async thread(user, topic, participants = []) {
    const body = {
      topic,
      participants: participants.map(({ id, name }) => ({
        communicationIdentifier: { rawId: id, communicationUser: { id } },
        displayName: name,
      })),
    };
    const created = await this.chat(user, "POST", "/chat/threads", body);
    return `/chat/threads/${encodeURIComponent(created.body.chatThread.id)}`;
  }

  chat({ token }, method, path, body) {
    const headers = method === "PATCH" && { "content-type": "application/merge-patch+json" };
    return this.call(method, `${path}?${VERSION}`, { token, body, headers });
  }
}

/** Takes events at its URL, under no other path, and answers them with the statuses of `status`. */
export class Webhook {
  static async start(t, status) {
    const server = createServer(async (request, response) => {
      const chunks = await request.toArray();
      const [event] = request.method === "POST" ? [JSON.parse(Buffer.concat(chunks))].flat() : [];
      const found = request.url === "/events";
      response.setHeader("webhook-allowed-origin", "*");
      const code = event?.data.validationCode;
      response.statusCode = !found ? 404 : event && !code ? status() : 200;
      response.end(code && JSON.stringify({ validationResponse: code }));
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    t.after(() => {
      server.close();
      server.closeAllConnections();
    });
    return { url: `http://127.0.0.1:${server.address().port}/events` };
  }
}
