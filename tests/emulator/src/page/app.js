// Starts the page: the stream of updates, the header and the tabs.

import { control } from "./api.js";
import { showClock, startClock } from "./clock.js";
import { attempt, byId, copy, notice } from "./dom.js";
import { showEvents, startEvents } from "./events.js";
import { showFaults, startFaults } from "./faults.js";
import { showRequests, startRequests } from "./requests.js";
import { showOverview, showThread, startThreads } from "./threads.js";
import { showUsers, startUsers } from "./users.js";

let stream;

/** Follows the emulator, and one thread of it in detail. */
function follow(thread) {
  stream?.close();
  stream = new EventSource(thread ? `events?thread=${encodeURIComponent(thread)}` : "events");
  let first = true;
  const on = (name, handle) =>
    stream.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  stream.onopen = () => {
    first = true;
    live("live", "Live");
  };
  stream.onerror = () => live("lost", "Connection lost, trying again…");
  on("overview", (overview) => {
    showUsers(overview);
    showOverview(overview);
    showFaults(overview.faults);
    showClock(overview.clockOffsetSeconds);
    showRequests([], { from: overview.firstRequest });
    showViolations(overview.violations);
  });
  on("thread", showThread);
  on("events", showEvents);
  on("requests", (requests) => {
    showRequests(requests, { replace: first });
    first = false;
  });
}

function live(state, text) {
  byId("live").className = state;
  byId("live").textContent = text;
}

let violations = 0;

/** The emulator checks its own responses. One that violates the description is its defect. */
function showViolations(found) {
  found.slice(violations).forEach((text) => notice(`A defect of the emulator: ${text}`));
  violations = found.length;
}

function startTabs() {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  const select = (chosen) => {
    for (const tab of tabs) {
      const selected = tab === chosen;
      tab.setAttribute("aria-selected", selected);
      tab.tabIndex = selected ? 0 : -1;
      byId(tab.getAttribute("aria-controls")).hidden = !selected;
    }
  };
  tabs.forEach((tab, index) => {
    tab.addEventListener("click", () => select(tab));
    tab.addEventListener("keydown", ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (!step) return;
      const next = tabs[(index + step + tabs.length) % tabs.length];
      select(next);
      next.focus();
    });
  });
}

async function startHeader() {
  byId("reset").addEventListener("click", attempt(async () => {
    if (confirm("Forget all users, threads, events, faults and requests?")) await control("POST", "reset");
  }));
  const { endpoint, connectionString } = await control("GET", "resource");
  byId("endpoint").textContent = endpoint;
  byId("copy-connection").addEventListener("click", () => copy(connectionString, "connection string"));
}

startTabs();
startThreads(follow);
startUsers();
startRequests();
startFaults();
startEvents();
startClock();
follow();
startHeader().catch((error) => notice(error.message));
