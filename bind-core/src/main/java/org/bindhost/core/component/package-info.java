/** The engine as Declarative Services. */
package org.bindhost.core.component;
