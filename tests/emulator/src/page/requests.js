// The request log.

import { control } from "./api.js";
import { attempt, byId, element, pretty, show } from "./dom.js";

/** How many requests the page keeps. The emulator sends no more at a time. */
const LIMIT = 500;
const kept = new Map();

export function startRequests() {
  byId("filter").addEventListener("input", draw);
  byId("only-refused").addEventListener("change", draw);
  byId("clear-requests").addEventListener("click", attempt(() => control("DELETE", "requests")));
}

/** Takes in new and completed requests. Those before `from` are forgotten. */
export function showRequests(requests, { replace = false, from = 0 }) {
  if (replace) kept.clear();
  requests.forEach((request) => kept.set(request.number, request));
  for (const number of kept.keys()) {
    if (number < from || kept.size > LIMIT) kept.delete(number);
  }
  draw();
}

function draw() {
  const words = byId("filter").value.toLowerCase().split(" ").filter(Boolean);
  const onlyRefused = byId("only-refused").checked;
  const wanted = (request) => {
    const text = `${request.method} ${request.target} ${request.status}`.toLowerCase();
    return words.every((word) => text.includes(word)) && !(onlyRefused && !request.reason);
  };
  const shown = [...kept.values()].filter(wanted).sort((a, b) => b.number - a.number);
  byId("no-requests").hidden = shown.length > 0;
  show(byId("requests"), shown, ({ number }) => number, requestItem);
}

function requestItem(request, earlier) {
  const open = Boolean(earlier?.querySelector("details")?.open);
  const [path] = request.target.split("?");
  const item = element(
    "li",
    {},
    element(
      "details",
      { open },
      element(
        "summary",
        {},
        status(request),
        element("span", { class: "method" }, request.method),
        element("span", { class: "path", title: request.target }, readable(path)),
        element("span", { class: "quiet" }, time(request)),
        request.reason ? element("span", { class: "reason" }, request.reason) : null,
      ),
    ),
  );
  const details = item.firstElementChild;
  // Details are made when somebody looks at them: most are never opened.
  const fill = () => details.open && details.children.length === 1 && details.append(...facts(request));
  details.addEventListener("toggle", fill);
  fill();
  return item;
}

function status({ status, reason, milliseconds }) {
  if (status == null) {
    const text = reason ? "cut" : milliseconds == null ? "…" : "none";
    return element("span", { class: "status none", title: "no response" }, text);
  }
  return element("span", { class: `status s${Math.floor(status / 100)}` }, String(status));
}

const time = ({ receivedAt, milliseconds }) =>
  new Date(receivedAt).toLocaleTimeString([], { hour12: false }) +
  (milliseconds == null ? "" : ` · ${milliseconds} ms`);

/** Shortens ids, so that the end of the path, which tells the operations apart, stays visible. */
function readable(path) {
  const short = (segment) => {
    const text = decoded(segment);
    return text.length > 24 ? `${text.slice(0, 8)}…` : text;
  };
  return path.split("/").map(short).join("/");
}

function decoded(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

function facts(request) {
  const rows = request.headers.map(([name, value]) =>
    element("tr", {}, element("th", { scope: "row" }, name), element("td", {}, value)),
  );
  return [
    element("p", { class: "target" }, element("code", {}, request.target)),
    element("table", { "aria-label": "Headers" }, element("tbody", {}, ...rows)),
    ...body("Request body", request.body),
    ...body("Response body", request.responseBody),
  ];
}

function body(name, text) {
  return text
    ? [element("h3", {}, name), element("pre", { tabindex: "0", "aria-label": name }, pretty(text))]
    : [element("p", { class: "quiet" }, `${name}: none`)];
}
