// The threads, and the one that is open.

import { chat, identifier, threadPath } from "./api.js";
import { attempt, byId, choices, counted, element, show } from "./dom.js";
import { hue, label, nameOf, remember, shortId } from "./names.js";

let open = null;
let opened = null;
let users = [];
let follow;

export function startThreads(followThread) {
  follow = followThread;
  byId("new-thread").addEventListener("submit", attempt(createThread));
  byId("add-participant").addEventListener("submit", attempt(addParticipant));
  byId("composer").addEventListener("submit", attempt(sendMessage));
  byId("content").addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      byId("composer").requestSubmit();
    }
  });
}

export function showOverview(overview) {
  users = overview.users;
  byId("thread-count").textContent = overview.threadCount || "";
  byId("no-threads").hidden = overview.threads.length > 0;
  // The chosen thread is a part of what is shown, so that its item is drawn again.
  const items = overview.threads.map((thread) => ({ ...thread, chosen: thread.id === open }));
  show(byId("threads"), items, ({ id }) => id, threadItem);
  choices(
    byId("new-thread").elements.creator,
    users.map((id) => ({ value: id, label: label(id) })),
  );
  offerUsers();
}

function threadItem(thread) {
  const people = counted(thread.participantCount, "participant");
  const state = thread.deletedOn ? "deleted" : counted(thread.messageCount, "message");
  return element(
    "li",
    {},
    element(
      "button",
      {
        type: "button",
        class: "item",
        "aria-current": thread.chosen ? "true" : null,
        click: () => openThread(thread.id),
      },
      element("span", { class: "name" }, thread.topic || "(no topic)"),
      element("span", { class: "quiet" }, `${people} · ${state}`),
    ),
  );
}

function openThread(id) {
  open = id;
  opened = null;
  for (const item of byId("threads").children) {
    const button = item.querySelector("button");
    if (item.dataset.key === id) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  byId("messages").replaceChildren();
  follow(id);
}

/** Shows the open thread. A thread that the emulator has forgotten is `null`. */
export function showThread(thread) {
  opened = thread;
  byId("open").hidden = !thread;
  byId("nothing-open").hidden = Boolean(thread);
  if (!thread) return;
  thread.participants.forEach((participant) => remember(idOf(participant), participant.displayName));
  thread.messages.forEach((message) => remember(senderOf(message), message.senderDisplayName));
  byId("topic").textContent = thread.topic || "(no topic)";
  byId("thread-id").textContent = thread.id;
  const people = thread.participants.map(idOf).map((id) => ({ id, name: label(id) }));
  show(byId("participants"), people, ({ id }) => id, person);
  showMessages(thread);
  offerUsers();
  byId("composer").hidden = Boolean(thread.deletedOn);
  byId("adding").hidden = Boolean(thread.deletedOn);
}

const idOf = ({ communicationIdentifier }) => communicationIdentifier.rawId;
const senderOf = ({ senderCommunicationIdentifier }) => senderCommunicationIdentifier?.rawId;

function person({ id, name }) {
  return element("li", { class: "person", title: id }, avatar(id), name);
}

function avatar(id) {
  const letter = (nameOf(id) ?? id.slice(-2)).slice(0, 1).toUpperCase();
  const made = element("span", { class: "avatar", "aria-hidden": "true" }, letter);
  made.style.setProperty("--hue", hue(id));
  return made;
}

function showMessages({ messages, receipts }) {
  const log = byId("scroll");
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 40;
  const items = messages.map((message) => ({
    message,
    name: senderOf(message) && label(senderOf(message)),
    readBy: receipts
      .filter((receipt) => receipt.chatMessageId === message.id)
      .map((receipt) => label(senderOf(receipt))),
  }));
  show(byId("messages"), items, ({ message }) => message.id, messageItem);
  if (atEnd) log.scrollTop = log.scrollHeight;
}

function messageItem({ message, name, readBy }) {
  const title = `id ${message.id}, sequence ${message.sequenceId}, version ${message.version}`;
  const time = element("time", { datetime: message.createdOn }, clock(message.createdOn));
  if (!name) {
    return element("li", { class: "system", title }, systemText(message), " ", time);
  }
  const marks = [
    message.type === "html" && "html",
    message.editedOn && "edited",
    readBy.length > 0 && `read by ${readBy.join(", ")}`,
  ].filter(Boolean);
  return element(
    "li",
    { class: "message", title },
    avatar(senderOf(message)),
    element(
      "div",
      { class: "bubble" },
      element("p", { class: "head" }, element("strong", {}, name), " ", time),
      message.deletedOn
        ? element("p", { class: "gone" }, "This message was deleted.")
        : element("p", { class: "text" }, message.content?.message ?? ""),
      marks.length > 0 ? element("p", { class: "quiet" }, marks.join(" · ")) : null,
    ),
  );
}

function systemText({ type, content }) {
  const who = content?.initiatorCommunicationIdentifier?.rawId;
  const initiator = who ? label(who) : "Somebody";
  const people = (content?.participants ?? []).map(
    (participant) => participant.displayName || label(idOf(participant)),
  );
  switch (type) {
    case "topicUpdated":
      return `${initiator} set the topic to “${content.topic}”.`;
    case "participantAdded":
      return `${initiator} added ${people.join(", ")}.`;
    case "participantRemoved":
      return `${initiator} removed ${people.join(", ")}.`;
    default:
      return type;
  }
}

const clock = (time) => new Date(time).toLocaleTimeString([], { timeStyle: "short" });

/** Participants can send; all other users can be added. */
function offerUsers() {
  if (!opened) return;
  const inside = new Set(opened.participants.map(idOf));
  const option = (id) => ({ value: id, label: nameOf(id) ? `${nameOf(id)} (${shortId(id)})` : shortId(id) });
  choices(byId("composer").elements.sender, [...inside].map(option));
  choices(byId("new-participant"), users.filter((id) => !inside.has(id)).map(option));
}

async function createThread({ target }) {
  const { topic, creator } = target.elements;
  const participants = [participant(creator.value)];
  const created = await chat(creator.value, "POST", "", { topic: topic.value, participants });
  target.reset();
  target.closest("details").open = false;
  openThread(created.chatThread.id);
}

async function addParticipant({ target }) {
  const user = target.elements.user.value;
  const me = idOf(opened.participants[0]);
  const path = `${threadPath(opened.id)}/participants/:add`;
  const { invalidParticipants } = await chat(me, "POST", path, { participants: [participant(user)] });
  if (invalidParticipants) throw new Error(invalidParticipants[0].message);
}

const participant = (id) => ({
  communicationIdentifier: identifier(id),
  displayName: nameOf(id),
});

async function sendMessage({ target }) {
  const { sender, content } = target.elements;
  const body = { content: content.value, senderDisplayName: nameOf(sender.value) };
  await chat(sender.value, "POST", `${threadPath(opened.id)}/messages`, body);
  content.value = "";
  content.focus();
  const log = byId("scroll");
  log.scrollTop = log.scrollHeight;
}
