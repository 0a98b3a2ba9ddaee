// The emulator as a process, and a client that knows nothing but HTTP.

import { spawn } from "node:child_process";
import { once } from "node:events";
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
