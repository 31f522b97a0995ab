package dev.interop.run;

import dev.interop.config.Settings;
import dev.interop.testbed.Testbed;
import java.util.function.Consumer;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The backend of a run: a testbed that runs cells and a judge. */
@API(status = Status.INTERNAL)
public interface RunBackend extends AutoCloseable {
    /** The testbed that runs the cells. */
    Testbed testbed();

    /** The judge of their recordings. */
    CellJudge judge();

    /** Releases all resources of the machine, such as containers and networks. */
    @Override
    void close();

    /** Opens a backend. */
    @FunctionalInterface
    interface Source {
        /**
         * @param settings the settings of the run
         * @param notes accepts lines of text for the user, such as a lane whose networks were in use
         * @throws dev.interop.UserError when something required is missing; the message has the remedy
         */
        RunBackend open(Settings settings, Consumer<String> notes);
    }
}
