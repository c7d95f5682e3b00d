package org.bindhost.core.policy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.bindhost.bind.BindException;
import org.bindhost.bind.BindException.Reason;
import org.bindhost.spi.AddressPolicy;

/**
 * The addresses that a permit allows. Equal when the rules are, so that connections are shared by
 * whoever may have opened them.
 *
 * @param permit the rules
 * @param isElsewhere whether a server has named the host, and not whoever has made the bind
 */
record PermittedAddresses(Permit permit, boolean isElsewhere) implements AddressPolicy {

    @Override
    public void check(String host, InetSocketAddress address) throws BindException {
        Optional<InetAddress> resolved = Optional.ofNullable(address.getAddress());
        if (resolved.isEmpty()) {
            throw new BindException(
                    Reason.DENIED_BY_POLICY,
                    Shown.line(host) + " was not looked up, and so refused");
        }
        permit.check(host, resolved.get(), isElsewhere);
    }
}
