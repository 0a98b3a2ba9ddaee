// Names of users. The service knows none: a name belongs to a participant or a message, so the page
// remembers those that it has seen, and those that its user gave.

const KEY = "names";
const names = new Map(JSON.parse(localStorage.getItem(KEY) ?? "[]"));

export function remember(id, name) {
  if (!name || names.get(id) === name) return;
  names.delete(id);
  names.set(id, name);
  localStorage.setItem(KEY, JSON.stringify([...names].slice(-500)));
}

export const nameOf = (id) => names.get(id);

/** The name of a user, or the part of its id that tells it from others. */
export const label = (id) => names.get(id) ?? shortId(id);

export const shortId = (id) => (id.length > 24 ? `…${id.slice(-12)}` : id);

/** A hue for a user, the same every time. */
export function hue(id) {
  let sum = 7;
  for (const letter of id) sum = (sum * 31 + letter.codePointAt(0)) % 360;
  return sum;
}
