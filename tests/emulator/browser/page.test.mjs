// Uses the emulator's page as a person does.

import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { Emulator, Webhook } from "./emulator.mjs";

const SCREENSHOTS = fileURLToPath(new URL("screenshots/", import.meta.url));
const MARKUP = `<img src="x" onerror="alert(1)"><script>alert(2)</script>`;

let browser;
before(async () => {
  await mkdir(SCREENSHOTS, { recursive: true });
  const args = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args });
});
after(() => browser.close());

/** Opens the page of an emulator. Anything that goes wrong in the browser fails the test. */
async function open(t, emulator, options = {}) {
  const permissions = ["clipboard-read", "clipboard-write"];
  const context = await browser.newContext({
    viewport: { width: 1440, height: 860 },
    permissions,
    ...options,
  });
  t.after(() => context.close());
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const wrong = [];
  page.on("pageerror", (error) => wrong.push(error.message));
  page.on("dialog", async (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    await dialog.dismiss();
  });
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== emulator.endpoint) wrong.push(request.url());
  });
  t.after(() => assert.deepEqual(wrong, []));
  await page.goto(emulator.page);
  await page.locator("#live.live").waitFor();
  return page;
}

async function start(t, ...options) {
  const emulator = await Emulator.start(...options);
  t.after(() => emulator.stop());
  return emulator;
}

const addUser = async (page, name) => {
  await page.getByLabel("Name of the new user").fill(name);
  await page.getByRole("button", { name: "Add user" }).click();
  await page.locator("#users .name", { hasText: name }).waitFor();
};

/** A request in the log, by words in its line. */
const logged = (page, ...words) =>
  words.reduce((found, hasText) => found.filter({ hasText }), page.locator("#requests > li")).first();

test("what clients do shows at once", async (t) => {
  const emulator = await start(t);
  const page = await open(t, emulator);
  await page.getByText("No threads yet.").waitFor();
  const [ann, bob] = [await emulator.user(), await emulator.user()];
  const people = [{ ...ann, name: "Ann" }, { ...bob, name: "Bob" }];
  const thread = await emulator.thread(ann, "Lunch", people);
  await page.getByRole("button", { name: /Lunch/ }).click();
  await page.locator("#participants").getByText("Bob").waitFor();

  const messages = `${thread}/messages`;
  const send = { content: "At noon?", senderDisplayName: "Bob" };
  const { body: sent } = await emulator.chat(bob, "POST", messages, send);
  const message = page.locator(".message", { hasText: "At noon?" });
  assert.equal(await message.locator("strong").textContent(), "Bob");
  await emulator.chat(ann, "POST", `${thread}/readReceipts`, { chatMessageId: sent.id });
  await page.getByText("read by Ann").waitFor();
  await emulator.chat(bob, "PATCH", `${messages}/${sent.id}`, { content: "At one?" });
  await page.locator(".message", { hasText: "At one?" }).getByText("edited").waitFor();
  await emulator.chat(bob, "DELETE", `${messages}/${sent.id}`);
  await page.getByText("This message was deleted.").waitFor();
  await emulator.chat(ann, "DELETE", thread);
  await page.locator("#threads").getByText("deleted").waitFor();
  assert.equal(await page.locator("#composer").isVisible(), false);
});

test("a person chats as any user", async (t) => {
  const emulator = await start(t);
  const page = await open(t, emulator);
  for (const name of ["Ann", "Bob"]) await addUser(page, name);
  await page.getByText("New thread").click();
  await page.getByLabel("Topic").fill("Lunch");
  await page.getByLabel("Created by").selectOption({ label: "Ann" });
  await page.getByRole("button", { name: "Create thread" }).click();
  await page.getByRole("heading", { name: "Lunch" }).waitFor();
  await page.getByText("Add participant").click();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.locator("#participants").getByText("Bob").waitFor();

  const sender = page.getByLabel("Send as");
  const [ann, bob] = await sender.locator("option").evaluateAll((all) => all.map((it) => it.value));
  await page.getByLabel("Message", { exact: true }).fill("Shall we eat?");
  await page.getByRole("button", { name: "Send" }).click();
  await page.locator(".message", { hasText: "Shall we eat?" }).waitFor();
  await sender.selectOption(bob);
  await page.getByLabel("Message", { exact: true }).fill("At noon.");
  await page.keyboard.press("Enter");
  await page.locator(".message", { hasText: "At noon." }).waitFor();
  await page.screenshot({ path: `${SCREENSHOTS}conversation.png` });

  const { body: token } = await emulator.call("POST", "/__emulator/tokens", { body: { user: ann } });
  const { body: threads } = await emulator.chat(token, "GET", "/chat/threads");
  const path = `/chat/threads/${encodeURIComponent(threads.value[0].id)}/messages`;
  const { body: messages } = await emulator.chat(token, "GET", path);
  const [newest] = messages.value;
  assert.equal(newest.content.message, "At noon.");
  assert.equal(newest.senderCommunicationIdentifier.rawId, bob);
});

