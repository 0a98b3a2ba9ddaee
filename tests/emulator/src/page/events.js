// Webhooks, and the events that were sent to them.

import { control } from "./api.js";
import { attempt, byId, element, pretty, show } from "./dom.js";

export function startEvents() {
  byId("new-subscription").addEventListener("submit", attempt(subscribe));
  byId("clear-deliveries").addEventListener("click", attempt(() => control("DELETE", "deliveries")));
}

export function showEvents({ subscriptions, deliveries }) {
  byId("no-subscriptions").hidden = subscriptions.length > 0;
  show(byId("subscriptions"), subscriptions, ({ id }) => id, subscriptionItem);
  byId("no-deliveries").hidden = deliveries.length > 0;
  show(byId("deliveries"), deliveries, ({ number }) => number, deliveryItem);
}

async function subscribe({ target }) {
  const { url, schema } = target.elements;
  await control("POST", "subscriptions", { url: url.value, schema: schema.value });
  url.value = "";
}

const SCHEMAS = { eventGrid: "Event Grid", cloudEvents: "CloudEvents" };

function subscriptionItem({ id, url, schema, types }) {
  const which = types.length > 0 ? types.join(", ") : "all events";
  const end = attempt(() => control("DELETE", `subscriptions/${id}`));
  return element(
    "li",
    { class: "user" },
    element(
      "span",
      { title: url },
      element("span", { class: "name" }, url),
      element("span", { class: "quiet" }, `${id} · ${SCHEMAS[schema]} · ${which}`),
    ),
    element("button", { type: "button", "aria-label": `End subscription ${id}`, click: end }, "End"),
  );
}

const STATES = { waiting: ["…", "none"], delivered: ["sent", "s2"], failed: ["failed", "s5"] };

function deliveryItem(delivery, earlier) {
  const open = Boolean(earlier?.querySelector("details")?.open);
  const [text, kind] = STATES[delivery.status];
  const attempts = delivery.attempts > 1 ? ` · ${delivery.attempts} attempts` : "";
  const item = element(
    "li",
    {},
    element(
      "details",
      { open },
      element(
        "summary",
        {},
        element("span", { class: `status ${kind}` }, text),
        element("span", { class: "path", title: delivery.eventType }, delivery.eventType.split(".").pop()),
        element("span", { class: "quiet" }, `to ${delivery.subscription}${attempts}`),
        delivery.problem ? element("span", { class: "reason" }, delivery.problem) : null,
      ),
    ),
  );
  const details = item.firstElementChild;
  const fill = () => details.open && details.children.length === 1 && details.append(
    element("p", { class: "target" }, element("code", {}, delivery.subject)),
    element("pre", { tabindex: "0", "aria-label": "Event" }, pretty(delivery.body)),
  );
  details.addEventListener("toggle", fill);
  fill();
  return item;
}
