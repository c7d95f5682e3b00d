package org.bindhost.core.spool;

import org.bindhost.bind.BindException;

/** Whom a spool tells; called without its lock, by any thread. */
public interface SpoolOwner {

    /** Nobody, who brings no more. */
    SpoolOwner NOBODY =
            new SpoolOwner() {
                @Override
                public void moved() {
                    // Nobody brings more.
                }

                @Override
                public void full(BindException why) {
                    // Nobody brings more.
                }
            };

    /** A reader has read on, or there is room where there was none. */
    void moved();

    /** It cannot take what has come without giving up something. */
    void full(BindException why);
}
