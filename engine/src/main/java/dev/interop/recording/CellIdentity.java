package dev.interop.recording;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;
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
 * @param matrix the name of its matrix, where a report shows equal cells of several
 */
@API(status = Status.EXPERIMENTAL)
public record CellIdentity(
        @JsonProperty(required = true) String protocol,
        @JsonProperty(required = true) String client,
        @JsonProperty(required = true) String server,
        @JsonProperty(required = true) String test,
        @JsonProperty(required = true) CellRoute route,

        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> matrix) {
    /** A cell whose matrix is the only one. */
    public CellIdentity(String protocol, String client, String server, String test, CellRoute route) {
        this(protocol, client, server, test, route, Optional.empty());
    }

    /** The same cell, in a report that shows several matrices, in the one of this name. */
    public CellIdentity in(String name) {
        return new CellIdentity(protocol, client, server, test, route, Optional.of(name));
    }

    /** Unique within a run or report: {@code PROTOCOL[ (MATRIX)]/SERVER_CLIENT[/ROUTE]/TEST}. */
    public String id() {
        return protocol + inMatrix() + "/" + place();
    }

    /** The name of its matrix in brackets after a space; empty if that is the only one. */
    public String inMatrix() {
        return matrix.map(" (%s)"::formatted).orElse("");
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
