// Makes the calls of the scenario in a page of a headless Chromium.
//
// The page has another origin than the emulator, so every call is a request across origins, and
// the browser trusts the emulator's certificate authority as it would trust any other. Standard
// input and output are those of the driver for Node.

import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { build } from "esbuild";
import { chromium } from "playwright-core";

const { CALLS, CHROMIUM, COMMUNICATION_CONNECTION_STRING, ENTRA_TOKEN } = process.env;

/** The clients and the calls as one script, which shows `outcome` to the page. */
async function bundle() {
  const { outputFiles } = await build({
    entryPoints: [CALLS],
    nodePaths: [process.env.NODE_PATH],
    bundle: true,
    write: false,
    platform: "browser",
    format: "iife",
    globalName: "scenario",
    keepNames: true,
    define: { "process.env": JSON.stringify({ COMMUNICATION_CONNECTION_STRING, ENTRA_TOKEN }) },
  });
  return outputFiles[0].text;
}

/** A home folder in which Chromium finds the certificate authority to trust. */
function homeFolder() {
  const home = mkdtempSync(join(tmpdir(), "interop-browser-"));
  const database = join(home, ".pki", "nssdb");
  execFileSync("mkdir", ["-p", database]);
  const certutil = (...options) => execFileSync("certutil", ["-d", `sql:${database}`, ...options]);
  certutil("-N", "--empty-password");
  certutil("-A", "-t", "C,,", "-n", "emulator", "-i", process.env.NODE_EXTRA_CA_CERTS);
  return home;
}

async function servePage() {
  const server = createServer((_, response) => {
    response.setHeader("content-type", "text/html");
    response.end("<!doctype html><title>Scenario</title>");
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return server;
}

async function main() {
  const [script, server, home] = [await bundle(), await servePage(), homeFolder()];
  const browser = await chromium.launch({
    executablePath: CHROMIUM,
    args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    env: { ...process.env, HOME: home },
  });
  const page = await browser.newPage();
  await page.goto(`http://localhost:${server.address().port}/`);
  await page.addScriptTag({ content: script });
  for await (const line of createInterface({ input: process.stdin })) {
    const outcome = await page.evaluate((call) => scenario.outcome(call), JSON.parse(line));
    console.log(JSON.stringify(outcome));
  }
  await browser.close();
  server.close();
  rmSync(home, { recursive: true });
}

main();
