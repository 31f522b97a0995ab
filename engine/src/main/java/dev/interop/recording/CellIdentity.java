package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The identity of a cell: the same in each run.
 *
 * @param protocol the protocol's name
 * @param client the client implementation's name
 * @param server the server implementation's name
 * @param test the test case's name
 * @param route the client's route to the server
 */
@API(status = Status.EXPERIMENTAL)
public record CellIdentity(
        @JsonProperty(required = true) String protocol,
        @JsonProperty(required = true) String client,
        @JsonProperty(required = true) String server,
        @JsonProperty(required = true) String test,
        @JsonProperty(required = true) CellRoute route) {
    /** Unique within a run: {@code PROTOCOL/SERVER_CLIENT[/ROUTE]/TEST}. */
    public String id() {
        return protocol + "/" + place();
    }

    /** The folder of its recording, relative to the run's folder. */
    public String logs() {
        return protocol + "/logs/" + place();
    }

    /** The test case, with the route if the pair has several: {@code setup-only over webtransport}. */
    public String title() {
        return route.label().isEmpty() ? test : test + " over " + route.label();
    }

    /** The path of its recording below the pair's folder: {@code [ROUTE/]TEST}. */
    public String withinPair() {
        return route.label().isEmpty() ? test : route.label() + "/" + test;
    }

    private String place() {
        return server + "_" + client + "/" + withinPair();
    }
}
