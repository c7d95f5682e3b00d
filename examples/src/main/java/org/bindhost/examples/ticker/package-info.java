/** A control with two data paths, written against the API alone. */
package org.bindhost.examples.ticker;
