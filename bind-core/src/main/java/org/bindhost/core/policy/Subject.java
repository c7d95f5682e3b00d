package org.bindhost.core.policy;

import java.util.Optional;
import org.bindhost.bind.Requester;

/**
 * For whom a rule is looked for.
 *
 * @param zone who has chosen the name
 * @param bundle who asks for it
 * @param document where the name stands, if it stands in one
 */
record Subject(Zone zone, String bundle, Optional<String> document) {

    /** A word of somebody's makes a document or a bundle, and never a person. */
    static Subject said(Requester requester) {
        Zone zone = requester.document().isPresent() ? Zone.DOCUMENT : Zone.BUNDLE;
        return new Subject(zone, requester.bundle(), requester.document());
    }
}
