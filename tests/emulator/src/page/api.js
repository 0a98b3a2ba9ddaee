// Talks to the emulator: to its controls, and as a user to the Chat API.

const CHAT_VERSION = "2025-03-15";

async function refusal(response) {
  const text = await response.text();
  try {
    const { error } = JSON.parse(text);
    return typeof error === "string" ? error : `${error.code}: ${error.message}`;
  } catch {
    return text;
  }
}

async function call(method, path, headers, body) {
  try {
    return await fetch(path, { method, headers, body });
  } catch {
    throw new Error(`${method} ${path}: the connection ended without a response.`);
  }
}

/** Uses a control of the emulator. */
export async function control(method, path, body) {
  const json = body === undefined ? undefined : JSON.stringify(body);
  const headers = json && { "content-type": "application/json" };
  const response = await call(method, path, headers, json);
  if (!response.ok) throw new Error(await refusal(response));
  const text = await response.text();
  return text && JSON.parse(text);
}

const tokens = new Map();

async function tokenOf(user) {
  if (!tokens.has(user)) {
    tokens.set(user, (await control("POST", "tokens", { user, scopes: ["chat"] })).token);
  }
  return tokens.get(user);
}

/**
 * Makes a request to the Chat API in the name of a user. It is an ordinary request: the emulator
 * logs it, and faults hit it.
 */
export async function chat(user, method, path, body) {
  const url = `/chat/threads${path}?api-version=${CHAT_VERSION}`;
  const send = async () => {
    const headers = { authorization: `Bearer ${await tokenOf(user)}` };
    if (body) headers["content-type"] = "application/json";
    return call(method, url, headers, body && JSON.stringify(body));
  };
  let response = await send();
  if (response.status === 401) {
    // The token has expired or was revoked since the last request of this user.
    tokens.delete(user);
    response = await send();
  }
  if (!response.ok) throw new Error(`${response.status} ${await refusal(response)}`);
  const text = await response.text();
  return text && JSON.parse(text);
}

export const threadPath = (id) => `/${encodeURIComponent(id)}`;
export const identifier = (id) => ({ rawId: id, communicationUser: { id } });
