/** The classes of names that need no bundle of their own: items and anti-monikers. */
package org.bindhost.core.classes;
