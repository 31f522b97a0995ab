// A MoQT test client on @moq/net that speaks the contract: RELAY_URL, TESTCASE, DRAFT, TLS_DISABLE_VERIFY, VERBOSE, or by
// hand -r, -t, --tls-disable-verify, -v, -l; TAP 14 on standard output as it happens; exit 0, 1, 127, or 2 for options
// that it does not know.

import { parseArgs } from "node:util";
import { CASES } from "./cases.js";

const OPTIONS = {
    relay: { type: "string", short: "r" },
    test: { type: "string", short: "t" },
    list: { type: "boolean", short: "l" },
    verbose: { type: "boolean", short: "v" },
    "tls-disable-verify": { type: "boolean" },
};

const env = (name) => Deno.env.get(name) ?? "";
const flag = (name) => ["1", "true"].includes(env(name));
const print = (line) => Deno.stdout.writeSync(new TextEncoder().encode(`${line}\n`));

// Without the handlers that run at an ordinary exit: after a session of @moq/web-transport one was seen to hang in them.
const { symbols: libc } = Deno.dlopen("libc.so.6", { _exit: { parameters: ["i32"], result: "void" } });
const exit = (code) => libc._exit(code);

function unsupported(reason) {
    print("TAP version 14");
    print(`1..0 # SKIP ${reason}`);
    exit(127);
}

function options() {
    try {
        return parseArgs({ args: Deno.args, options: OPTIONS }).values;
    } catch (problem) {
        console.error(`moq-js: ${problem.message}`);
        return exit(2);
    }
}

const given = options();
const verbose = given.verbose ?? flag("VERBOSE");

// Standard output is TAP's alone.
for (const level of ["debug", "info", "log", "warn"]) {
    console[level] = verbose ? console.error : () => {};
}
// The library runs its sessions in the background: what fails there shows in the answers that do not come.
globalThis.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    console.debug("unhandled:", event.reason);
});

if (given.list) {
    Object.keys(CASES).forEach(print);
    exit(0);
}
if (!["", "draft-18", "18"].includes(env("DRAFT"))) unsupported(`${env("DRAFT")} is not supported; draft-18 is`);
const test = given.test ?? env("TESTCASE");
if (test && !Object.hasOwn(CASES, test)) unsupported(`no test case '${test}'`);

const settings = {
    url: new URL(given.relay ?? (env("RELAY_URL") || "https://localhost:4443")),
    verify: !(given["tls-disable-verify"] ?? flag("TLS_DISABLE_VERIFY")),
};
const wanted = test ? [test] : Object.keys(CASES);
let failed = false;

print("TAP version 14");
print(`1..${wanted.length}`);
for (const [index, name] of wanted.entries()) {
    const start = performance.now();
    const [expected, received] = await CASES[name](settings).catch((problem) => [/$^/, problem.message]);
    const passed = expected.test(received);
    failed ||= !passed;
    print(`${passed ? "" : "not "}ok ${index + 1} - ${name}`);
    print("  ---");
    print(`  duration_ms: ${Math.round(performance.now() - start)}`);
    // JSON's strings are strings of YAML, too.
    print(`  received: ${JSON.stringify(received)}`);
    print("  ...");
}
exit(failed ? 1 : 0);
