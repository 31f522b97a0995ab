package dev.interop.report.allure;

import dev.interop.Printable;
import dev.interop.report.FailureCard.Line;
import dev.interop.trace.PacketsAround;
import dev.interop.trace.PacketsAround.NearbyDatagram;
import dev.interop.verdict.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The message of a cell's page as plain text, which Allure shows at the top: the broken rule, expected and seen,
 * location, probable fault, first occurrence, the command to run the cell again, and the packets around the finding.
 */
final class CellMessage {
    private static final int NEIGHBOURS = 4;
    private static final String CAPTURE = "sim/[a-z_]+\\.pcap";

    private CellMessage() {}

    static String of(AllureCell cell) {
        var lines = lines(cell);
        var width = lines.stream().mapToInt(it -> it.label().length()).max().orElse(0);
        var out = new StringBuilder(headline(cell)).append("\n\n");
        lines.forEach(it -> out.append(it.label())
                .append(" ".repeat(width - it.label().length() + 2))
                .append(it.text())
                .append('\n'));
        packets(out, cell);
        return out.toString();
    }

    /** The broken rule, if it is known, else the reason. */
    private static String headline(AllureCell cell) {
        return cell.card().lines().stream()
                .filter(it -> it.label().equals("rule"))
                .map(Line::text)
                .findFirst()
                .orElse(cell.card().headline());
    }

    private static List<Line> lines(AllureCell cell) {
        var lines = new ArrayList<Line>();
        for (var it : cell.card().lines()) {
            if (it.label().equals("replay")) {
                cell.context().since().ifPresent(since -> lines.add(new Line("since", since)));
            }
            if (!it.label().equals("rule")) {
                lines.add(it);
            }
        }
        return lines;
    }

    private static void packets(StringBuilder out, AllureCell cell) {
        var findings = cell.cell().verdict().findings();
        var shown = findings.stream()
                .filter(it -> it.evidence().packet().isPresent())
                .findFirst();
        if (shown.isEmpty()) {
            last(out, cell.cell().verdict().around());
            return;
        }
        var where = shown.get().evidence();
        var number = where.packet().getAsLong();
        var around = around(cell, where, number);
        if (around.isEmpty()) {
            return;
        }
        if (!shown.get().equals(findings.get(0))) {
            out.append("\nalso seen: ").append(Printable.of(shown.get().seen()));
        }
        out.append("\npackets before and after, in ")
                .append(Printable.of(where.file()))
                .append('\n');
        around.forEach(it -> out.append(line(it, number)));
    }

    /** The last packets of a cell that ended without a finding about a packet. */
    private static void last(StringBuilder out, List<NearbyDatagram> packets) {
        if (!packets.isEmpty()) {
            out.append("\nthe last packets on the client's side\n");
            packets.forEach(it -> out.append(line(it, 0)));
        }
    }

    /**
     * The packets as the judge dissected them. If the verdict holds none, the unprotected headers are read from the
     * capture.
     */
    private static List<NearbyDatagram> around(AllureCell cell, Location where, long number) {
        var judged = cell.cell().verdict().around();
        if (!judged.isEmpty() || !where.file().matches(CAPTURE)) {
            return judged;
        }
        return cell.recording()
                .map(it -> PacketsAround.of(it.resolve(where.file()), number, NEIGHBOURS))
                .orElse(List.of());
    }

    private static String line(NearbyDatagram it, long number) {
        return String.format(
                Locale.ROOT,
                "%s %5d  %8.3f s  %-6s  %5d bytes  %s%n",
                it.number() == number ? "▶" : " ",
                it.number(),
                it.time(),
                it.from().label(),
                it.length(),
                Printable.of(String.join(", ", it.packets())));
    }
}
