package org.bindhost.core.engine;

import java.util.List;
import java.util.Optional;
import org.bindhost.bind.BindContext;
import org.bindhost.bind.BindInfo;
import org.bindhost.bind.BindOptions;
import org.bindhost.bind.MediaRange;
import org.bindhost.bind.Priority;
import org.bindhost.bind.Requester;
import org.bindhost.core.policy.Permit;
import org.bindhost.moniker.Moniker;

/**
 * What a bind was asked to do, fixed when it was made.
 *
 * @param moniker the name
 * @param info how the client wants it made
 * @param options what its context asks
 * @param accepted the media types wanted, best first
 * @param priority how urgent at first
 * @param requester for whom
 * @param permit what it is allowed
 * @param context in which context
 * @param hook the say that the client has in what is asked, if it wants one
 * @param lefts what stands to the left of the name, where it was asked for
 */
record BindSpec(
        Moniker moniker,
        BindInfo info,
        BindOptions options,
        List<MediaRange> accepted,
        Priority priority,
        Requester requester,
        Permit permit,
        BindContext context,
        Optional<Hook> hook,
        Lefts lefts) {}
