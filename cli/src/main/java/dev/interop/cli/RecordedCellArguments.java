package dev.interop.cli;

import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments of commands that are about one cell of an earlier run. */
final class RecordedCellArguments {
    @Parameters(
            index = "0",
            paramLabel = "CELL",
            description = "The cell, such as quic/nginx_kwik/transfer, as its failure shows it.")
    private String cell;

    @Option(
            names = "--in",
            paramLabel = "DIR",
            description = "The earlier run's folder; 'last' (the default): the newest below target/interop.")
    private Optional<String> in = Optional.empty();

    /** The cell's id, as the user gave it. */
    String id() {
        return cell;
    }

    /**
     * Finds the cell.
     *
     * @throws dev.interop.UserError when there is no such run, or no such cell in it
     */
    RecordedCell find() {
        return RecordedCell.find(cell, NamedRun.folder(in));
    }
}