test("text from clients stays text", async (t) => {
  const emulator = await start(t);
  const ann = await emulator.user();
  const thread = await emulator.thread(ann, MARKUP, [{ ...ann, name: MARKUP }]);
  const content = { content: MARKUP, type: "html", senderDisplayName: MARKUP };
  await emulator.chat(ann, "POST", `${thread}/messages`, content);
  await emulator.call("GET", `/chat/threads?${encodeURI(MARKUP)}`, { headers: { "x-test": MARKUP } });
  const page = await open(t, emulator);
  await page.locator("#threads button").click();
  await page.locator(".message .text", { hasText: MARKUP }).waitFor();
  await logged(page, "400").locator("summary").click();
  await page.getByRole("cell", { name: MARKUP }).waitFor();
  assert.equal(await page.locator("main img, main script").count(), 0);

  const refused = await page.evaluate((text) => {
    try {
      document.body.innerHTML = text;
    } catch (error) {
      return error.name;
    }
  }, MARKUP);
  assert.equal(refused, "TypeError", "the policy refuses markup, even if a script tries");
});

test("the connection string and tokens are there to copy", async (t) => {
  const emulator = await start(t);
  const page = await open(t, emulator);
  await page.getByRole("button", { name: "Copy connection string" }).click();
  await page.getByText("Copied the connection string.").waitFor();
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  assert.equal(await copied(), emulator.connectionString);

  await page.getByRole("tab", { name: "Tokens" }).click();
  await page.getByLabel("Minutes").fill("5");
  await page.getByRole("button", { name: "Issue token" }).click();
  await page.getByRole("button", { name: "Copy token" }).click();
  await page.getByText("Copied the token.").waitFor();
  const { status } = await emulator.chat({ token: await copied() }, "GET", "/chat/threads");
  assert.equal(status, 200);
});

test("the request log tells what was sent and why it was refused", async (t) => {
  const emulator = await start(t);
  const page = await open(t, emulator);
  const ann = await emulator.user();
  await emulator.thread(ann, "Lunch");
  await emulator.chat({ token: "not-a-token" }, "GET", "/chat/threads");
  await emulator.call("POST", "/teamsUser/:exchangeAccessToken?api-version=2026-09-23", {
    token: "entra-test-token",
    body: { token: "a-secret", appId: "app", userId: "user" },
  });

  const created = logged(page, "POST", "201");
  await created.locator("summary").click();
  await created.getByLabel("Request body").getByText('"topic": "Lunch"').waitFor();
  await created.getByLabel("Response body").getByText('"createdOn"').waitFor();
  await created.getByRole("row", { name: "authorization Bearer", exact: true }).waitFor();
  const exchange = logged(page, "/teamsUser/");
  await exchange.locator("summary").click();
  await exchange.getByText('"token": "***"').waitFor();
  const refused = logged(page, "401", "GET");
  assert.match(await refused.locator(".reason").textContent(), /access token/);
  await refused.locator("summary").click();
  await refused.getByLabel("Response body").getByText('"Unauthorized"').waitFor();
  await page.screenshot({ path: `${SCREENSHOTS}requests.png` });
  for (const secret of [ann.token, "not-a-token", "a-secret"]) {
    assert.equal((await page.content()).includes(secret), false);
  }

  await page.getByLabel("Refused only").check();
  assert.equal(await created.count(), 0);
  await page.getByLabel("Refused only").uncheck();
  await page.getByLabel("Filter requests").fill("post 201");
  assert.equal(await page.locator("#requests > li").count(), 1);
  await page.getByRole("button", { name: "Clear" }).click();
  await page.getByText("No requests to show.").waitFor();
});

