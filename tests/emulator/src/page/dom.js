// Builds and updates the page. Every value from a client becomes a text node, never markup.

export const byId = (id) => document.getElementById(id);

/** Makes an element. An attribute that is a function listens; children that are text stay text. */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value != null) made.setAttribute(name, value);
  }
  made.append(...children.filter((child) => child != null));
  return made;
}

/**
 * Makes the children of `parent` show `items` in order. A child is kept while its item stays the
 * same, so that focus, selections and open details survive an update.
 */
export function show(parent, items, keyOf, render) {
  const old = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let place = parent.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    const content = JSON.stringify(item);
    let child = old.get(key);
    old.delete(key);
    if (child?.content !== content) {
      const fresh = render(item, child);
      fresh.dataset.key = key;
      fresh.content = content;
      if (child) {
        const focused = child.contains(document.activeElement);
        if (place === child) place = fresh;
        child.replaceWith(fresh);
        if (focused) (fresh.querySelector("button") ?? fresh).focus();
      }
      child = fresh;
    }
    if (child === place) place = place.nextElementSibling;
    else parent.insertBefore(child, place);
  }
  for (const child of old.values()) child.remove();
}

/** Fills a list of choices and keeps the choice that was made. */
export function choices(select, options) {
  const wanted = JSON.stringify(options);
  if (select.content === wanted) return;
  const chosen = select.value;
  select.content = wanted;
  select.replaceChildren(...options.map(({ value, label }) => element("option", { value }, label)));
  if (options.some(({ value }) => value === chosen)) select.value = chosen;
}

/** JSON on several lines; any other text as it is. */
export function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** A number with its noun. */
export const counted = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

/** Shows a message for a few seconds. */
export function notice(text, kind = "error") {
  const note = element("p", { class: `notice ${kind}` }, text);
  byId("notices").append(note);
  setTimeout(() => note.remove(), kind === "error" ? 10_000 : 3_000);
}

export async function copy(text, what) {
  try {
    await navigator.clipboard.writeText(text);
    notice(`Copied the ${what}.`, "done");
  } catch {
    notice(`The browser does not let this page copy. The ${what}: ${text}`);
  }
}

/** Runs what a click or a form asks for, and shows why it failed. */
export function attempt(action) {
  return async (event) => {
    event.preventDefault();
    try {
      await action(event);
    } catch (error) {
      notice(error.message);
    }
  };
}
