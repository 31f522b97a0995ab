package dev.interop.cli;

import dev.interop.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** Runs the site's generator ({@code report/generate.mjs}). */
interface SiteMaker {
    /**
     * The site to make.
     *
     * @param input the folder of input files
     * @param out the site's folder, which is replaced
     * @param history Allure's own history, if one is kept
     * @param singleFile whether the site is one file
     */
    record Site(Path input, Path out, Optional<Path> history, boolean singleFile) {}

    /**
     * Makes the site.
     *
     * @throws IOException when the folder cannot be written
     * @throws UserError when the generator cannot be run or fails
     */
    void make(Site site) throws IOException;

    /** Chooses this machine's Node.js if it is new enough, else a container. */
    static SiteMaker choose(boolean container, ParameterOptions options, PrintWriter out) {
        var node = container ? Optional.<NodeSiteMaker>empty() : NodeSiteMaker.find(out);
        return node.<SiteMaker>map(it -> it).orElseGet(() -> new ContainerSiteMaker(options, out));
    }
}
