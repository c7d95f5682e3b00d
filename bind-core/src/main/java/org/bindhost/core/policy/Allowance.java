package org.bindhost.core.policy;

/**
 * What a rule allows to whom it is about.
 *
 * @param classes names of which classes
 * @param schemes of those that lead to a host, names of which schemes
 * @param addresses to which addresses
 * @param access what may be done there
 * @param redirects and how it goes on from there
 */
record Allowance(
        Words classes, Words schemes, Addresses addresses, Access access, Redirects redirects) {

    /** The addresses for a host that was named, or for one that a server on another has named. */
    Addresses addresses(boolean elsewhere) {
        return elsewhere ? redirects.addresses() : addresses;
    }
}
