package org.bindhost.core.engine;

import java.util.concurrent.CompletionException;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.moniker.Moniker;

/** Flattens what drivers throw, so that no class of theirs is kept. */
final class DriverFailures {

    private DriverFailures() {}

    static BindException flatten(Moniker moniker, Throwable thrown) {
        Throwable cause = thrown;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        if (cause instanceof BindException failure) {
            return failure;
        }
        String message = "the driver of " + moniker + " failed: " + cause;
        return isOfTheJdk(cause)
                ? new BindException(Reason.BROKEN, message, cause)
                : new BindException(Reason.BROKEN, message);
    }

    private static boolean isOfTheJdk(Throwable thrown) {
        return thrown.getClass().getClassLoader() == null;
    }
}
