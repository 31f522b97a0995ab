package dev.interop.cli.site;

import dev.interop.Printable;
import dev.interop.report.FailureCard;
import dev.interop.report.allure.AllureCell;
import dev.interop.result.CellResult;
import dev.interop.verdict.Finding;
import dev.interop.verdict.Location;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the log lines that findings name as pages on which each line has an address. */
final class LogPages {
    /** The folder of these pages, beside the front page. */
    static final String FOLDER = "logs";

    /**
     * Stands for the site, wherever it is. Allure shows only absolute addresses as links; {@code report/src/lines.mjs}
     * makes them relative in its page.
     */
    private static final String SITE = "https://site.invalid/";

    private static final int LINES_AROUND = 300;
    private static final int LONGEST = 600;
    private static final int MOST_LINES = 5;

    private final Path folder;
    private final SiteForm form;

    LogPages(Path folder, SiteForm form) {
        this.folder = folder;
        this.form = form;
    }

    /**
     * Writes the pages of a cell.
     *
     * @param run the folder of its run
     * @return a line → its address; empty where pages cannot be linked
     * @throws IOException when a page cannot be written
     */
    Map<Location, String> write(CellResult cell, Path run) throws IOException {
        var pages = new LinkedHashMap<Location, String>();
        if (form == SiteForm.SINGLE_FILE || cell.logs().isEmpty()) {
            return pages;
        }
        var recording = run.resolve(cell.logs()).normalize();
        var lines = cell.verdict().findings().stream()
                .map(Finding::evidence)
                .filter(it -> it.line().isPresent())
                .distinct()
                .limit(MOST_LINES)
                .toList();
        for (var at : lines) {
            var file = recording.resolve(at.file()).normalize();
            // An endpoint may have made a link, or a finding of a third party's check may name any path.
            if (file.startsWith(recording) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                var name = AllureCell.page(cell.id()) + "-" + (pages.size() + 1) + ".html";
                Files.createDirectories(folder);
                Files.writeString(folder.resolve(name), page(cell, at, file));
                pages.put(
                        at, SITE + "%s/%s#L%d".formatted(FOLDER, name, at.line().getAsInt()));
            }
        }
        return pages;
    }

    private static String page(CellResult cell, Location at, Path file) throws IOException {
        var title = escaped(FailureCard.title(cell) + ": " + at.file());
        var body = new StringBuilder();
        for (var line : around(file, at.line().orElseThrow())) {
            body.append(
                    "<li id=\"L%d\" value=\"%d\">%s</li>\n".formatted(line.number, line.number, escaped(line.text)));
        }
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark">
                <title>%s</title>
                <style>ol { font: 13px/1.5 monospace; padding-left: 5em; white-space: pre-wrap; overflow-wrap: anywhere }
                :target { background: Mark; color: MarkText }</style>
                </head>
                <body>
                <h1>%s</h1>
                <p><a href="../awesome/index.html#%s">The cell's page</a></p>
                <ol>
                %s</ol>
                </body>
                </html>
                """.formatted(title, title, AllureCell.page(cell.id()), body);
    }

    private record Line(int number, String text) {}

    private static List<Line> around(Path file, int wanted) throws IOException {
        var lines = new ArrayList<Line>();
        // Not a strict decoder: an endpoint may print any bytes.
        try (var reader =
                new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            var number = 0;
            for (var text = reader.readLine(); text != null; text = reader.readLine()) {
                number++;
                if (number > wanted + LINES_AROUND) {
                    break;
                }
                if (number >= wanted - LINES_AROUND) {
                    lines.add(new Line(number, text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text));
                }
            }
        }
        return lines;
    }

    private static String escaped(String text) {
        return Printable.of(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
