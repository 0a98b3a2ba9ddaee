// Faults to inject with one click, and those that wait for their requests.

import { control } from "./api.js";
import { attempt, byId, counted, element, show } from "./dom.js";

const FAULTS = [
  ["429 Too Many Requests", { kind: "status", status: 429, retryAfter: "1" }],
  ["503 Service Unavailable", { kind: "status", status: 503, retryAfter: "1" }],
  ["500 Server Error", { kind: "status", status: 500 }],
  ["401 Unauthorized", { kind: "status", status: 401 }],
  ["Cut before handling", { kind: "cut", at: "beforeHandling" }],
  ["Cut before response", { kind: "cut", at: "beforeResponse" }],
  ["Cut in body", { kind: "cut", at: "inBody" }],
  ["Delay of 5 s", { kind: "delay", milliseconds: 5000 }],
  ["Slow body", { kind: "slowBody", chunkBytes: 16, milliseconds: 200 }],
  ["Broken JSON", { kind: "brokenJson" }],
  ["Foreign nextLink", { kind: "foreignNextLink", origin: "https://elsewhere.invalid" }],
];

export function startFaults() {
  byId("fault-buttons").replaceChildren(
    ...FAULTS.map(([name, fault]) =>
      element("button", { type: "button", click: attempt(() => inject(fault)) }, name),
    ),
  );
  byId("clear-faults").addEventListener("click", attempt(() => control("DELETE", "faults")));
  byId("fault-scope").addEventListener("submit", (event) => event.preventDefault());
}

async function inject(fault) {
  const form = byId("fault-scope");
  if (!form.reportValidity()) return;
  const { method, path, times } = form.elements;
  await control("POST", "faults", {
    method: method.value || undefined,
    path: path.value,
    times: Number(times.value),
    fault,
  });
}

export function showFaults(rules) {
  byId("no-faults").hidden = rules.length > 0;
  const items = rules.map((rule, index) => ({ rule, index }));
  show(byId("faults"), items, ({ index }) => index, ({ rule }) => ruleItem(rule));
}

function ruleItem({ method, path, after, times, fault }) {
  const found = FAULTS.find(([, known]) => sameFault(known, fault));
  const name = found ? found[0] : fault.status ? `Status ${fault.status}` : fault.kind;
  const later = after > 0 ? `, after ${after}` : "";
  return element(
    "li",
    { class: "rule" },
    element("span", { class: "name" }, name),
    element("span", { class: "quiet" }, `${method ?? "any"} ${path} · ${counted(times, "request")}${later}`),
  );
}

/** Compares as sets of properties: JSON of the emulator may have another order. */
function sameFault(a, b) {
  const sorted = (fault) => JSON.stringify(Object.entries(fault).sort());
  return sorted(a) === sorted(b);
}