test("a click injects a fault", async (t) => {
  const emulator = await start(t);
  const page = await open(t, emulator);
  const ann = await emulator.user();
  await page.getByRole("tab", { name: "Faults" }).click();
  await page.getByLabel("Method").selectOption("GET");
  await page.getByLabel("Path").fill("/chat/threads");
  await page.getByLabel("Times").fill("2");
  await page.getByRole("button", { name: "429 Too Many Requests" }).click();
  await page.getByText("GET /chat/threads · 2 requests").waitFor();
  await page.screenshot({ path: `${SCREENSHOTS}faults.png` });
  await emulator.thread(ann, "not a GET");
  const list = async () => (await emulator.chat(ann, "GET", "/chat/threads")).status;
  assert.equal(await list(), 429);
  await page.getByText("GET /chat/threads · 1 request").waitFor();
  assert.equal(await list(), 429);
  await page.getByText("No faults are waiting.").waitFor();
  assert.equal(await list(), 200);

  await page.getByRole("button", { name: "Cut in body" }).click();
  await page.locator("#faults > li").waitFor();
  await page.locator("#faults-panel").getByRole("button", { name: "Clear" }).click();
  await page.getByText("No faults are waiting.").waitFor();
});

test("events go to webhooks, and the page tells what became of them", async (t) => {
  const emulator = await start(t);
  const page = await open(t, emulator);
  const statuses = [503];
  const webhook = await Webhook.start(t, () => statuses.shift() ?? 200);
  await page.getByRole("tab", { name: "Events" }).click();
  await page.getByLabel("Webhook").fill(`${webhook.url}/none`);
  await page.getByRole("button", { name: "Subscribe" }).click();
  await page.getByRole("alert").getByText("404").waitFor();
  await page.getByLabel("Webhook").fill(webhook.url);
  await page.getByLabel("Schema").selectOption("CloudEvents");
  await page.getByRole("button", { name: "Subscribe" }).click();
  await page.locator("#subscriptions").getByText("CloudEvents · all events").waitFor();

  const ann = await emulator.user();
  await emulator.thread(ann, "Lunch");
  const delivery = page.locator("#deliveries > li", { hasText: "ChatThreadCreated" });
  await delivery.getByText("sent").waitFor();
  await delivery.getByText("2 attempts").waitFor();
  await delivery.locator("summary").click();
  await delivery.getByLabel("Event").getByText('"specversion": "1.0"').waitFor();
  statuses.push(400);
  await emulator.thread(ann, "Dinner");
  await page.locator("#deliveries .reason", { hasText: "400" }).waitFor();
  await page.screenshot({ path: `${SCREENSHOTS}events.png` });
  await page.locator("#events-panel").getByRole("button", { name: "Clear" }).click();
  await page.getByText("No events to show.").waitFor();
  await page.getByRole("button", { name: "End subscription 1" }).click();
  await page.getByText("No webhook gets events yet.").waitFor();
});

test("the clock is moved, set and put back", async (t) => {
  const emulator = await start(t);
  const page = await open(t, emulator);
  await page.getByRole("tab", { name: "Clock" }).click();
  await page.getByText("As the machine's clock.").waitFor();
  await page.getByRole("button", { name: "+1 day" }).click();
  await page.getByRole("button", { name: "−1 hour" }).click();
  await page.getByText("23 h ahead of the machine's clock.").waitFor();
  await page.getByLabel("Set to").fill("2031-05-06T07:08:09");
  await page.getByRole("button", { name: "Set", exact: true }).click();
  await page.locator("#emulated-now[datetime^='2031-05-06']").waitFor();
  await page.screenshot({ path: `${SCREENSHOTS}clock.png` });
  const thread = await emulator.thread(await emulator.user(), "Later");
  assert.ok(thread);
  const { body: clock } = await emulator.call("GET", "/__emulator/clock");
  assert.match(clock.now, /^2031-05-06T07:08:/);
  await page.getByRole("button", { name: "Back to the machine's clock" }).click();
  await page.getByText("As the machine's clock.").waitFor();
  const { body: reset } = await emulator.call("GET", "/__emulator/clock");
  assert.equal(reset.offsetSeconds, 0);
});

