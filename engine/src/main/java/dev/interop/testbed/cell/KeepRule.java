package dev.interop.testbed.cell;

import dev.interop.recording.Recording;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Decides whether the containers of an ended cell stay. */
@API(status = Status.INTERNAL)
public interface KeepRule {
    /** Removes the containers of every cell as soon as their files are copied. */
    KeepRule NEVER = new KeepRule() {
        @Override
        public boolean keeps(Recording recording) {
            return false;
        }

        @Override
        public void kept(KeptCell cell) {
            // Never called.
        }
    };

    /** Whether the ended containers of this recording stay; called once, while they wait. */
    boolean keeps(Recording recording);

    /** They stay. The lane that they are in can run no further cell. */
    void kept(KeptCell cell);
}
