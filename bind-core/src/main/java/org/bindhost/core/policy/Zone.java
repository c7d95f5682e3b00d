package org.bindhost.core.policy;

import java.util.Locale;

/** Who has chosen a name, and so how far it is trusted. */
public enum Zone {
    /** A document, which may be anybody's. */
    DOCUMENT,
    /** The code of a bundle, or of a program without a framework. */
    BUNDLE,
    /** A person at a command line. */
    PERSON;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
