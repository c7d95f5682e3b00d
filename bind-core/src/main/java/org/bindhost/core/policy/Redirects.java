package org.bindhost.core.policy;

/**
 * Where redirects may lead; a server has chosen that, whoever has chosen the name.
 *
 * @param elsewhere to another origin
 * @param downgrade from {@code https} to what is not
 * @param bodies to another origin, with the body that was meant for the first
 * @param addresses to which addresses, on another host
 */
record Redirects(boolean elsewhere, boolean downgrade, boolean bodies, Addresses addresses) {}
