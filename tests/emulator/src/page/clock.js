// The emulator's clock: what it shows, and moving it.

import { control } from "./api.js";
import { attempt, byId, element } from "./dom.js";

const MOVES = [
  ["−1 day", -86_400],
  ["−1 hour", -3_600],
  ["+1 hour", 3_600],
  ["+1 day", 86_400],
  ["+30 days", 30 * 86_400],
];

let offsetSeconds = 0;

export function startClock() {
  byId("clock-moves").replaceChildren(
    ...MOVES.map(([name, advanceSeconds]) =>
      element("button", { type: "button", click: attempt(() => move({ advanceSeconds })) }, name),
    ),
  );
  byId("set-clock").addEventListener("submit", attempt(setClock));
  byId("reset-clock").addEventListener("click", attempt(() => control("DELETE", "clock")));
  setInterval(draw, 1_000);
  draw();
}

export function showClock(offset) {
  offsetSeconds = offset;
  draw();
}

const move = (by) => control("POST", "clock", by);

/** The form has the time of the machine's time zone. The emulator wants it in UTC. */
async function setClock({ target }) {
  await move({ now: new Date(target.elements.now.value).toISOString() });
}

function draw() {
  const now = new Date(Date.now() + offsetSeconds * 1_000);
  byId("emulated-now").textContent = now.toLocaleString([], { dateStyle: "medium", timeStyle: "medium" });
  byId("emulated-now").dateTime = now.toISOString();
  byId("clock-offset").textContent = offsetSeconds === 0 ? "As the machine's clock." : difference();
  byId("reset-clock").disabled = offsetSeconds === 0;
}

function difference() {
  const seconds = Math.abs(offsetSeconds);
  const units = [[Math.floor(seconds / 86_400), "d"], [Math.floor(seconds / 3_600) % 24, "h"],
    [Math.floor(seconds / 60) % 60, "min"], [seconds % 60, "s"]];
  const text = units.filter(([count]) => count > 0).map(([count, unit]) => `${count} ${unit}`);
  return `${text.join(" ")} ${offsetSeconds > 0 ? "ahead of" : "behind"} the machine's clock.`;
}
