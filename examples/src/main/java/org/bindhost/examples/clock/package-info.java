/** A driver: a class of names of its own. */
package org.bindhost.examples.clock;
