/** A plain program that binds names, without OSGi. */
package org.bindhost.examples.embedding;
