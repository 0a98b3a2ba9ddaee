// A line for each test, and their number in the last one.

export default async function* (events) {
  let [passed, failed] = [0, 0];
  for await (const { type, data } of events) {
    // A file of tests is reported as a test, too.
    if (data.nesting !== 0 || data.name?.endsWith(".mjs")) continue;
    if (type === "test:pass") {
      passed += 1;
      yield `ok    ${data.name}\n`;
    } else if (type === "test:fail") {
      failed += 1;
      yield `FAIL  ${data.name}\n${data.details.error.cause?.stack ?? data.details.error}\n`;
    }
  }
  yield `${passed} passed, ${failed} failed\n`;
}
