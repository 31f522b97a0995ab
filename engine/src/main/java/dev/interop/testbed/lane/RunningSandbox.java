package dev.interop.testbed.lane;

import java.util.Map;

/**
 * A running sandbox.
 *
 * @param id the id of its container
 * @param agent the connection to the program in it
 * @param readOnly the folders that containers that join may only read: folder → volume
 * @param sysctls settings that each namespace needs: name → value
 * @param pristine its first state, as the agent describes it
 */
record RunningSandbox(
        String id, AgentConnection agent, Map<String, String> readOnly, Map<String, String> sysctls, String pristine) {}
