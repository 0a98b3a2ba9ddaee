// Makes the calls of the scenario in Node.
//
// A line on standard input is a call, as JSON. The line on standard output that answers it is its
// outcome.

const { createInterface } = require("node:readline");
const { outcome } = require("./calls.js");

async function main() {
  for await (const line of createInterface({ input: process.stdin })) {
    console.log(JSON.stringify(await outcome(JSON.parse(line))));
  }
}

main();
