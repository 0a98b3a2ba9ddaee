// The users of the resource, and their tokens.

import { control } from "./api.js";
import { attempt, byId, choices, copy, element, show } from "./dom.js";
import { label, nameOf, remember, shortId } from "./names.js";

export function startUsers() {
  byId("new-user").addEventListener("submit", attempt(addUser));
  byId("issue").addEventListener("submit", attempt(issueToken));
  byId("copy-token").addEventListener("click", () => copy(byId("issued-token").value, "token"));
}

export function showUsers({ users, userCount }) {
  byId("user-count").textContent = userCount || "";
  byId("no-users").hidden = users.length > 0;
  const items = users.map((id) => ({ id, name: label(id) }));
  show(byId("users"), items, ({ id }) => id, userItem);
  choices(byId("issue").elements.user, [
    { value: "", label: "a new user" },
    ...users.map((id) => ({ value: id, label: label(id) })),
  ]);
}

function userItem({ id, name }) {
  return element(
    "li",
    { class: "user" },
    element(
      "span",
      { title: id },
      element("span", { class: "name" }, name),
      nameOf(id) ? element("span", { class: "quiet" }, shortId(id)) : null,
    ),
    element(
      "button",
      { type: "button", "aria-label": `Copy id of ${name}`, click: () => copy(id, "id") },
      "Copy id",
    ),
  );
}

async function addUser({ target }) {
  const { name } = target.elements;
  const { user } = await control("POST", "tokens", {});
  remember(user, name.value.trim());
  target.reset();
}

async function issueToken({ target }) {
  const { user, minutes } = target.elements;
  const scopes = new FormData(target).getAll("scope");
  const issued = await control("POST", "tokens", {
    user: user.value || undefined,
    minutes: Number(minutes.value),
    scopes,
  });
  byId("issued").hidden = false;
  byId("issued-user").textContent = issued.user;
  byId("issued-expires").textContent = new Date(issued.expiresOn).toLocaleString();
  byId("issued-token").value = issued.token;
}
