package dev.interop.run;

import dev.interop.config.Settings;
import dev.interop.testbed.Testbed;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a run works with: where cells run and who judges them. */
@API(status = Status.INTERNAL)
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
