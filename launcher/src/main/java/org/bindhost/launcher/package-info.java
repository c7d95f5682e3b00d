/**
 * The command: an OSGi framework in one jar, with the bundles inside.
 *
 * <p>It knows nothing of verbs. It starts the bundles, offers them the arguments it was given, and
 * calls whoever says it wants the main thread.
 */
package org.bindhost.launcher;
