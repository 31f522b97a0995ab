package dev.interop.cli.check;

import java.nio.file.Path;
import java.util.Optional;

/** What came of asking for a requirement. */
public sealed interface RequirementResult {
    /**
     * It is met.
     *
     * @param seen what shows it
     */
    record Met(String seen) implements RequirementResult {}

    /**
     * It is not met.
     *
     * @param seen what was seen in its place
     * @param change what to change
     * @param where the folder in which more is to be seen, where there is one
     */
    record NotMet(String seen, String change, Optional<Path> where) implements RequirementResult {
        /** One that says it all. */
        public NotMet(String seen, String change) {
            this(seen, change, Optional.empty());
        }
    }

    /**
     * It could not be asked for, or nothing of it is required.
     *
     * @param why why not
     */
    record NotAsked(String why) implements RequirementResult {}
}
