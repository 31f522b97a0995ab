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
 * A folder of Allure results: a file {@code UUID-result.json} for each cell, next to its attachments. A cell that is
 * written again replaces its earlier result. Safe for use by several threads, for different cells.
 */
@API(status = Status.INTERNAL)
public final class AllureResults {
    /** The folder's name that Allure's tools expect. */
    public static final String FOLDER = "allure-results";

    private final Path folder;
    private final AttachmentLimits limits;
    private final ObjectMapper json = new ObjectMapper();

    private AllureResults(Path folder, AttachmentLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    /**
     * Opens a folder; creates it if it does not exist.
     *
     * @param limits the size limits of a cell's attachments
     * @throws IOException when it cannot be created
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
        // A concurrent reader, or one after a kill, must find complete files only.
        var part = folder.resolve(uuid + ".part");
        json.writeValue(part.toFile(), ResultTree.of(cell, uuid, attachments));
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Writes the data of the whole run, such as the seed.
     *
     * @throws IOException when the folder cannot be written
     */
    public void environment(Properties facts) throws IOException {
        try (var out = Files.newBufferedWriter(folder.resolve("environment.properties"))) {
            facts.store(out, null);
        }
    }
}
