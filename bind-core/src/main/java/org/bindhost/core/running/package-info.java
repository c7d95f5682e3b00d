/** The objects that run under names. */
package org.bindhost.core.running;
