/**
 * The command: an OSGi framework in one jar, with the bundles inside.
 *
 * <p>It knows nothing of verbs. It starts the bundles, offers them the arguments it was given, and
 * calls whoever says it wants the main thread. Bundles of other people's are started between ours
 * and the console, if {@link org.bindhost.launcher.AddedBundles#VARIABLE a variable} names them.
 */
package org.bindhost.launcher;
