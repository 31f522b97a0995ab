// The contract's six test cases: each gives [what was expected, what came], and passes only where they agree.

import { Session } from "./session.js";

const NAMESPACE = "moq-test/interop";
const TRACK = "test-track";
const HEAD_START_MS = 500;
/** A cancelled stream or a close has to leave before the process ends. */
const PARTING_MS = 100;

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function withSessions(settings, number, steps) {
    const sessions = [];
    try {
        for (let i = 0; i < number; i++) sessions.push(await Session.connect(settings));
        return await steps(...sessions);
    } finally {
        sessions.forEach((it) => it.close());
        await pause(PARTING_MS);
    }
}

export const CASES = {
    "setup-only": (settings) => withSessions(settings, 1, () => [/^SETUP$/, "SETUP"]),

    "announce-only": (settings) =>
        withSessions(settings, 1, async (session) => [/^REQUEST_OK$/, await session.announce(NAMESPACE, TRACK)]),

    "publish-namespace-done": (settings) =>
        withSessions(settings, 1, async (session) => {
            const answer = await session.announce(NAMESPACE, TRACK);
            session.withdraw();
            await pause(PARTING_MS);
            return [/^REQUEST_OK$/, answer];
        }),

    "subscribe-error": (settings) =>
        withSessions(settings, 1, async (session) => [
            /^REQUEST_ERROR$/,
            await session.subscribe("nonexistent/namespace", TRACK),
        ]),

    "announce-subscribe": (settings) =>
        withSessions(settings, 2, async (publisher, subscriber) => {
            // A relay that solicits is answered with NAMESPACE instead: then the subscription alone decides.
            await Promise.race([publisher.announce(NAMESPACE, TRACK).catch(() => {}), pause(HEAD_START_MS)]);
            return [/^SUBSCRIBE_OK$/, await subscriber.subscribe(NAMESPACE, TRACK)];
        }),

    "subscribe-before-announce": (settings) =>
        withSessions(settings, 2, async (publisher, subscriber) => {
            const answer = subscriber.subscribe(NAMESPACE, TRACK);
            answer.catch(() => {});
            await pause(HEAD_START_MS);
            // Also where the relay has answered by then, and before the sessions are closed.
            await Promise.race([publisher.announce(NAMESPACE, TRACK).catch(() => {}), pause(HEAD_START_MS)]);
            return [/^(SUBSCRIBE_OK|REQUEST_ERROR)$/, await answer];
        }),
};
