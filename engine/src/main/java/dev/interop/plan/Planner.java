package dev.interop.plan;

import dev.interop.protocol.Protocol;
import dev.interop.protocol.TestCase;
import dev.interop.registry.Implementation;
import dev.interop.registry.Registry;
import java.util.ArrayList;
import java.util.List;

/** Expands a selection of a registry into the cells that will run. Pure: the same input gives the same plan. */
public final class Planner {
    /**
     * Every selected client against every selected server in every selected test case.
     *
     * @throws dev.interop.UserError when a name is not known or nothing is selected
     */
    public Plan plan(Registry registry, Protocol protocol, Selection selection, long seed) {
        var clients = new NameSelector<>("client", Implementation::name, Implementation::selected)
                .select(registry.playing(protocol.name(), protocol.clientRole()), selection.clients());
        var servers = new NameSelector<>("server", Implementation::name, Implementation::selected)
                .select(registry.playing(protocol.name(), protocol.serverRole()), selection.servers());
        var tests = new NameSelector<>("test case", TestCase::name, it -> true)
                .select(protocol.testCases(), selection.tests());
        var cells = new ArrayList<Cell>();
        for (var server : servers) {
            for (var client : clients) {
                for (var test : tests) {
                    var unseeded = new Cell(protocol, client, server, test, 0);
                    cells.add(new Cell(protocol, client, server, test, CellSeed.of(seed, unseeded.id())));
                }
            }
        }
        return new Plan(protocol, clients, servers, tests, cells, List.of(), seed);
    }
}
