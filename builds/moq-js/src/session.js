// One session of @moq/net with the relay, and the answers that came to its requests.

import { Broadcast, Connection, Path } from "@moq/net";
import { open } from "./transport.js";

/** For one answer, also on a slow path; the harness has the case's own limit. */
const ANSWER_LIMIT_MS = 3000;

export class Session {
    #connection;
    #broadcast;
    #answers = new Map();

    static async connect(settings) {
        const session = new Session();
        const transport = await soon(
            open(settings.url, settings.verify, (request, answer) => session.#of(request).resolve(answer)),
            "no connection",
        );
        // https, whatever the transport: the library takes its URL for no more than a name.
        const url = new URL(settings.url.href.replace(/^moqt:/, "https:"));
        session.#connection = await soon(Connection.connect(url, { transport }), "no SETUP");
        return session;
    }

    /** Publishes a broadcast with one track. The library sends PUBLISH_NAMESPACE unless the relay asked for silence. */
    announce(namespace, track) {
        this.#broadcast = new Broadcast.Producer();
        this.#broadcast.createTrack(track);
        this.#connection.publish(Path.from(namespace), this.#broadcast);
        return this.#answer("PUBLISH_NAMESPACE");
    }

    withdraw() {
        this.#broadcast.close();
    }

    subscribe(namespace, track) {
        this.#connection.consume(Path.from(namespace)).subscribe(track);
        return this.#answer("SUBSCRIBE");
    }

    close() {
        this.#connection.close();
    }

    #of(request) {
        if (!this.#answers.has(request)) this.#answers.set(request, Promise.withResolvers());
        return this.#answers.get(request);
    }

    #answer(request) {
        return soon(this.#of(request).promise, `no ${request} was sent, or no answer came`);
    }
}

function soon(promise, otherwise) {
    let timer;
    const limit = new Promise((_, reject) => {
        timer = setTimeout(() => reject(new Error(`${otherwise} within ${ANSWER_LIMIT_MS} ms`)), ANSWER_LIMIT_MS);
    });
    return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}
