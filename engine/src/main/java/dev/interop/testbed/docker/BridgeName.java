package dev.interop.testbed.docker;

import org.apache.commons.codec.digest.DigestUtils;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The names of bridges on the engine's machine: a prefix that rules can be written for before a bridge exists, then a digest
 * of the network's name, because Linux allows 15 characters.
 */
@API(status = Status.INTERNAL)
public final class BridgeName {
    private static final String LANE = "ilane";
    private static final String OUT = "ilout";
    private static final int DIGEST_CHARACTERS = 10;

    private BridgeName() {}

    /** The bridge of a lane's network. */
    public static String ofLane(String network) {
        return LANE + digest(network);
    }

    /** The bridge of a network with a way out. */
    public static String ofOpen(String network) {
        return OUT + digest(network);
    }

    private static String digest(String network) {
        return DigestUtils.sha256Hex(network).substring(0, DIGEST_CHARACTERS);
    }
}
