package dev.interop.report.allure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A folder of Allure results: a file a cell, {@code UUID-result.json}, and beside it the files that it shows. A cell that
 * is written again takes the place of what was there. Safe for use by several threads, for different cells.
 */
@API(status = Status.INTERNAL)
public final class AllureResults {
    /** What the folder is called, as Allure's tools expect it. */
    public static final String FOLDER = "allure-results";

    private final Path folder;
    private final AttachmentLimits limits;
    private final ObjectMapper json = new ObjectMapper();

    private AllureResults(Path folder, AttachmentLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /**
     * Opens a folder; makes it if there is none.
     *
     * @param limits how much of what a cell left is shown
     * @throws IOException when it cannot be made
     */
    public static AllureResults open(Path folder, AttachmentLimits limits) throws IOException {
        Files.createDirectories(folder);
        return new AllureResults(folder, limits);
    }

    /**
     * Writes a cell with its files.
     *
     * @throws IOException when the folder cannot be written
     */
    public void write(AllureCell cell) throws IOException {
        var uuid = AllureCell.uuid(cell.cell().id());
        var attachments = new AllureAttachments(folder, uuid, limits).of(cell);
        var file = folder.resolve(uuid + "-result.json");
        // Whoever reads meanwhile, or after a kill, finds whole files only.
        var part = folder.resolve(uuid + ".part");
        json.writeValue(part.toFile(), ResultTree.of(cell, uuid, attachments));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Writes what holds for all cells, such as the seed.
     *
     * @throws IOException when the folder cannot be written
     */
    public void environment(Properties facts) throws IOException {
        try (var out = Files.newBufferedWriter(folder.resolve("environment.properties"))) {
            facts.store(out, null);
        }
    }
}
