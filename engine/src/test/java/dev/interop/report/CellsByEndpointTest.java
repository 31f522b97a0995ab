package dev.interop.report;

import static dev.interop.testing.CellBuilder.cell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.interop.result.CellResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellsByEndpointTest {
    private static final int ENDPOINTS = 20;

    @Test
    void aCellIsComparedWithThoseOfOneEndpointAndItsTestCaseRatherThanWithAll() {
        var cells = matrix("t", "u");
        var index = CellsByEndpoint.of(cells);

        for (var cell : cells) {
            assertThat(index.sameServer(cell))
                    .hasSize(ENDPOINTS)
                    .contains(cell)
                    .allMatch(
                            it -> it.server().equals(cell.server()) && it.test().equals(cell.test()));
            assertThat(index.sameClient(cell))
                    .hasSize(ENDPOINTS)
                    .contains(cell)
                    .allMatch(
                            it -> it.client().equals(cell.client()) && it.test().equals(cell.test()));
        }
    }

    @Test
    void aCellThatIsNotInItFindsItsPeers() {
        var index = CellsByEndpoint.of(List.of(cell("a", "s", "t").build()));

        assertThat(index.sameServer(cell("b", "s", "t").build())).hasSize(1);
        assertThat(index.sameClient(cell("b", "s", "t").build())).isEmpty();
        assertThat(index.sameServer(cell("b", "s", "u").build())).isEmpty();
    }

    private static List<CellResult> matrix(String... tests) {
        var cells = new ArrayList<CellResult>();
        for (int client = 0; client < ENDPOINTS; client++) {
            for (int server = 0; server < ENDPOINTS; server++) {
                for (var test : tests) {
                    cells.add(cell("c" + client, "s" + server, test).build());
                }
            }
        }
        return cells;
    }
}