test("a failure of the page's own request is explained", async (t) => {
  const emulator = await start(t);
  const page = await open(t, emulator);
  const ann = await emulator.user();
  await emulator.thread(ann, "Lunch");
  await page.getByRole("button", { name: /Lunch/ }).click();
  const rule = { method: "POST", fault: { kind: "status", status: 503 } };
  await emulator.call("POST", "/__emulator/faults", { body: rule });
  await page.getByLabel("Message", { exact: true }).fill("kept");
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByRole("alert").getByText("503 ServiceUnavailable").waitFor();
  assert.equal(await page.getByLabel("Message", { exact: true }).inputValue(), "kept");
});

test("the page finds an emulator that was started again", async (t) => {
  const first = await start(t);
  await first.thread(await first.user(), "Breakfast");
  const page = await open(t, first);
  await page.getByText("Breakfast").waitFor();
  await first.stop();
  await page.getByText("Connection lost").waitFor();
  const second = await start(t, "--port", new URL(first.endpoint).port);
  await second.thread(await second.user(), "Dinner");
  await page.getByText("Dinner").waitFor();
  await page.locator("#live.live").waitFor();
  assert.equal(await page.getByText("Breakfast").count(), 0);
});

test("the keyboard reaches the tabs", async (t) => {
  const page = await open(t, await start(t));
  await page.getByRole("tab", { name: "Requests" }).focus();
  await page.keyboard.press("ArrowRight");
  assert.equal(await page.getByRole("tabpanel", { name: "Events" }).isVisible(), true);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("ArrowLeft");
  await page.getByRole("tab", { name: "Tokens", selected: true }).waitFor();
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Tokens");
});

for (const colorScheme of ["light", "dark"]) {
  test(`the page is accessible in ${colorScheme}`, async (t) => {
    const emulator = await start(t);
    const ann = await emulator.user();
    const thread = await emulator.thread(ann, "Lunch", [{ ...ann, name: "Ann" }]);
    await emulator.chat(ann, "POST", `${thread}/messages`, { content: "At noon?" });
    for (const token of ["", "wrong"]) await emulator.chat({ token }, "GET", "/chat/threads");
    // The check itself is a script from outside, which the page's policy would refuse.
    const page = await open(t, emulator, { colorScheme, bypassCSP: true });
    const axe = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
    await page.evaluate(await readFile(axe, "utf8"));
    await page.getByRole("button", { name: /Lunch/ }).click();
    await page.locator(".message").waitFor();
    const webhook = await Webhook.start(t, () => 400);
    await emulator.call("POST", "/__emulator/subscriptions", { body: { url: webhook.url } });
    await emulator.chat(ann, "POST", `${thread}/messages`, { content: "Or at one?" });
    for (const tab of ["Requests", "Events", "Faults", "Clock", "Tokens"]) {
      await page.getByRole("tab", { name: tab }).click();
      if (tab === "Events") await page.locator("#deliveries summary").first().click();
      if (tab === "Requests") await page.locator("#requests summary").first().click();
      if (tab === "Tokens") await page.getByRole("button", { name: "Issue token" }).click();
      const { violations } = await page.evaluate(() => axe.run());
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html)}`);
      assert.deepEqual(found, [], tab);
      await page.screenshot({ path: `${SCREENSHOTS}${colorScheme}-${tab.toLowerCase()}.png` });
    }
  });
}

for (const [name, width] of [["phone", 390], ["tablet", 900]]) {
  test(`the page fits a ${name}`, async (t) => {
    const emulator = await start(t);
    const ann = await emulator.user();
    await emulator.thread(ann, "x".repeat(250), [{ ...ann, name: "y".repeat(100) }]);
    const page = await open(t, emulator, { viewport: { width, height: 800 } });
    await page.locator("#threads button").click();
    await page.locator("#participants li").waitFor();
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    for (const tab of ["Clock", "Events", "Requests"]) {
      await page.getByRole("tab", { name: tab }).click();
      assert.equal(await overflow(), 0, tab);
      await page.screenshot({ path: `${SCREENSHOTS}${name}-${tab.toLowerCase()}.png`, fullPage: true });
    }
  });
}
