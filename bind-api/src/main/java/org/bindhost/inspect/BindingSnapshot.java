package org.bindhost.inspect;

import java.util.OptionalLong;
import org.bindhost.bind.BindState;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Requester;

/**
 * A bind as it stood.
 *
 * @param id the number of its binding
 * @param name the display name of what is bound
 * @param state where it stood
 * @param priority how urgent it was
 * @param requester for whom it was made
 * @param current bytes transferred
 * @param maximum bytes expected in all, or empty if unknown
 */
public record BindingSnapshot(
        long id,
        String name,
        BindState state,
        Priority priority,
        Requester requester,
        long current,
        OptionalLong maximum) {}
