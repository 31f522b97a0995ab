package dev.interop.run;

import dev.interop.config.Settings;
import dev.interop.testbed.Testbed;
import java.util.function.Consumer;

/** What a run works with: where cells run and who judges them. */
public interface RunBackend extends AutoCloseable {
    /** Where cells run. */
    Testbed testbed();

    /** Who judges them. */
    CellJudge judge();

    /** Gives everything back; nothing of it is left on the machine. */
    @Override
    void close();

    /** Makes equipment ready. */
    @FunctionalInterface
    interface Source {
        /**
         * @param settings the run's
         * @param notes hears lines for people, such as which lane's networks were taken
         * @throws dev.interop.UserError when something is missing, with the remedy
         */
        RunBackend open(Settings settings, Consumer<String> notes);
    }
}
